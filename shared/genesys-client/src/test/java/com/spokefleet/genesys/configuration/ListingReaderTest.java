package com.spokefleet.genesys.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a listing is followed from page to page, over real HTTP. */
final class ListingReaderTest {
  private static final String QUEUES = "/api/v2/routing/queues";

  private LoopbackOrg org;

  @BeforeEach
  void start() throws IOException {
    org = new LoopbackOrg();
  }

  @AfterEach
  void stop() {
    org.close();
  }

  @Test
  void asksForNoPageBeyondTheLastFullOne() {
    org.list(QUEUES, Listing.named("queue", 200));

    assertThat(read()).hasSize(200);
    assertThat(org.requests()).extracting(Seen::page).containsExactly(1, 2);
  }

  @Test
  void followsTheServersOwnPageSizeWhenItIsSmallerThanAskedFor() {
    List<String> queues = Listing.named("queue", 60);
    org.answer(QUEUES, request -> Listing.page(queues, request.page(), 25));

    assertThat(read()).hasSize(60);
    assertThat(org.requests()).extracting(Seen::page).containsExactly(1, 2, 3);
  }

  @Test
  void keepsAnObjectOnceThatACreationShiftedToTheNextPage() {
    List<String> queues = new ArrayList<>(Listing.named("queue", 150));
    org.answer(
        QUEUES,
        request -> {
          if (request.page() == 2 && queues.size() == 150) {
            queues.addFirst("{\"id\":\"new\"}");
          }
          return Listing.page(queues, request);
        });

    List<String> ids = read();

    assertThat(ids).hasSize(150).doesNotHaveDuplicates().contains("queue-100");
    assertThat(org.requests()).hasSize(2);
  }

  @Test
  void readsAgainWhenADeletionShiftedAnObjectToAPageAlreadyRead() {
    shrinkAfterTheFirstPage();

    List<String> ids = read();

    assertThat(ids).hasSize(149).contains("queue-101").doesNotContain("queue-1");
    assertThat(org.requests()).extracting(Seen::page).containsExactly(1, 2, 1, 2);
  }

  /** The negative control of the test above: one pass alone loses an object without a sign. */
  @Test
  void losesAnObjectWhenADeletionIsIgnored() {
    List<String> queues = shrinkAfterTheFirstPage();
    List<String> ids = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      String page = Listing.page(queues, number, 100).body();
      ids.addAll(page.lines().collect(Collectors.toList()));
      queues.removeIf(queue -> queue.contains("queue-1\""));
    }

    assertThat(String.join("", ids)).contains("\"queue-100\"").doesNotContain("\"queue-101\"");
  }

  @Test
  void refusesAListingThatStaysShorterThanItsTotal() {
    org.answer(
        QUEUES,
        Answer.json(
            "{\"entities\":[{\"id\":\"q1\"}],\"pageNumber\":1,\"pageCount\":1,\"total\":3}"));

    assertFailure(
        FailureKind.RETRYABLE,
        "Cannot read all queues of emea: in 3 readings, at last 1 of 3 objects listed");
  }

  @Test
  void stopsAtAPageThatRepeatsAnEarlierOne() {
    org.answer(
        QUEUES,
        request ->
            Answer.json(
                "{\"entities\":[{\"id\":\"q1\"}],\"nextUri\":\"/next\",\"pageCount\":9,\"total\":9}"));

    assertFailure(
        FailureKind.BAD_DATA,
        "Cannot read queues of emea, page 2: it repeats objects of earlier pages and has no other");
    assertThat(org.requests()).hasSize(2);
  }

  @Test
  void stopsWhenGenesysAnswersWithAnotherPageThanAskedFor() {
    List<String> queues = Listing.named("queue", 250);
    org.answer(QUEUES, request -> Listing.page(queues, 1, 100));

    assertFailure(
        FailureKind.BAD_DATA, "Cannot read queues of emea, page 2: Genesys answered with page 1");
  }

  @Test
  void stopsWhenThePagesGoOnPastTheirCount() {
    org.answer(
        QUEUES,
        request ->
            Answer.json(
                "{\"entities\":[{\"id\":\"q%d\"}],\"nextUri\":\"/next\",\"pageCount\":2}"
                    .formatted(request.page())));

    assertFailure(
        FailureKind.BAD_DATA,
        "Cannot read queues of emea, page 3: the listing goes on past its last page, 2");
  }

  @Test
  void refusesAnEmptyPageInTheMiddle() {
    List<String> queues = Listing.named("queue", 250);
    org.answer(
        QUEUES,
        request ->
            request.page() == 2
                ? Answer.json("{\"entities\":[],\"pageNumber\":2,\"pageCount\":3}")
                : Listing.page(queues, request));

    assertFailure(
        FailureKind.BAD_DATA,
        "Cannot read queues of emea, page 2: it is empty, though there should be 3 pages");
  }

  @Test
  void readsAllObjectsWhicheverHintsThePagesGive() {
    long seed = Long.getLong("spokefleet.seed", 20_261_120L);
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      int size = 1 + random.nextInt(100);
      List<String> queues = Listing.named("queue", random.nextInt(5 * size));
      List<String> hidden =
          random
              .ints(0, Hint.values().length)
              .limit(random.nextInt(4))
              .mapToObj(hint -> Hint.values()[hint].name())
              .toList();
      org.answer(QUEUES, request -> without(hidden, Listing.page(queues, request.page(), size)));

      assertThat(read())
          .as(
              "seed %d, round %d: %d objects by %d without %s",
              seed, round, queues.size(), size, hidden)
          .hasSize(queues.size());
    }
  }

  /** What a page may or may not say about the listing. */
  private enum Hint {
    pageNumber,
    pageCount,
    total,
    nextUri
  }

  private static Answer without(List<String> hints, Answer page) {
    String body = page.body();
    for (String hint : hints) {
      body = body.replace("\"" + hint + "\":", "\"hidden\":");
    }
    return Answer.json(body);
  }

  private List<String> shrinkAfterTheFirstPage() {
    List<String> queues = new ArrayList<>(Listing.named("queue", 150));
    org.answer(
        QUEUES,
        request -> {
          Answer page = Listing.page(queues, request);
          queues.removeIf(queue -> queue.contains("queue-1\""));
          return page;
        });
    return queues;
  }

  private List<String> read() {
    return org.configuration().queues(org.deadline()).stream().map(QueueObject::id).toList();
  }

  private void assertFailure(FailureKind kind, String message) {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            GenesysException.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageStartingWith(message);
  }
}
