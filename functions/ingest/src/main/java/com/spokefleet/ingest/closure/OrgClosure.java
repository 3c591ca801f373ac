package com.spokefleet.ingest.closure;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.ingest.FailureReason;
import com.spokefleet.ingest.OrgLease;
import com.spokefleet.ingest.RunListener;
import com.spokefleet.ingest.conversation.NamedConversations;
import com.spokefleet.lake.lease.Lease;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.JsonLog;
import com.spokefleet.telemetry.LogField;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lands the conversations that a batch of end events tells of. It is a shortcut, never the only
 * way: whatever it leaves out, the next ticks read. So it moves no progress, waits for nothing, and
 * asks the queue to bring an event again while that can still win time.
 */
public final class OrgClosure {
  private final String orgName;
  private final EndEventReader reader;
  private final NamedConversations conversations;
  private final OrgLease orgLease;
  private final RunListener listener;
  private final ClosureSettings settings;
  private final Metrics metrics;
  private final JsonLog log;
  private final Clock clock;

  public OrgClosure(
      Spoke spoke,
      NamedConversations conversations,
      OrgLease orgLease,
      RunListener listener,
      ClosureSettings settings,
      Metrics metrics,
      JsonLog log,
      Clock clock) {
    this.orgName = spoke.name();
    this.reader = new EndEventReader(spoke.orgId());
    this.conversations = conversations;
    this.orgLease = orgLease;
    this.listener = listener;
    this.settings = settings;
    this.metrics = metrics;
    this.log = log.with(LogField.org(spoke.name()));
    this.clock = clock;
  }

  /**
   * The ids of the messages that are to come again.
   *
   * @param owner names this run in the lease
   */
  public Set<String> handle(List<ClosureMessage> messages, String owner, Deadline deadline) {
    Batch batch = read(messages);
    Map<UUID, EventFate> fates =
        batch.latestEnd().isEmpty() ? Map.of() : land(batch.latestEnd(), owner, deadline);
    Set<String> again = new TreeSet<>();
    Set<UUID> told = new TreeSet<>();
    Map<EventFate, Long> counts = new EnumMap<>(EventFate.class);
    for (ClosureMessage message : messages) {
      EventFate fate = batch.fates().get(message.id());
      UUID conversation = batch.conversations().get(message.id());
      if (conversation != null) {
        fate = fates.getOrDefault(conversation, EventFate.FAILED);
        if (fate.isWaiting() && isOld(batch.latestEnd().get(conversation))) {
          fate = EventFate.GIVEN_UP;
        }
        if (!told.add(conversation) && !fate.comesAgain()) {
          fate = EventFate.REPEATED;
        }
      }
      EventFate known = fate == null ? EventFate.FAILED : fate;
      counts.merge(known, 1L, Long::sum);
      if (known.comesAgain()) {
        again.add(message.id());
      }
    }
    counts.forEach(
        (fate, count) ->
            metrics.count(
                MetricName.END_EVENTS, count, Dimensions.org(orgName).reason(fate.label())));
    metrics.flush();
    return again;
  }

  /**
   * The messages, sorted out.
   *
   * @param fates of the messages that need no reading
   * @param conversations of the others
   * @param latestEnd per conversation when the last of its legs ended
   */
  private record Batch(
      Map<String, EventFate> fates,
      Map<String, UUID> conversations,
      Map<UUID, Instant> latestEnd) {}

  private Batch read(List<ClosureMessage> messages) {
    Batch batch = new Batch(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    for (ClosureMessage message : messages) {
      switch (reader.read(message.body())) {
        case EndEvent.Ended ended -> {
          batch.conversations().put(message.id(), ended.conversationId());
          batch
              .latestEnd()
              .merge(
                  ended.conversationId(),
                  ended.at(),
                  (one, other) -> one.isAfter(other) ? one : other);
        }
        case EndEvent.GoesOn _ -> batch.fates().put(message.id(), EventFate.GOES_ON);
        case EndEvent.NoEnd _ -> batch.fates().put(message.id(), EventFate.NOT_AN_END);
        case EndEvent.OtherOrg _ -> {
          batch.fates().put(message.id(), EventFate.OTHER_ORG);
          log.warn("Refused an event of another org, message " + message.id());
        }
        case EndEvent.Malformed malformed -> {
          batch.fates().put(message.id(), EventFate.MALFORMED);
          log.error("Cannot read message " + message.id() + ": " + malformed.reason());
        }
      }
    }
    return batch;
  }

  private Map<UUID, EventFate> land(Map<UUID, Instant> latestEnd, String owner, Deadline deadline) {
    List<UUID> ids = List.copyOf(latestEnd.keySet());
    try {
      Optional<Lease> acquired = orgLease.acquire(owner, deadline);
      if (acquired.isEmpty()) {
        return all(ids, EventFate.BUSY);
      }
      try (Lease lease = acquired.get()) {
        listener.begins();
        NamedConversations.Landed landed =
            conversations.land(ids, deadline.afterShare(settings.readingShare()), lease);
        listener.ends(owner, deadline);
        landed.problem().ifPresent(problem -> tell(FailureReason.PARTLY, problem));
        Map<UUID, EventFate> fates = new LinkedHashMap<>();
        landed.outcomes().forEach((id, outcome) -> fates.put(id, fate(outcome)));
        recordDelay(fates, latestEnd);
        return fates;
      }
    } catch (SpokefleetException failure) {
      if (failure.kind() == FailureKind.CONFLICT) {
        log.warn(String.valueOf(failure.getMessage()));
        return all(ids, EventFate.BUSY);
      }
      tell(failure.kind().name(), String.valueOf(failure.getMessage()));
      return all(ids, failure.kind().isPause() ? EventFate.PAUSED : EventFate.FAILED);
    }
  }

  private void recordDelay(Map<UUID, EventFate> fates, Map<UUID, Instant> latestEnd) {
    Instant now = clock.instant();
    latestEnd.forEach(
        (id, end) -> {
          if (fates.get(id) == EventFate.LANDED) {
            metrics.duration(
                MetricName.LANDING_DELAY_MS, Duration.between(end, now), Dimensions.org(orgName));
          }
        });
  }

  private static EventFate fate(NamedConversations.Outcome outcome) {
    return switch (outcome) {
      case LANDED -> EventFate.LANDED;
      case OPEN -> EventFate.OPEN;
      case UNREADABLE -> EventFate.UNREADABLE;
      case PAUSED -> EventFate.PAUSED;
      case FAILED -> EventFate.FAILED;
    };
  }

  private static Map<UUID, EventFate> all(List<UUID> ids, EventFate fate) {
    Map<UUID, EventFate> fates = new LinkedHashMap<>();
    ids.forEach(id -> fates.put(id, fate));
    return fates;
  }

  private void tell(String kind, String message) {
    log.error(message, LogField.dataset(NamedConversations.NAME), LogField.of("failure", kind));
  }

  private boolean isOld(@Nullable Instant end) {
    return end != null && end.isBefore(clock.instant().minus(settings.giveUpAfter()));
  }
}
