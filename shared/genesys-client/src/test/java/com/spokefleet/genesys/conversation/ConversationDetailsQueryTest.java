package com.spokefleet.genesys.conversation;

import static org.assertj.core.api.Assertions.assertThat;
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
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationDetailsQueryTest {
  private static final DetailsWindow WINDOW =
      new DetailsWindow(
          Instant.parse("2026-11-13T00:00:00Z"),
          Instant.parse("2026-11-20T11:59:00Z"),
          DetailsOrder.CONVERSATION_END_DESCENDING,
          ConversationState.ENDED);
  private static final String PAGE =
      new String(new SamplePages(new Random(3)).page(2), StandardCharsets.UTF_8);

  private final VirtualTime time = new VirtualTime();
  private ScriptedServer server;
  private GenesysHttp http;
  private ConversationDetailsQuery query;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    http =
        new GenesysHttp(
            server.uri(), new OneToken(), HttpSettings.defaults(), TestRuntime.of(time));
    query = new ConversationDetailsQuery(http, "emea", QueryFilter.NONE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldAskForEndedConversationsNewestEndedFirst() {
    server.then(Reply.json(PAGE));

    DetailsPage page = query.page(WINDOW, 3, deadline());

    assertThat(page.records()).hasSize(2);
    assertThat(page.totalHits()).hasValue(123_456);
    ScriptedServer.Received received = server.received().getFirst();
    assertThat(received.path()).isEqualTo("/api/v2/analytics/conversations/details/query");
    assertThat(received.body())
        .isEqualTo(
            "{\"interval\":\"2026-11-13T00:00:00.000Z/2026-11-20T11:59:00.000Z\",\"order\":\"desc\","
                + "\"orderBy\":\"conversationEnd\",\"conversationFilters\":[{\"type\":\"and\","
                + "\"predicates\":[{\"type\":\"dimension\",\"dimension\":\"conversationEnd\","
                + "\"operator\":\"exists\"}]}],\"paging\":{\"pageSize\":100,\"pageNumber\":3}}");
  }

  @ParameterizedTest
  @CsvSource({
    "CONVERSATION_START_ASCENDING,OPEN,asc,conversationStart,notExists",
    "CONVERSATION_START_DESCENDING,OPEN,desc,conversationStart,notExists",
    "CONVERSATION_END_ASCENDING,ENDED,asc,conversationEnd,exists",
  })
  void shouldAskInTheOrderAndStateOfTheWindow(
      DetailsOrder order, ConversationState state, String sort, String by, String operator) {
    server.then(Reply.json("{\"totalHits\":0}"));

    query.page(new DetailsWindow(WINDOW.from(), WINDOW.to(), order, state), 1, deadline());

    assertThat(server.received().getFirst().body())
        .contains("\"order\":\"" + sort + "\"", "\"orderBy\":\"" + by + "\"")
        .contains("\"operator\":\"" + operator + "\"");
  }

  @Test
  void shouldAskWithoutFilter_whenAnyConversationIsWanted() {
    server.then(Reply.json("{\"totalHits\":0}"));
    DetailsWindow any =
        new DetailsWindow(WINDOW.from(), WINDOW.to(), WINDOW.order(), ConversationState.ANY);

    assertThat(query.page(any, 1, deadline()).records()).isEmpty();

    assertThat(server.received().getFirst().body()).doesNotContain("conversationFilters");
  }

  @Test
  void shouldAskForWhatTheFilterAdmitsBesideItsOwnCondition() {
    String inbound =
        "{\"type\":\"and\",\"predicates\":[{\"type\":\"dimension\","
            + "\"dimension\":\"originatingDirection\",\"operator\":\"matches\","
            + "\"value\":\"inbound\"}]}";
    String voice = inbound.replace("originatingDirection", "mediaType").replace("inbound", "voice");
    QueryFilter filter =
        QueryFilter.of(
            "\"conversationFilters\":[" + inbound + "],\"segmentFilters\":[" + voice + "]");
    ConversationDetailsQuery filtered = new ConversationDetailsQuery(http, "emea", filter);
    server.then(Reply.json(PAGE)).then(Reply.json(PAGE)).then(Reply.json(PAGE));

    filtered.page(WINDOW, 1, deadline());
    filtered.count(WINDOW, deadline());
    filtered.page(
        new DetailsWindow(WINDOW.from(), WINDOW.to(), WINDOW.order(), ConversationState.ANY),
        1,
        deadline());

    String ended =
        "{\"type\":\"and\",\"predicates\":[{\"type\":\"dimension\","
            + "\"dimension\":\"conversationEnd\",\"operator\":\"exists\"}]}";
    String both =
        ",\"conversationFilters\":["
            + ended
            + ","
            + inbound
            + "],\"segmentFilters\":["
            + voice
            + "],\"paging\"";
    assertThat(server.received().get(0).body()).contains(both);
    assertThat(server.received().get(1).body()).as("counts are filtered alike").contains(both);
    assertThat(server.received().get(2).body())
        .contains(",\"conversationFilters\":[" + inbound + "],\"segmentFilters\":[")
        .doesNotContain("conversationEnd\",\"operator");
  }

  @Test
  void shouldCountAtThePriceOfOneRecord() {
    server.then(Reply.json(PAGE));

    assertThat(query.count(WINDOW, deadline())).isEqualTo(123_456);

    assertThat(server.received()).hasSize(1);
    assertThat(server.received().getFirst().body()).contains("\"pageSize\":1,");
  }

  @Test
  void shouldReadAPageAgain_whenItsJsonIsBroken() {
    server.then(Reply.json("{\"conversations\":[{\"a\":}]}"), Reply.json("{}"), Reply.json(PAGE));

    assertThat(query.page(WINDOW, 1, deadline()).records()).hasSize(2);
  }

  @Test
  void shouldNameOrgDatasetWindowAndPage_whenAPageStaysBroken() {
    server.always(Reply.json("{\"conversations\":[{\"name\":\"Ada\",}]}"));

    GenesysException failure =
        catchThrowableOfType(GenesysException.class, () -> query.page(WINDOW, 7, deadline()));

    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
    assertThat(failure)
        .hasMessageStartingWith(
            "Cannot get conversation details of emea, window"
                + " 2026-11-13T00:00:00Z/2026-11-20T11:59:00Z (ENDED, CONVERSATION_END_DESCENDING),"
                + " page 7: ");
    assertThat(failure.getMessage()).doesNotContain("Ada");
    assertThat(server.received()).hasSize(3);
  }

  @Test
  void shouldNotTakeAnErrorForAnEmptyPage() {
    server.always(Reply.json("{\"message\":\"oops\",\"status\":500}"));

    GenesysException failure =
        catchThrowableOfType(GenesysException.class, () -> query.page(WINDOW, 1, deadline()));

    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
  }

  @Test
  void shouldTakeAMissingListForTheEndOnlyAfterTheFirstPage() {
    server.always(Reply.json("{\"totalHits\":205}"));

    assertThat(query.page(WINDOW, 4, deadline()).records()).isEmpty();
    GenesysException failure =
        catchThrowableOfType(GenesysException.class, () -> query.page(WINDOW, 1, deadline()));
    assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA);
  }

  @Test
  void shouldStopAtGenesysOwnPagingLimitWithoutAsking() {
    server.always(Reply.json(PAGE));

    query.page(WINDOW, 1_000, deadline());
    PagingLimitException failure =
        catchThrowableOfType(
            PagingLimitException.class, () -> query.page(WINDOW, 1_001, deadline()));

    assertThat(failure).hasMessageContaining("page 1001").hasMessageContaining("100,000");
    assertThat(server.received()).hasSize(1);
  }

  private Deadline deadline() {
    return time.deadlineAfter(Duration.ofMinutes(5));
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
