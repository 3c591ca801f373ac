package com.spokefleet.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.Sleeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The Lambda entry point of one org's ingestion; the environment says which org (see {@link
 * IngestEnvironment}). Reads a {@link RunRequest} and answers with a {@link RunReport}, both JSON.
 * A failed dataset is in the report, not an error of the invocation: the next tick is the retry.
 */
public final class IngestHandler implements RequestStreamHandler {
  /** What a run leaves unused of its time at the end, so that it can store what it left. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private final OrgIngest ingest;
  private final Clock clock;
  private final RunJson json = new RunJson();

  /** As Lambda makes it: real environment, real clock. */
  public IngestHandler() {
    this(System.getenv(), Clock.systemUTC(), Thread::sleep, System.out);
  }

  /** On one machine and in tests, where time may be another. */
  public IngestHandler(
      Map<String, String> environment, Clock clock, Sleeper sleeper, PrintStream log) {
    this.clock = clock;
    this.ingest = new IngestWiring(environment, clock, sleeper, log).orgIngest();
  }

  IngestHandler(OrgIngest ingest, Clock clock) {
    this.ingest = ingest;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    RunRequest request = json.read(input);
    Duration time = Duration.ofMillis(context.getRemainingTimeInMillis());
    Duration usable =
        time.compareTo(RESERVE.multipliedBy(2)) > 0 ? time.minus(RESERVE) : time.dividedBy(2);
    RunReport report =
        ingest.run(request, context.getAwsRequestId(), Deadline.after(usable, clock));
    json.write(report, output);
  }
}
