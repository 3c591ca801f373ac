package com.spokefleet.benchmark.coldstart;

import com.spokefleet.testing.lambda.FunctionLaunch;
import com.spokefleet.testing.lambda.FunctionProcess;
import com.spokefleet.testing.lambda.LocalRuntimeApi;
import com.spokefleet.testing.lambda.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** Starts a function's process, has it answer once, and tells how long each took. */
final class FunctionStart {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /**
   * Milliseconds.
   *
   * @param init from the start of the process until it asked for work
   * @param invoke from being given work to the answer
   */
  record Times(double init, double invoke) {
    double both() {
      return init + invoke;
    }
  }

  private FunctionStart() {}

  static Times cold(FunctionLaunch launch, Subject subject) throws IOException {
    try (LocalRuntimeApi api = new LocalRuntimeApi(TIMEOUT, Clock.systemUTC())) {
      long begin = System.nanoTime();
      try (FunctionProcess process = FunctionProcess.start(launch, api)) {
        Moment asked = expect(Moment.Kind.READY, api, process);
        return new Times(millis(begin, asked.nanos()), answer(subject, api, process));
      }
    }
  }

  /** The same after a snapshot: init is what came before it, and not waited for in Lambda. */
  static Times restored(FunctionLaunch launch, Subject subject) throws IOException {
    try (LocalRuntimeApi api = new LocalRuntimeApi(TIMEOUT, Clock.systemUTC())) {
      long begin = System.nanoTime();
      try (FunctionProcess process = FunctionProcess.start(launch, api)) {
        Moment checkpointed = expect(Moment.Kind.CHECKPOINTED, api, process);
        api.restore();
        expect(Moment.Kind.READY, api, process);
        return new Times(millis(begin, checkpointed.nanos()), answer(subject, api, process));
      }
    }
  }

  /** Starts it, has it answer once and ends it in order, so that it writes what it has seen. */
  static void train(FunctionLaunch launch, Subject subject) throws IOException {
    try (LocalRuntimeApi api = new LocalRuntimeApi(TIMEOUT, Clock.systemUTC());
        FunctionProcess process = FunctionProcess.start(launch, api)) {
      expect(Moment.Kind.READY, api, process);
      answer(subject, api, process);
      expect(Moment.Kind.READY, api, process);
      process.end();
      expect(Moment.Kind.ENDED, api, process);
    }
  }

  /** Starts what ends by itself. */
  static void end(FunctionLaunch launch) throws IOException {
    try (LocalRuntimeApi api = new LocalRuntimeApi(TIMEOUT, Clock.systemUTC());
        FunctionProcess process = FunctionProcess.start(launch, api)) {
      expect(Moment.Kind.ENDED, api, process);
    }
  }

  private static double answer(Subject subject, LocalRuntimeApi api, FunctionProcess process)
      throws IOException {
    long given = System.nanoTime();
    api.invoke(subject.request().getBytes(StandardCharsets.UTF_8));
    return millis(given, expect(Moment.Kind.ANSWERED, api, process).nanos());
  }

  private static Moment expect(Moment.Kind kind, LocalRuntimeApi api, FunctionProcess process)
      throws IOException {
    Moment moment = api.next(PATIENCE);
    if (moment.kind() != kind) {
      throw new IOException(
          "Cannot measure: %s came instead of %s: %s%n%s"
              .formatted(moment.kind(), kind, moment.text(), String.join("\n", process.log())));
    }
    return moment;
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
  }
}
