package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Conversations by id, and the events that tell which id to ask for. */
final class EndEventsTest {
  private static final Instant START = Instant.parse("2026-11-18T10:00:00Z");
  private final SettableClock clock = new SettableClock("2026-11-18T15:00:00Z");

  @Test
  void everyConversationThatEndedWasToldOfBeforeQueriesSawItsEnd() {
    try (FakeGenesysCloud cloud = start()) {
      FakeOrg org = cloud.org("emea");
      List<EmittedEvent> events = org.endEvents(START);
      Set<String> told =
          events.stream().map(EmittedEvent::conversationId).collect(Collectors.toSet());
      Instant now = clock.instant();
      Set<String> untold = new TreeSet<>();
      for (TrueConversation ended : org.ledger().ended(now)) {
        if (ended.end() != null && !ended.end().isBefore(START) && !told.contains(ended.id())) {
          untold.add(ended.id());
        }
      }
      assertThat(untold).isEmpty();
      assertThat(events).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
      assertThat(events)
          .extracting(EmittedEvent::topic)
          .contains("customer.end", "user.end", "acd.end", "flow.end", "acw");
    }
  }

  @Test
  void everyInstantIsToldOfOnce() {
    try (FakeGenesysCloud cloud = start()) {
      FakeOrg org = cloud.org("emea");
      List<String> whole = org.endEvents(START).stream().map(EmittedEvent::json).toList();
      Instant middle = clock.instant().minus(Duration.ofHours(1));
      clock.advance(Duration.ofHours(-1));
      List<String> parts =
          new ArrayList<>(org.endEvents(START).stream().map(EmittedEvent::json).toList());
      clock.advance(Duration.ofHours(1));
      parts.addAll(org.endEvents(middle).stream().map(EmittedEvent::json).toList());
      assertThat(parts).isEqualTo(whole).doesNotHaveDuplicates();
    }
  }

  @Test
  void anEventHasTheShapeOfPublishedOnes() throws Exception {
    try (FakeGenesysCloud cloud = start()) {
      FakeOrg org = cloud.org("emea");
      EmittedEvent event =
          org.endEvents(START).stream()
              .filter(one -> one.topic().equals("customer.end"))
              .findFirst()
              .orElseThrow();
      JsonNode envelope = ApiClient.JSON.readTree(event.json());
      assertThat(envelope.path("detail-type").asText())
          .isEqualTo("v2.detail.events.conversation.{id}.customer.end");
      assertThat(envelope.path("source").asText())
          .startsWith("aws.partner/genesys.com/cloud/" + org.orgId() + "/");
      assertThat(envelope.at("/detail/topicName").asText())
          .isEqualTo("v2.detail.events.conversation." + event.conversationId() + ".customer.end");
      assertThat(envelope.at("/detail/eventBody/eventTime").asLong())
          .isEqualTo(event.at().toEpochMilli());
      assertThat(envelope.at("/detail/eventBody/disconnectType").asText()).matches("[A-Z_]+");
    }
  }

  @Test
  void aConversationIsServedByItsIdAsTheQueryServesIt() throws Exception {
    try (FakeGenesysCloud cloud = start()) {
      FakeOrg org = cloud.org("emea");
      ApiClient client = new ApiClient(org).signedIn();
      JsonNode row =
          client
              .page("2026-11-18T00:00:00.000Z/2026-11-18T14:00:00.000Z", 1, 10, "")
              .at("/conversations/3");
      String id = row.path("conversationId").asText();
      String folder = "/api/v2/analytics/conversations/";
      JsonNode one = ApiClient.JSON.readTree(client.get(folder + id + "/details").body());
      one.path("participants").forEach(party -> ((ObjectNode) party).remove("attributes"));
      assertThat(one).isEqualTo(row);
      JsonNode several =
          ApiClient.JSON.readTree(
              client
                  .get(folder + "details?id=" + id + ",11111111-2222-4333-8444-555555555555")
                  .body());
      assertThat(several.path("conversations")).containsExactly(row);
    }
  }

  @Test
  void unknownAndMalformedIdsAreRefused() throws Exception {
    try (FakeGenesysCloud cloud = start()) {
      ApiClient client = new ApiClient(cloud.org("emea")).signedIn();
      String folder = "/api/v2/analytics/conversations/";
      String unknown = folder + "11111111-2222-4333-8444-555555555555/details";
      assertThat(client.get(unknown).statusCode()).isEqualTo(404);
      assertThat(client.get(folder + "17/details").statusCode()).isEqualTo(400);
      assertThat(client.get(folder + "details").statusCode()).isEqualTo(400);
    }
  }

  private FakeGenesysCloud start() {
    return FakeGenesysCloud.start(
        List.of(
            FakeOrgSettings.named("emea", 7, START)
                .conversationsPerDay(1_000)
                .volume(Volume.EVEN)
                .build()),
        clock);
  }
}
