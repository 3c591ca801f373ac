package com.spokefleet.testing.traffic;

import com.spokefleet.testing.org.Customer;
import com.spokefleet.testing.org.Directory;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.PiiMarkers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All conversations of one organisation, invented from its seed when asked for. Only the plan of a
 * day and amendments are kept. Thread-safe.
 */
public final class GeneratedConversations implements Conversations {
  private static final long DAY_MILLIS = 86_400_000;

  private final FakeOrgSettings settings;
  private final Directory directory;
  private final PiiMarkers markers;
  private final VolumeCurve curve;
  private final Aftermath aftermath;
  private final ConcurrentMap<Long, DayPlan> plans = new ConcurrentHashMap<>();
  private final ConcurrentMap<Position, List<Amendment>> amendments = new ConcurrentHashMap<>();
  private final AtomicLong version = new AtomicLong();

  /** A conversation's place in its day. */
  public record Position(long epochDay, int position) {}

  public GeneratedConversations(FakeOrgSettings settings, Directory directory, PiiMarkers markers) {
    this.settings = settings;
    this.directory = directory;
    this.markers = markers;
    this.curve = new VolumeCurve(settings);
    this.aftermath =
        new Aftermath(directory, settings.saleCurrencies(), settings.evaluationsAndSurveys());
  }

  @Override
  public int count(long epochDay) {
    return plan(epochDay).size();
  }

  @Override
  public long start(long epochDay, int position) {
    return plan(epochDay).starts()[position];
  }

  @Override
  public long end(long epochDay, int position, long asOf) {
    long end = plan(epochDay).ends()[position];
    if (amendments.isEmpty()) {
      return end;
    }
    for (Amendment amendment : amendmentsOf(new Position(epochDay, position))) {
      if (amendment.at() <= asOf) {
        end = amendment.endAfter(end);
      }
    }
    return end;
  }

  @Override
  public boolean outbound(long epochDay, int position) {
    return plan(epochDay).outbound()[position];
  }

  @Override
  public long firstDay() {
    return Math.floorDiv(settings.historyStart().toEpochMilli(), DAY_MILLIS);
  }

  @Override
  public long lastDay(long asOf) {
    Instant last = settings.historyEnd();
    long end = Math.floorDiv(asOf, DAY_MILLIS);
    return last.equals(Instant.MAX)
        ? end
        : Math.min(end, Math.floorDiv(last.toEpochMilli(), DAY_MILLIS));
  }

  @Override
  public long version() {
    return version.get();
  }

  /** From now on the conversation is changed; changes add up in the order they are made. */
  public void amend(Position position, Amendment amendment) {
    amendments.computeIfAbsent(position, _ -> new CopyOnWriteArrayList<>()).add(amendment);
    version.incrementAndGet();
  }

  public List<Amendment> amendmentsOf(Position position) {
    return amendments.getOrDefault(position, List.of());
  }

  /** True where an amendment of the conversation can take effect. */
  public boolean canAmend(Position position) {
    return Amendments.canAmend(invent(position.epochDay(), position.position()));
  }

  /** The conversation from first to last, with the amendments effective by {@code asOf}. */
  public GeneratedConversation tell(long epochDay, int position, long asOf) {
    GeneratedConversation conversation = invent(epochDay, position);
    for (Amendment amendment : amendmentsOf(new Position(epochDay, position))) {
      if (amendment.at() <= asOf) {
        Amendments.apply(conversation, amendment);
      }
    }
    return conversation;
  }

  public String id(long epochDay, int position) {
    return id(seedOf(epochDay, position));
  }

  private GeneratedConversation invent(long epochDay, int position) {
    return invent(seedOf(epochDay, position), plan(epochDay).starts()[position]);
  }

  private GeneratedConversation invent(long seed, long start) {
    Dice dice = new Dice(seed);
    Dice details = new Dice(Dice.mix(seed, 0xDE7A11L, 1));
    ScenarioKind kind = ScenarioKind.draw(dice);
    Customer customer = markers.customer(details.random(), settings.languages());
    GeneratedConversation conversation =
        new GeneratedConversation(
            id(seed),
            start,
            kind.outbound(),
            List.of(details.pick(directory.divisions()).id()),
            Oddity.draw(settings.oddities(), seed));
    Stage stage = new Stage(conversation, directory, customer, dice, details);
    kind.scenario().play(stage);
    aftermath.addTo(conversation, seed);
    if (conversation.oddity() == Oddity.UNKNOWN_VALUES) {
      UnknownValues.addTo(conversation);
    }
    return conversation;
  }

  private DayPlan plan(long epochDay) {
    return plans.computeIfAbsent(epochDay, this::makePlan);
  }

  private DayPlan makePlan(long epochDay) {
    if (epochDay < firstDay()) {
      return new DayPlan(epochDay, new long[0], new long[0], new boolean[0]);
    }
    long[] starts = curve.starts(epochDay);
    long[] ends = new long[starts.length];
    boolean[] outbound = new boolean[starts.length];
    for (int position = 0; position < starts.length; position++) {
      GeneratedConversation conversation = invent(seedOf(epochDay, position), starts[position]);
      ends[position] = conversation.end();
      outbound[position] = conversation.outbound();
    }
    return new DayPlan(epochDay, starts, ends, outbound);
  }

  private long seedOf(long epochDay, int position) {
    return Dice.mix(settings.seed(), epochDay, position);
  }

  private static String id(long seed) {
    return Dice.uuid(Dice.mix(seed, 1, 1), Dice.mix(seed, 2, 2));
  }
}
