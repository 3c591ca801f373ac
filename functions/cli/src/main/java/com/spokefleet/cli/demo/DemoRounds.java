package com.spokefleet.cli.demo;

import com.spokefleet.cli.ingest.IngestRequest;
import com.spokefleet.cli.ingest.IngestResult;
import com.spokefleet.cli.ingest.LocalFunction;
import com.spokefleet.cli.ingest.RunsUntilComplete;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs the ingest function of every org at the same time; what fails in one stays in that one. */
final class DemoRounds {
  private static final Duration TIMEOUT = Duration.ofMinutes(15);

  private final Map<DemoOrg, LocalFunction> functions;
  private final ExecutorService threads;

  DemoRounds(Map<DemoOrg, LocalFunction> functions, ExecutorService threads) {
    this.functions = functions;
    this.threads = threads;
  }

  /** One request per org; {@code finished} hears of each org as soon as it is done. */
  List<OrgRun> run(Function<DemoOrg, IngestRequest> request, Consumer<OrgRun> finished)
      throws InterruptedException {
    List<Future<OrgRun>> running = new ArrayList<>();
    functions.forEach(
        (org, function) ->
            running.add(
                threads.submit(
                    () -> {
                      OrgRun run = run(org, function, request.apply(org));
                      finished.accept(run);
                      return run;
                    })));
    List<OrgRun> runs = new ArrayList<>();
    for (Future<OrgRun> run : running) {
      runs.add(result(run));
    }
    return runs;
  }

  private static OrgRun run(DemoOrg org, LocalFunction function, IngestRequest request) {
    try {
      IngestResult result =
          new RunsUntilComplete(function, TIMEOUT).execute(request, sumSoFar -> {});
      return new OrgRun(org, Optional.of(result), problems(result));
    } catch (IOException | RuntimeException failure) {
      return new OrgRun(org, Optional.empty(), String.valueOf(failure.getMessage()));
    }
  }

  private static String problems(IngestResult result) {
    return result.status() == IngestResult.Status.COMPLETED
        ? ""
        : String.join(
            "; ",
            result.datasets().stream()
                .map(IngestResult.DatasetResult::message)
                .filter(message -> !message.isEmpty())
                .toList());
  }

  private static OrgRun result(Future<OrgRun> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException defect) {
      throw new IllegalStateException("Cannot finish a round of the demo", defect.getCause());
    }
  }
}
