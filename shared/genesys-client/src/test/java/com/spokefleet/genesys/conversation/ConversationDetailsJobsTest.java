package com.spokefleet.genesys.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.Reply;
import com.spokefleet.genesys.http.ScriptedServer;
import com.spokefleet.genesys.http.TestRuntime;
import com.spokefleet.genesys.http.TokenSource;
import com.spokefleet.genesys.http.VirtualTime;
import com.spokefleet.genesys.job.JobState;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationDetailsJobsTest {
  private static final String PATH = "/api/v2/analytics/conversations/details/jobs";
  private static final String ENDED =
      "{\"type\":\"and\",\"predicates\":[{\"type\":\"dimension\",\"dimension\":\"conversationEnd\","
          + "\"operator\":\"exists\"}]}";

  private final VirtualTime time = new VirtualTime();
  private ScriptedServer server;
  private ConversationDetailsJobs jobs;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    GenesysHttp http =
        new GenesysHttp(
            server.uri(), new OneToken(), HttpSettings.defaults(), TestRuntime.of(time));
    jobs = new ConversationDetailsJobs(http, "emea", Set.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldSubmitEndedConversationsOfTheWindow() {
    server.then(Reply.json("{\"jobId\":\"0b0b-1\"}"));

    assertThat(jobs.submit(request(JobMatching.START_DAY, QueryFilter.NONE), deadline()))
        .isEqualTo("0b0b-1");

    assertThat(server.received().getFirst().path()).isEqualTo(PATH);
    assertThat(server.received().getFirst().body())
        .isEqualTo(
            "{\"interval\":\"2026-11-10T00:00:00.000Z/2026-11-11T00:00:00.000Z\","
                + "\"startOfDayIntervalMatching\":true,\"conversationFilters\":["
                + ENDED
                + "]}");
  }

  @Test
  void shouldPutTheOrgsFilterBesideItsOwn() {
    server.always(Reply.json("{\"jobId\":\"0b0b-1\"}"));
    QueryFilter segments = QueryFilter.of("\"segmentFilters\":[{\"type\":\"or\"}]");
    QueryFilter conversations = QueryFilter.of("\"conversationFilters\":[{\"type\":\"or\"}]");

    jobs.submit(request(JobMatching.OVERLAP, segments), deadline());
    jobs.submit(request(JobMatching.OVERLAP, conversations), deadline());

    assertThat(server.received().getFirst().body())
        .contains("\"startOfDayIntervalMatching\":false,")
        .endsWith(
            "\"conversationFilters\":[" + ENDED + "],\"segmentFilters\":[{\"type\":\"or\"}]}");
    assertThat(server.received().getLast().body())
        .endsWith("\"conversationFilters\":[" + ENDED + ",{\"type\":\"or\"}]}");
  }

  @Test
  void shouldSubmitAgain_whenTheAnswerIsLost() {
    server.then(Reply.status(503, ""), Reply.json("{\"jobId\":\"0b0b-2\"}"));

    assertThat(jobs.submit(request(JobMatching.OVERLAP, QueryFilter.NONE), deadline()))
        .isEqualTo("0b0b-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"jobId\":\"\"}", "{\"jobId\":\"../me\"}", "[]"})
  void shouldRefuseAJobIdThatCannotBeAskedFor(String answer) {
    server.always(Reply.json(answer));

    assertThat(
            catchThrowableOfType(
                    GenesysException.class,
                    () -> jobs.submit(request(JobMatching.OVERLAP, QueryFilter.NONE), deadline()))
                .kind())
        .isEqualTo(FailureKind.BAD_DATA);
  }

  @Test
  void shouldTellTheStateOfAJob() {
    server.then(
        Reply.json(
            "{\"state\":\"FULFILLED\",\"expirationDate\":\"2026-11-12T01:00:21.000Z\",\"new\":1}"),
        Reply.json("{\"state\":\"FAILED\",\"errorMessage\":\"too much\"}"),
        Reply.json("{\"state\":\"ARCHIVED\"}"));

    assertThat(jobs.status("a", deadline()).expiresAt())
        .hasValue(Instant.parse("2026-11-12T01:00:21Z"));
    assertThat(jobs.status("a", deadline()).errorMessage()).hasValue("too much");
    assertThat(jobs.status("a", deadline()).state()).isEqualTo(JobState.UNKNOWN);
  }

  @Test
  void shouldReadPagesUntilThereIsNoCursor() {
    server.then(
        Reply.json("{\"conversations\":[],\"cursor\":\"x=/+\"}"),
        Reply.json("{\"dataAvailabilityDate\":\"2026-11-10T22:00:00.000Z\"}"));

    DetailsJobPage first = jobs.results("a", Optional.empty(), deadline());
    DetailsJobPage second = jobs.results("a", first.cursor(), deadline());

    assertThat(first.cursor()).hasValue("x=/+");
    assertThat(second.cursor()).isEmpty();
    assertThat(second.dataAvailabilityDate()).hasValue(Instant.parse("2026-11-10T22:00:00Z"));
    assertThat(server.received())
        .extracting(ScriptedServer.Received::path)
        .isEqualTo(
            List.of(
                PATH + "/a/results?pageSize=1000",
                PATH + "/a/results?pageSize=1000&cursor=x%3D%2F%2B"));
  }

  @Test
  void shouldNameACursorThatLeadsBackToItself() {
    server.always(Reply.json("{\"conversations\":[],\"cursor\":\"again\"}"));

    assertThatThrownBy(() -> jobs.results("a", Optional.of("again"), deadline()))
        .isInstanceOf(RepeatedCursorException.class)
        .hasMessage(
            "Cannot get conversation details of emea, results of job a, a further page: its cursor"
                + " leads back to a page that was read already");
    assertThat(server.received()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"totalHits\":0}", "{\"conversations\":[{]}", "{\"cursor\":7}"})
  void shouldTakeAnEmptyOrSpoiltPageForDamage(String answer) {
    server.always(Reply.json(answer));

    assertThat(
            catchThrowableOfType(
                    GenesysException.class, () -> jobs.results("a", Optional.empty(), deadline()))
                .kind())
        .isEqualTo(FailureKind.BAD_DATA);
  }

  @Test
  void shouldTellUpToWhenDataIsAvailable() {
    server.then(
        Reply.json("{\"dataAvailabilityDate\":\"2026-11-10T22:00:00.000+01:00\"}"),
        Reply.json("{\"dataAvailabilityDate\":\"yesterday\"}"));

    assertThat(jobs.availability(deadline())).isEqualTo(Instant.parse("2026-11-10T21:00:00Z"));
    assertThatThrownBy(() -> jobs.availability(deadline()))
        .hasMessageContaining("dataAvailabilityDate is not an instant");
  }

  @Test
  void shouldCancelAJob() {
    server.then(Reply.status(202, ""));

    jobs.cancel("a", deadline());

    assertThat(server.received().getFirst().method()).isEqualTo("DELETE");
  }

  private static DetailsJobRequest request(JobMatching matching, QueryFilter filter) {
    return new DetailsJobRequest(
        Instant.parse("2026-11-10T00:00:00Z"),
        Instant.parse("2026-11-11T00:00:00Z"),
        matching,
        filter);
  }

  private Deadline deadline() {
    return time.deadlineAfter(Duration.ofMinutes(10));
  }

  private static final class OneToken implements TokenSource {
    @Override
    public String token(Deadline deadline) {
      return "token";
    }

    @Override
    public String renewed(String refusedToken, Deadline deadline) {
      return "token";
    }
  }
}
