package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.FakeOrgSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which conversations a details query finds, in which order, and when they are visible. */
final class DetailsQueryTest {
  private static final Instant START = Instant.parse("2026-11-09T00:00:00Z");

  private final SettableClock clock = new SettableClock("2026-11-12T15:00:00Z");
  private FakeGenesysCloud cloud;
  private FakeOrg org;
  private ApiClient client;

  @BeforeEach
  void start() throws Exception {
    cloud = FakeGenesysCloud.start(List.of(settings().build()), clock);
    org = cloud.org("apac");
    client = new ApiClient(org).signedIn();
  }

  private static FakeOrgSettings.Builder settings() {
    return FakeOrgSettings.named("apac", 11, START)
        .conversationsPerDay(250)
        .zone(ZoneId.of("Asia/Tokyo"))
        .requestsPerMinute(100_000);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private static Set<String> ids(List<JsonNode> rows) {
    Set<String> ids = new TreeSet<>();
    rows.forEach(row -> ids.add(row.get("conversationId").asText()));
    assertThat(ids).as("every row once").hasSameSizeAs(rows);
    return ids;
  }

  private Set<String> truth(Predicate<TrueConversation> wanted) {
    Set<String> ids = new TreeSet<>();
    org.ledger()
        .forEach(
            clock.instant(),
            conversation -> {
              if (wanted.test(conversation)) {
                ids.add(conversation.id());
              }
            });
    return ids;
  }

  @Test
  void pagesOfAnySizeCoverTheSetExactlyOnce() throws Exception {
    String week = "2026-11-09T00:00:00Z/2026-11-12T15:00:00Z";
    Set<String> everything = truth(_ -> true);
    assertThat(everything).hasSizeGreaterThan(500);
    for (int size : new int[] {7, 25, 100}) {
      assertThat(ids(client.walk(week, size, ""))).as("pages of %d", size).isEqualTo(everything);
    }
    assertThat(client.page(week, 1, 10, "").get("totalHits").asInt()).isEqualTo(everything.size());
  }

  @Test
  void intervalSelectsStartDaysAndNothingElse() throws Exception {
    String minute = "2026-11-10T12:00:00Z/2026-11-10T12:01:00Z";
    assertThat(ids(client.walk(minute, 100, "")))
        .isEqualTo(truth(one -> one.day().toString().equals("2026-11-10")));
    String acrossMidnight = "2026-11-10T23:59:00Z/2026-11-11T00:01:00Z";
    assertThat(ids(client.walk(acrossMidnight, 100, "")))
        .isEqualTo(truth(one -> Set.of("2026-11-10", "2026-11-11").contains(one.day().toString())));
    Set<String> crossing =
        truth(
            one ->
                one.end() != null
                    && one.day().toString().equals("2026-11-10")
                    && !one.end().isBefore(Instant.parse("2026-11-11T00:00:00Z")));
    assertThat(crossing).as("the traffic has midnight crossings").isNotEmpty();
    assertThat(ids(client.walk("2026-11-11T00:00:00Z/2026-11-11T23:00:00Z", 100, "")))
        .as("a narrow window misses them")
        .doesNotContainAnyElementsOf(crossing);
  }

  @Test
  void filtersDivideTheSet() throws Exception {
    String week = "2026-11-09T00:00:00Z/2026-11-12T15:00:00Z";
    Set<String> ended = ids(client.walk(week, 100, ApiClient.ENDED));
    Set<String> open = ids(client.walk(week, 100, ApiClient.ENDED.replace("exists", "notExists")));
    assertThat(ended).isEqualTo(org.ledger().endedIds(clock.instant()));
    assertThat(open).isEqualTo(org.ledger().openIds(clock.instant())).isNotEmpty();
    String outbound =
        "\"conversationFilters\":[{\"type\":\"and\",\"predicates\":[{\"type\":\"dimension\","
            + "\"dimension\":\"originatingDirection\",\"value\":\"outbound\"}]}]";
    assertThat(ids(client.walk(week, 100, outbound))).isEqualTo(truth(TrueConversation::outbound));
    String queue = org.directory().queues().getFirst().id();
    String mail =
        ("\"segmentFilters\":[{\"type\":\"and\",\"predicates\":[{\"type\":\"dimension\","
                + "\"dimension\":\"mediaType\",\"value\":\"email\"},{\"type\":\"dimension\","
                + "\"dimension\":\"queueId\",\"value\":\"%s\"}]}]")
            .formatted(queue);
    List<JsonNode> mails = client.walk(week, 100, mail);
    assertThat(mails).isNotEmpty().allMatch(row -> row.toString().contains(queue));
  }

  @Test
  void aFilterThatThePlatformWouldNotTakeIsRefused() throws Exception {
    String mail =
        "{\"type\":\"dimension\",\"dimension\":\"mediaType\",\"operator\":\"matches\","
            + "\"value\":\"email\"}";
    String clause = "{\"type\":\"or\",\"predicates\":[" + mail + "]}";
    String good = "{\"type\":\"and\",\"clauses\":[" + clause + "]}";
    assertThat(statusOf(good)).isEqualTo(200);
    for (String bad :
        List.of(
            "{\"type\":\"and\"}",
            "{\"predicates\":[" + mail + "]}",
            "{\"type\":\"and\",\"clauses\":[" + good + "]}",
            good.replace("mediaType", "mediaKind"),
            good.replace("matches", "equals"),
            good.replace("\"dimension\",\"dimension", "\"metric\",\"dimension"),
            good.replace(",\"value\":\"email\"", ""),
            good.replace("\"value\"", "\"values\""))) {
      assertThat(statusOf(bad)).as(bad).isEqualTo(400);
    }
  }

  private int statusOf(String segmentFilter) throws Exception {
    return client
        .query(
            ApiClient.body(
                "2026-11-09T00:00:00Z/2026-11-12T15:00:00Z",
                1,
                10,
                "\"segmentFilters\":[" + segmentFilter + "]"))
        .statusCode();
  }

  @Test
  void newestEndedComeFirstWhenAskedFor() throws Exception {
    List<JsonNode> rows =
        client.walk(
            "2026-11-09T00:00:00Z/2026-11-12T15:00:00Z",
            50,
            "\"order\":\"desc\",\"orderBy\":\"conversationEnd\"," + ApiClient.ENDED);
    List<String> ends = rows.stream().map(row -> row.get("conversationEnd").asText()).toList();
    assertThat(ends).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
    List<JsonNode> oldest = client.walk("2026-11-09T00:00:00Z/2026-11-12T15:00:00Z", 50, "");
    assertThat(oldest.stream().map(row -> row.get("conversationStart").asText()).toList())
        .isSorted();
  }

  @Test
  void openConversationsHaveNoEndAndGrowWithTheClock() throws Exception {
    String day = "2026-11-12T00:00:00Z/2026-11-12T23:00:00Z";
    List<JsonNode> open = client.walk(day, 100, ApiClient.ENDED.replace("exists", "notExists"));
    assertThat(open).isNotEmpty();
    for (JsonNode row : open) {
      assertThat(row.has("conversationEnd")).isFalse();
      assertThat(row.toString()).doesNotContain("2026-11-12T15:0");
    }
    assertThat(open.stream().filter(DetailsQueryTest::hasOpenSegment)).isNotEmpty();
    clock.advance(Duration.ofDays(7));
    client.signedIn();
    Set<String> ended = ids(client.walk(day, 100, ApiClient.ENDED));
    assertThat(ended)
        .containsAll(open.stream().map(r -> r.get("conversationId").asText()).toList());
  }

  private static boolean hasOpenSegment(JsonNode row) {
    return row.findValues("segments").stream()
        .flatMap(JsonNode::valueStream)
        .anyMatch(segment -> !segment.has("segmentEnd"));
  }

  @Test
  void aConversationIsVisibleAfterTheIngestionLag() throws Exception {
    TrueConversation latest =
        org.ledger().ended(clock.instant()).stream()
            .max(Comparator.comparing(TrueConversation::start))
            .orElseThrow();
    try (FakeGenesysCloud other =
        FakeGenesysCloud.start(
            List.of(settings().build()),
            new SettableClock(latest.start().plusSeconds(3).toString()))) {
      assertThat(other.org("apac").ledger().find(latest.id(), latest.start().plusSeconds(3)))
          .isEmpty();
      assertThat(other.org("apac").ledger().find(latest.id(), latest.start().plusSeconds(7)))
          .isPresent();
    }
  }

  @Test
  void alikeSettingsAndRequestsGiveTheSameBytes() throws Exception {
    String body = ApiClient.body("2026-11-10T00:00:00Z/2026-11-11T00:00:00Z", 2, 50, "");
    byte[] first = client.query(body).body();
    assertThat(client.query(body).body()).isEqualTo(first);
    try (FakeGenesysCloud again = FakeGenesysCloud.start(List.of(settings().build()), clock);
        FakeGenesysCloud other =
            FakeGenesysCloud.start(
                List.of(FakeOrgSettings.named("apac", 12, START).conversationsPerDay(250).build()),
                clock)) {
      assertThat(new ApiClient(again.org("apac")).signedIn().query(body).body()).isEqualTo(first);
      assertThat(new ApiClient(other.org("apac")).signedIn().query(body).body())
          .isNotEqualTo(first);
    }
  }

  @Test
  void personalDataCarriesTheMarkersAndConfigurationDoesNot() throws Exception {
    String records = client.walk("2026-11-10T00:00:00Z/2026-11-10T23:00:00Z", 100, "").toString();
    Set<String> fields = new HashSet<>();
    for (JsonNode row : client.walk("2026-11-10T00:00:00Z/2026-11-10T23:00:00Z", 100, "")) {
      collect(row, org.ledger().piiMarkers().all(), fields);
    }
    assertThat(fields)
        .contains(
            "participantName",
            "ani",
            "dnis",
            "sessionDnis",
            "remote",
            "remoteNameDisplayable",
            "callbackNumbers",
            "callbackUserName",
            "addressFrom",
            "addressOther",
            "cc",
            "bcc",
            "subject",
            "wrapUpNote",
            "entryReason",
            "externalContactId",
            "outboundContactId",
            "protocolCallId",
            "destinationAddresses");
    assertThat(org.ledger().piiMarkers().all())
        .allMatch(marker -> holdsAny(records, List.of(marker)));
    for (String path : List.of("/api/v2/users", "/api/v2/routing/queues")) {
      String configuration = ApiClient.JSON.readTree(client.get(path).body()).toString();
      assertThat(holdsAny(configuration, org.ledger().piiMarkers().all())).isFalse();
    }
  }

  private static boolean holdsAny(String text, List<String> markers) {
    String lower = text.toLowerCase(Locale.ROOT);
    return markers.stream().anyMatch(marker -> lower.contains(marker.toLowerCase(Locale.ROOT)));
  }

  private static void collect(JsonNode node, List<String> markers, Set<String> fields) {
    node.propertyStream()
        .forEach(
            field -> {
              boolean isLeaf = field.getValue().isTextual() || field.getValue().path(0).isTextual();
              if (isLeaf && holdsAny(field.getValue().toString(), markers)) {
                fields.add(field.getKey());
              }
              collect(field.getValue(), markers, fields);
            });
    if (node.isArray()) {
      node.forEach(element -> collect(element, markers, fields));
    }
  }

  @Test
  void namesComeInSeveralScriptsAndOneHasThreeHundredCharacters() {
    Set<String> names =
        org.directory().queues().stream().map(queue -> queue.name()).collect(Collectors.toSet());
    assertThat(names).hasSize(8);
    assertThat(names).anyMatch(name -> name.codePointCount(0, name.length()) == 300);
    assertThat(names.toString()).contains("Kündigung", "خدمة", "ग्राहक", "カスタマー", "🎧");
  }
}
