package com.spokefleet.siem.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.evaluate.Alert;
import com.spokefleet.siem.evaluate.DetectionEvaluator;
import com.spokefleet.siem.evaluate.EventRecord;
import com.spokefleet.siem.fixture.Fixture;
import com.spokefleet.siem.fixture.FlatEvents;
import com.spokefleet.siem.fixture.SentEvent;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.predicate.FieldValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as they should not be: no detection breaks, none is told twice, none goes blind. */
final class BadEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Detection> CATALOGUE = DetectionCatalogue.all();
  private static final List<Fixture> FIXTURES = Fixture.all();
  private static final FlatEvents FLAT = new FlatEvents();
  private static final long SEED = Long.getLong("spokefleet.seed", 20261121);

  /** An event and when it arrives. */
  private record Arrival(FieldValues event, Instant at) {}

  /** Stories whose order matters, because silence or habits are what they tell of, are left out. */
  static List<Fixture> countable() {
    List<String> ofOrder = new ArrayList<>();
    for (Detection detection : CATALOGUE) {
      switch (detection.trigger()) {
        case Trigger.NewCombination fresh -> {
          ofOrder.addAll(detection.fires());
          ofOrder.addAll(detection.quietOn());
        }
        case Trigger.Silence silence -> ofOrder.addAll(detection.fires());
        case Trigger.EachEvent each -> {}
        case Trigger.Count count -> {}
        case Trigger.Distinct distinct -> {}
      }
    }
    return FIXTURES.stream().filter(fixture -> !ofOrder.contains(fixture.name())).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userId",
        "username",
        "userDisplay",
        "clientId",
        "remoteIp",
        "serviceName",
        "level",
        "entity",
        "context",
        "message",
        "eventTime",
        "id",
        "userHomeOrgId",
        "action",
        "entityType"
      })
  void anyMemberMayBeMissingNullOrEmpty(String member) {
    for (UnaryOperator<ObjectNode> spoil :
        List.<UnaryOperator<ObjectNode>>of(
            body -> body.without(member),
            body -> body.putNull(member),
            body -> body.put(member, ""),
            body -> body.put(member, 7),
            body -> body.set(member, body.objectNode().put("id", "").putNull("name")))) {
      for (Fixture fixture : FIXTURES) {
        SentEvent first = fixture.events().getFirst();
        tell(List.of(arrival(spoilt(first, spoil))), fixture.lookups());
      }
    }
  }

  @Test
  void whatWasDoneToAnObjectIsToldWhoeverDidItFromWherever() {
    Fixture created = fixture("oauth-client-created");
    SentEvent sparse =
        spoilt(
            created.events().getFirst(),
            body ->
                body.without(
                    List.of(
                        "userId",
                        "username",
                        "userDisplay",
                        "userHomeOrgId",
                        "clientId",
                        "remoteIp",
                        "level",
                        "serviceName",
                        "propertyChanges")));

    List<Alert> alerts = tell(List.of(arrival(sparse)), Lookups.none());

    assertThat(alerts)
        .extracting(alert -> alert.detection().id())
        .containsExactly("oauth-client-created");
    assertThat(alerts.getFirst().text()).contains("OAuth client created", "inferred");
  }

  @Test
  void unknownWordsAreNoMatterButWhatTheyAreAboutIs() {
    Fixture created = fixture("oauth-client-created");
    SentEvent unknown =
        spoilt(
            created.events().getFirst(),
            body -> body.put("action", "Entangle").put("entityType", "QuantumRouter"));

    assertThat(tell(List.of(arrival(unknown)), Lookups.none())).isEmpty();
  }

  @Test
  void anOrgThatNobodyKnowsIsWatchedAllTheSame() {
    SentEvent created = fixture("oauth-client-created").events().getFirst();
    String other = "0e0e0e0e-1111-4222-8333-444444444444";
    SentEvent elsewhere =
        new SentEvent(
            created.at(), created.json().replace("7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811", other));

    List<Alert> alerts =
        tell(List.of(arrival(elsewhere)), fixture("privileged-client-changed").lookups());

    assertThat(alerts)
        .singleElement()
        .satisfies(alert -> assertThat(alert.group()).containsEntry("org_id", other));
  }

  /** Firehose and replays bring events again: at once, a little later, and days later. */
  @ParameterizedTest
  @MethodSource("countable")
  void nothingIsToldTwiceOfWhatComesTwice(Fixture fixture) {
    List<Arrival> once = arrivals(fixture);
    List<Arrival> again = new ArrayList<>();
    for (Arrival arrival : once) {
      again.add(arrival);
      again.add(arrival);
    }
    Instant end = once.getLast().at();
    for (Duration later : List.of(Duration.ofMinutes(3), Duration.ofDays(2), Duration.ofDays(9))) {
      once.forEach(arrival -> again.add(new Arrival(arrival.event(), end.plus(later))));
    }

    assertThat(texts(tell(again, fixture.lookups())))
        .containsExactlyElementsOf(texts(tell(once, fixture.lookups())));
  }

  /** Negative control: what cannot be told apart is counted twice. */
  @Test
  void withoutTheirIdsEventsThatComeTwiceCountTwice() {
    Fixture fixture = fixture("mass-export-one-less");
    List<Arrival> twice = new ArrayList<>();
    for (Arrival arrival : arrivals(fixture)) {
      FieldValues nameless =
          field ->
              field.endsWith("_id") && !field.equals("org_id") && !field.equals("actor_id")
                  ? List.of()
                  : arrival.event().of(field);
      twice.add(new Arrival(nameless, arrival.at()));
      twice.add(new Arrival(nameless, arrival.at()));
    }

    assertThat(ids(tell(arrivals(fixture), fixture.lookups()))).isEmpty();
    assertThat(ids(tell(twice, fixture.lookups()))).containsExactly("mass-export");
  }

  @ParameterizedTest
  @MethodSource("countable")
  void theOrderInWhichTheyComeIsNoMatter(Fixture fixture) {
    List<Arrival> ordered = arrivals(fixture);
    List<Arrival> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(SEED));
    Instant end = ordered.getLast().at();
    shuffled.replaceAll(arrival -> new Arrival(arrival.event(), end));

    assertThat(ids(tell(shuffled, fixture.lookups())))
        .as("seed " + SEED)
        .isEqualTo(ids(tell(ordered, fixture.lookups())));
  }

  /** Clocks are hours ahead or behind: what happened is told, and counted together. */
  @ParameterizedTest
  @MethodSource("countable")
  void wrongClocksHideNothing(Fixture fixture) {
    for (Duration skew : List.of(Duration.ofHours(-6), Duration.ofHours(5), Duration.ofDays(400))) {
      List<Arrival> skewed = new ArrayList<>();
      for (SentEvent event : fixture.events()) {
        skewed.add(new Arrival(FLAT.of(skewed(event, skew)), event.at()));
      }

      assertThat(ids(tell(skewed, fixture.lookups())))
          .as("skew of " + skew)
          .isEqualTo(ids(tell(arrivals(fixture), fixture.lookups())));
    }
  }

  @Test
  void oneEventFromTheFarFutureSpoilsNoWindow() {
    Fixture fixture = fixture("mass-deletion");
    List<Arrival> arrivals = new ArrayList<>(arrivals(fixture));
    SentEvent first = fixture.events().getFirst();
    SentEvent wrong =
        spoilt(
            skewed(first, Duration.ofDays(400)),
            body -> body.put("id", "c71a0901-0000-4f60-8a1b-2c3d4e5f6a7b"));
    arrivals.add(5, new Arrival(FLAT.of(wrong), arrivals.get(5).at()));

    assertThat(ids(tell(arrivals, fixture.lookups()))).containsExactly("mass-deletion");
  }

  @Test
  void recordsOfAnySortBreakNothing() {
    System.out.println("seed " + SEED + ": random records over the whole catalogue");
    RandomRecords records = new RandomRecords(CATALOGUE, SEED);
    DetectionEvaluator evaluator = new DetectionEvaluator(CATALOGUE, Lookups.none());
    Instant now = Instant.parse("2026-11-19T08:00:00Z");
    int alerts = 0;
    for (int number = 0; number < 20_000; number++) {
      now = now.plusMillis(records.millis());
      FieldValues record = EventRecord.of(records.next());
      for (Alert alert : evaluator.see(record, now)) {
        assertThat(alert.text()).isNotBlank();
        alerts++;
      }
      evaluator.passTo(now);
    }

    assertThat(alerts).as("records must meet predicates at times").isPositive();
  }

  private static Fixture fixture(String name) {
    return FIXTURES.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No fixture " + name));
  }

  private static List<Arrival> arrivals(Fixture fixture) {
    return fixture.events().stream().map(BadEventsTest::arrival).toList();
  }

  private static Arrival arrival(SentEvent event) {
    return new Arrival(FLAT.of(event), event.at());
  }

  private static List<Alert> tell(List<Arrival> arrivals, Lookups lookups) {
    DetectionEvaluator evaluator = new DetectionEvaluator(CATALOGUE, lookups);
    List<Alert> alerts = new ArrayList<>();
    arrivals.forEach(arrival -> alerts.addAll(evaluator.see(arrival.event(), arrival.at())));
    return alerts;
  }

  private static List<String> texts(List<Alert> alerts) {
    return alerts.stream().map(Alert::text).toList();
  }

  private static TreeSet<String> ids(List<Alert> alerts) {
    TreeSet<String> ids = new TreeSet<>();
    alerts.forEach(alert -> ids.add(alert.detection().id()));
    return ids;
  }

  private static SentEvent skewed(SentEvent event, Duration skew) {
    Instant wrong = event.at().plus(skew);
    return spoilt(
        event,
        body -> {
          if (body.has("timestamp")) {
            return body.put("timestamp", wrong.toEpochMilli());
          }
          return body.path("eventTime").isTextual()
              ? body.put("eventTime", wrong.toString())
              : body.put("eventTime", wrong.toEpochMilli());
        });
  }

  /** The event with another body. */
  private static SentEvent spoilt(SentEvent event, UnaryOperator<ObjectNode> spoil) {
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(event.json());
      ObjectNode detail = tree.withObject("/detail");
      detail.set("eventBody", spoil.apply(tree.withObject("/detail/eventBody")));
      return new SentEvent(event.at(), tree.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot spoil " + event.json(), failure);
    }
  }
}
