package com.spokefleet.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.cli.ingest.IngestResult.DatasetResult;
import com.spokefleet.cli.ingest.IngestResult.Status;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunsUntilCompleteTest {
  private static final IngestRequest ASKED =
      new IngestRequest(
          List.of("conversation-details"),
          Optional.of(
              new IngestRequest.Days(
                  LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02"))));

  private final List<IngestRequest> requests = new ArrayList<>();

  @Test
  void addsUpRunsUntilNothingRemains() throws IOException {
    IngestResult sum =
        execute(
            result(Status.INCOMPLETE, 40),
            result(Status.INCOMPLETE, 30),
            result(Status.COMPLETED, 5));

    assertThat(sum.status()).isEqualTo(Status.COMPLETED);
    assertThat(sum.landed()).isEqualTo(75);
    assertThat(sum.requests()).isEqualTo(30);
    assertThat(sum.datasets()).hasSize(1);
  }

  /** Asking for the same days in every run would begin them anew each time, and never end. */
  @Test
  void asksForDaysInTheFirstRunOnly() throws IOException {
    execute(result(Status.INCOMPLETE, 40), result(Status.COMPLETED, 5));

    assertThat(requests)
        .containsExactly(ASKED, new IngestRequest(ASKED.datasets(), Optional.empty()));
  }

  @Test
  void givesUpWhenTwoRunsInARowGetNowhere() throws IOException {
    IngestResult sum =
        execute(
            result(Status.INCOMPLETE, 40),
            result(Status.INCOMPLETE, 0),
            result(Status.INCOMPLETE, 0),
            result(Status.COMPLETED, 99));

    assertThat(sum.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(requests).hasSize(3);
  }

  @Test
  void endsAtAFailureOrABusyOrg() throws IOException {
    assertThat(execute(result(Status.FAILED, 1), result(Status.COMPLETED, 1)).status())
        .isEqualTo(Status.FAILED);
    assertThat(execute(result(Status.BUSY, 0), result(Status.COMPLETED, 1)).status())
        .isEqualTo(Status.BUSY);
  }

  private IngestResult execute(IngestResult... results) throws IOException {
    Deque<IngestResult> script = new ArrayDeque<>(List.of(results));
    return new RunsUntilComplete(
            request -> {
              requests.add(request);
              return script.remove();
            })
        .execute(ASKED, sum -> {});
  }

  private static IngestResult result(Status status, long landed) {
    return new IngestResult(
        status,
        10,
        List.of(
            new DatasetResult(
                "conversation-details", status.name(), landed, landed, 0, 1, "", "")));
  }
}
