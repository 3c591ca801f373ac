package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.audit.TrueAudit;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.ledger.TrueStatus;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an organisation tells over EventBridge beside the ends of legs. */
final class OrgEventsTest {
  private static final Instant START = Instant.parse("2026-11-18T10:00:00Z");
  private static final String AUDITS = "v2.audits.entitytype.{id}.entityid.{id}";

  private final SettableClock clock = new SettableClock("2026-11-18T15:00:00Z");
  private final FakeGenesysCloud cloud =
      FakeGenesysCloud.start(
          List.of(
              FakeOrgSettings.named("emea", 7, START)
                  .conversationsPerDay(1_000)
                  .volume(Volume.EVEN)
                  .build()),
          clock);
  private final FakeOrg org = cloud.org("emea");

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void tellsOfEverythingInOrderAndTheLedgerKnowsHowOften() {
    List<EmittedEvent> events = org.events(START);
    Map<String, Long> counts =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    EmittedEvent::detailType, TreeMap::new, Collectors.counting()));

    assertThat(counts).isEqualTo(org.ledger().events(START, clock.instant()));
    assertThat(counts.keySet())
        .contains(
            AUDITS,
            "v2.conversations.{id}.transcription",
            "v2.detail.events.conversation.{id}.acw",
            "v2.operations.events.{id}",
            "v2.telephony.providers.edges.{id}.metrics",
            "v2.users.{id}.presence",
            "v2.users.{id}.routingStatus");
    assertThat(events).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    assertThat(events.stream().map(EmittedEvent::id)).doesNotHaveDuplicates();
    assertThat(events)
        .filteredOn(event -> event.detailType().startsWith("v2.detail"))
        .containsExactlyInAnyOrderElementsOf(org.endEvents(START));
  }

  @Test
  void countsAreThoseOfWhatHappened() {
    Instant now = clock.instant();
    Map<String, Long> told = org.ledger().events(START, now);
    List<TrueAudit> audits =
        org.audits().generated().between(START, now, now.plus(Duration.ofDays(1)));
    long presences =
        org.ledger().statuses(now.plusSeconds(60)).stream()
            .filter(status -> status.kind() == TrueStatus.Kind.PRESENCE)
            .filter(status -> status.start().isBefore(now))
            .count();
    long minutes = Duration.between(START, now).toMinutes();

    assertThat(told).containsEntry(AUDITS, (long) audits.size());
    assertThat(told).containsEntry("v2.users.{id}.presence", presences);
    assertThat(told)
        .containsEntry(
            "v2.telephony.providers.edges.{id}.metrics", minutes * org.edges().ids().size());
  }

  @Test
  void everyInstantIsToldOfOnce() {
    List<EmittedEvent> whole = org.events(START);
    Instant middle = Instant.parse("2026-11-18T12:34:56.789Z");
    clock.advance(Duration.between(clock.instant(), middle));
    List<EmittedEvent> parts = new ArrayList<>(org.events(START));
    clock.advance(Duration.between(middle, Instant.parse("2026-11-18T15:00:00Z")));
    parts.addAll(org.events(middle));

    assertThat(parts).isEqualTo(whole);
  }

  @Test
  void envelopesAreThoseOfTheOrgsOwnSource() throws Exception {
    for (EmittedEvent event : org.events(START)) {
      JsonNode envelope = ApiClient.JSON.readTree(event.json());
      assertThat(envelope.path("id").asText()).isEqualTo(event.id());
      assertThat(envelope.path("source").asText())
          .isEqualTo(org.eventSource())
          .contains(org.orgId());
      assertThat(envelope.path("detail-type").asText()).isEqualTo(event.detailType());
      assertThat(envelope.at("/detail/topicName").asText())
          .doesNotContain("{")
          .hasSizeGreaterThanOrEqualTo(event.detailType().length());
    }
  }

  /** Who viewed or created OAuth clients, from where: an analyst's question. */
  @Test
  void auditsTellWhoTouchedOauthClientsFromWhere() throws Exception {
    org.audits().generated().perDay(400);
    List<TrueAudit> audits =
        org.audits().generated().between(START, clock.instant(), clock.instant());
    TreeSet<String> addresses = new TreeSet<>();
    TreeSet<String> actions = new TreeSet<>();
    int named = 0;
    for (EmittedEvent event : org.events(START)) {
      JsonNode body = ApiClient.JSON.readTree(event.json()).at("/detail/eventBody");
      if (event.detailType().equals(AUDITS)
          && body.path("entityType").asText().equals("OAuthClient")) {
        actions.add(body.path("action").asText());
        body.path("remoteIp").forEach(address -> addresses.add(address.asText()));
        named += body.hasNonNull("userDisplay") ? 1 : 0;
        assertThat(body.has("status")).isFalse();
        assertThat(audits).extracting(TrueAudit::id).contains(body.path("id").asText());
      }
    }

    assertThat(actions).contains("View", "Create");
    assertThat(addresses).hasSizeGreaterThan(4).allMatch(address -> address.matches("[0-9.]+"));
    assertThat(named).isPositive();
  }

  @Test
  void customersSpeakInTranscriptionsAlone() {
    String spoken = "my name is " + org.ledger().piiMarkers().word();

    assertThat(org.events(START))
        .filteredOn(event -> event.json().contains(spoken))
        .isNotEmpty()
        .allMatch(event -> event.topic().equals("transcription"));
  }
}
