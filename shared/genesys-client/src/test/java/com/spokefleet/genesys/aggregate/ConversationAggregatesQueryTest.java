package com.spokefleet.genesys.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.Reply;
import com.spokefleet.genesys.http.ScriptedServer;
import com.spokefleet.genesys.http.TestRuntime;
import com.spokefleet.genesys.http.TokenSource;
import com.spokefleet.genesys.http.VirtualTime;
import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.IntervalFigures;
import com.spokefleet.normalize.aggregate.IntervalFigures.ServiceLevelFigures;
import com.spokefleet.normalize.aggregate.IntervalKey;
import com.spokefleet.normalize.aggregate.QueueInterval;
import com.spokefleet.normalize.aggregate.WithinLadder;
import com.spokefleet.normalize.aggregate.WithinView;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the aggregates, what is made of the answers, and what of refusals. */
class ConversationAggregatesQueryTest {
  private static final Instant FROM = Instant.parse("2026-11-10T14:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-10T15:00:00Z");
  private static final WithinView WITHIN_30S = WithinView.of(AggregateMetric.ANSWERED, 30_000);
  private static final String NOTHING = "{\"results\":[]}";

  private final VirtualTime time = new VirtualTime();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer().always(Reply.json(NOTHING));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksByQueueMediumAndDirectionAndForNothingElse() {
    query(List.of(WITHIN_30S)).read(FROM, TO, deadline());

    assertThat(server.received()).hasSize(1);
    ScriptedServer.Received received = server.received().getFirst();
    assertThat(received.path()).isEqualTo("/api/v2/analytics/conversations/aggregates/query");
    assertThat(received.body())
        .startsWith(
            "{\"interval\":\"2026-11-10T14:00:00.000Z/2026-11-10T15:00:00.000Z\","
                + "\"granularity\":\"PT30M\",\"timeZone\":\"UTC\","
                + "\"groupBy\":[\"queueId\",\"mediaType\",\"direction\"],"
                + "\"filter\":{\"type\":\"and\",\"predicates\":[{\"type\":\"dimension\","
                + "\"dimension\":\"queueId\",\"operator\":\"exists\"}]},\"metrics\":[")
        .contains("\"tAnswered\"", "\"oServiceLevel\"", "\"oServiceTarget\"")
        .doesNotContain("nConversations")
        .endsWith(
            "\"views\":[{\"target\":\"tAnswered\",\"name\":\"tAnsweredWithin30000ms\","
                + "\"function\":\"rangeBound\",\"range\":{\"gte\":0,\"lt\":30001}}]}");
  }

  @Test
  void readsCountsSumsViewsAndTheServiceLevel() {
    server.then(
        Reply.json(
            reply(
                bucket(
                    "14:30",
                    """
                    {"metric":"nOffered","stats":{"count":40}},
                    {"metric":"tAnswered","stats":{"max":88000,"min":900,"count":35,"sum":760000}},
                    {"metric":"tAverageAgentResponseTime","stats":{"count":2,"sum":1500.5}},
                    {"metric":"oMessageTurn","stats":{"max":3,"count":9,"sum":15}},
                    {"metric":"oServiceTarget","stats":{"current":0.8}},
                    {"metric":"oServiceLevel","stats":
                      {"ratio":0.59,"numerator":23,"denominator":39,"target":0.8}},
                    {"metric":"nPremonitions","stats":{"count":1,"aura":2}}""",
                    """
                    {"name":"tAnsweredWithin30000ms","stats":{"count":27,"sum":301000}}"""))));

    AggregatesAnswer answer = query(List.of(WITHIN_30S)).read(FROM, TO, deadline());

    IntervalFigures figures = answer.intervals().getFirst().figures();
    assertThat(answer.intervals())
        .extracting(QueueInterval::key)
        .containsExactly(
            new IntervalKey("q1", "voice", "inbound", Instant.parse("2026-11-10T14:30:00Z")));
    assertThat(figures.count(AggregateMetric.OFFERED)).isEqualTo(40);
    assertThat(figures.count(AggregateMetric.ANSWERED)).isEqualTo(35);
    assertThat(figures.sum(AggregateMetric.ANSWERED)).isEqualTo(760_000);
    assertThat(figures.maximum(AggregateMetric.ANSWERED)).isEqualTo(88_000);
    assertThat(figures.sum(AggregateMetric.MESSAGE_TURN)).isEqualTo(15);
    assertThat(figures.sum(AggregateMetric.AVERAGE_AGENT_RESPONSE_TIME)).isEqualTo(1_501);
    assertThat(figures.count(AggregateMetric.HANDLE)).as("absent is none").isZero();
    assertThat(figures.maximum(AggregateMetric.HANDLE)).isNull();
    assertThat(figures.within(WITHIN_30S)).isEqualTo(27);
    assertThat(figures.serviceLevel()).isEqualTo(new ServiceLevelFigures(23L, 39L, 0.8));
    assertThat(answer.unknown()).as("the metric and its field").isEqualTo(2);
  }

  @Test
  void asksInGroupsOfTenViewsAndPutsTheAnswersTogetherMetricsLast() {
    List<WithinView> ladder = WithinLadder.views(30_000, 0);
    WithinView last = ladder.getLast();
    server.then(
        Reply.json(
            reply(
                bucket(
                    "14:00",
                    "",
                    "{\"name\":\"%s\",\"stats\":{\"count\":5}}".formatted(last.name())))),
        Reply.json(NOTHING),
        Reply.json(
            reply(bucket("14:00", "{\"metric\":\"tAbandon\",\"stats\":{\"count\":6}}", ""))));

    AggregatesAnswer answer = query(ladder).read(FROM, TO, deadline());

    assertThat(ladder).as("a standard of the ladder costs no view").hasSize(24);
    assertThat(server.received()).hasSize(3);
    assertThat(server.received())
        .allSatisfy(
            asked -> assertThat(asked.body().split("rangeBound", -1)).hasSizeBetween(2, 11));
    assertThat(server.received().getLast().body()).contains("\"nOffered\"");
    assertThat(answer.intervals()).hasSize(1);
    assertThat(answer.intervals().getFirst().figures().within(last)).isEqualTo(5);
    assertThat(answer.intervals().getFirst().figures().count(AggregateMetric.ABANDON)).isEqualTo(6);
  }

  @Test
  void aStretchThatIsRefusedForItsSizeIsHalvedAndThatIsRemembered() {
    ConversationAggregatesQuery query = query(List.of(WITHIN_30S));
    server.then(
        Reply.status(
            400, "{\"message\":\"The interval of the query is too large\",\"status\":400}"),
        Reply.json(reply(bucket("14:00", "{\"metric\":\"nOffered\",\"stats\":{\"count\":1}}", ""))),
        Reply.json(
            reply(bucket("14:30", "{\"metric\":\"nOffered\",\"stats\":{\"count\":2}}", ""))));

    AggregatesAnswer answer = query.read(FROM, TO, deadline());
    assertThat(answer.intervals()).hasSize(2);
    assertThat(server.received()).hasSize(3);

    query.read(FROM, TO, deadline());
    assertThat(server.received()).as("asked in halves at once").hasSize(5);
  }

  @Test
  void aRefusalForAnythingElseIsTold() {
    server.always(
        Reply.status(400, "{\"message\":\"Unknown groupBy \\\"direction\\\"\",\"status\":400}"));

    GenesysException refusal =
        catchThrowableOfType(
            GenesysException.class, () -> query(List.of(WITHIN_30S)).read(FROM, TO, deadline()));

    assertThat(refusal.kind()).isEqualTo(FailureKind.PERMANENT);
    assertThat(refusal)
        .hasMessageStartingWith(
            "Cannot get conversation aggregates of emea, window 2026-11-10T14:00:00Z/"
                + "2026-11-10T15:00:00Z, query 1 of 1");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aMetricThatAnOrgDoesNotKnowIsLeftOutFromThenOn() {
    server.then(
        Reply.status(
            400, "{\"message\":\"Unknown metric \\\"tScreenMonitoring\\\"\",\"status\":400}"));

    query(List.of(WITHIN_30S)).read(FROM, TO, deadline());

    assertThat(server.received().getFirst().body()).contains("tScreenMonitoring");
    assertThat(server.received().getLast().body())
        .doesNotContain("tScreenMonitoring")
        .contains("tFirstResponse");
  }

  @Test
  void aReplyWithoutAListCountsAsNothingOnlyWhenItIsRepeated() {
    server.then(
        Reply.json("{}"),
        Reply.json(
            reply(bucket("14:00", "{\"metric\":\"nOffered\",\"stats\":{\"count\":1}}", ""))));
    assertThat(query(List.of(WITHIN_30S)).read(FROM, TO, deadline()).intervals()).hasSize(1);

    server.then(Reply.json("{}"), Reply.json("{}"));
    assertThat(query(List.of(WITHIN_30S)).read(FROM, TO, deadline()).intervals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"results\":7}",
        "{\"results\":[7]}",
        "{\"results\":[{\"group\":{\"queueId\":\"q1\"},\"data\":[{\"metrics\":[]}]}]}",
        "{\"results\":[{\"group\":{\"queueId\":\"q1\"},\"data\":"
            + "[{\"interval\":\"yesterday\",\"metrics\":[]}]}]}",
        "{\"results\":[{\"group\":{\"queueId\":\"q1\"},\"data\":"
            + "[{\"interval\":\"2026-11-09T14:00:00.000Z/2026-11-09T14:30:00.000Z\"}]}]}",
        "{\"results\":[{\"group\":{\"queueId\":\"q1\"},\"data\":"
            + "[{\"interval\":\"2026-11-10T14:10:00.000Z/2026-11-10T14:40:00.000Z\"}]}]}",
        "{\"results\":[{\"group\":{\"queueId\":\"q1\"},\"data\":"
            + "[{\"interval\":\"2026-11-10T14:00:00.000Z/x\",\"metrics\":"
            + "[{\"metric\":\"nOffered\",\"stats\":{\"count\":\"many\"}}]}]}]}",
        "{\"results\":[{\"group\":{\"queueId\":\"q1\"},\"data\":"
            + "[{\"interval\":\"2026-11-10T14:00:00.000Z/x\"},"
            + "{\"interval\":\"2026-11-10T14:00:00.000Z/x\"}]}]}",
      })
  void aReplyThatStaysUnreadableIsBadDataAndNeverNothing(String body) {
    server.always(Reply.json(body));

    GenesysException failure =
        catchThrowableOfType(
            GenesysException.class, () -> query(List.of(WITHIN_30S)).read(FROM, TO, deadline()));

    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
    assertThat(failure).hasMessageContaining("window 2026-11-10T14:00:00Z/2026-11-10T15:00:00Z");
    assertThat(server.received().size()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void figuresOutsideAnyQueueAreLeftOutAndCounted() {
    server.then(
        Reply.json(
            """
            {"results":[{"group":{"mediaType":"voice"},"data":[
              {"interval":"2026-11-10T14:00:00.000Z/2026-11-10T14:30:00.000Z","metrics":[]}]}]}"""));

    AggregatesAnswer answer = query(List.of(WITHIN_30S)).read(FROM, TO, deadline());

    assertThat(answer.intervals()).isEmpty();
    assertThat(answer.withoutQueue()).isEqualTo(1);
  }

  @Test
  void aWindowMustLieBetweenIntervals() {
    assertThatThrownBy(() -> query(List.of()).read(FROM.plusSeconds(1), TO, deadline()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ConversationAggregatesQuery query(List<WithinView> views) {
    GenesysHttp http =
        new GenesysHttp(
            server.uri(), new OneToken(), HttpSettings.defaults(), TestRuntime.of(time));
    return new ConversationAggregatesQuery(http, "emea", views, AggregatesLimits.STANDARD);
  }

  private Deadline deadline() {
    return Deadline.after(Duration.ofMinutes(5), time);
  }

  private static String bucket(String start, String metrics, String views) {
    return """
    {"interval":"2026-11-10T%s:00.000Z/2026-11-10T15:30:00.000Z","metrics":[%s],"views":[%s]}"""
        .formatted(start, metrics, views);
  }

  private static String reply(String... buckets) {
    return """
    {"results":[{"data":[%s],
      "group":{"mediaType":"voice","queueId":"q1","direction":"inbound"}}]}"""
        .formatted(String.join(",", buckets));
  }

  private static final class OneToken implements TokenSource {
    @Override
    public String token(Deadline deadline) {
      return "token";
    }

    @Override
    public String renewed(String refused, Deadline deadline) {
      return "token";
    }
  }
}
