package com.spokefleet.testing.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A function that is started, invoked again and again, and stopped. */
public final class LocalFunction implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final LocalRuntimeApi api;
  private final FunctionProcess process;

  private LocalFunction(LocalRuntimeApi api, FunctionProcess process) {
    this.api = api;
    this.process = process;
  }

  /**
   * Starts it and does not wait for it.
   *
   * @param timeout of the function
   * @param clock that the function runs by, which is the real one
   */
  public static LocalFunction start(FunctionLaunch launch, Duration timeout, Clock clock)
      throws IOException {
    LocalRuntimeApi api = new LocalRuntimeApi(timeout, clock);
    try {
      return new LocalFunction(api, FunctionProcess.start(launch, api));
    } catch (IOException failure) {
      api.close();
      throw failure;
    }
  }

  /** What the function answers: {@code ANSWERED}, {@code FAILED} or {@code INIT_FAILED}. */
  public Moment invoke(String event) throws IOException {
    api.invoke(event.getBytes(StandardCharsets.UTF_8));
    Moment moment = next();
    while (moment.kind() == Moment.Kind.READY) {
      moment = next();
    }
    return moment;
  }

  /** What a function with SnapStart says when its snapshot may be taken. */
  public Moment checkpoint() throws IOException {
    return next();
  }

  /** Goes on from the snapshot. */
  public void restore() {
    api.restore();
  }

  /** Everything the function has written. */
  public List<String> log() {
    return process.log();
  }

  @Override
  public void close() {
    process.close();
    api.close();
  }

  private Moment next() throws IOException {
    Moment moment = api.next(PATIENCE);
    if (moment.kind() == Moment.Kind.ENDED) {
      throw new IOException(
          "The function's process ended with %s: %s"
              .formatted(moment.text(), String.join("\n", log())));
    }
    return moment;
  }
}
