package com.spokefleet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.genesys.http.Sleeper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** One command as a script would run it: its exit code and what it wrote to either stream. */
public record CommandRun(int exitCode, String out, String err) {

  /** With a clock that stands still, and so for commands that never have to wait. */
  public static CommandRun of(Clock clock, String... arguments) {
    return of(clock, wait -> {}, Map.of(), arguments);
  }

  public static CommandRun of(
      Clock clock, Sleeper sleeper, Map<String, String> environment, String... arguments) {
    return run(clock, sleeper, environment, InputStream.nullInputStream(), arguments);
  }

  /** With something on standard input. */
  public static CommandRun reading(
      byte[] input, Clock clock, Map<String, String> environment, String... arguments) {
    return run(clock, wait -> {}, environment, new ByteArrayInputStream(input), arguments);
  }

  private static CommandRun run(
      Clock clock,
      Sleeper sleeper,
      Map<String, String> environment,
      InputStream in,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Wiring wiring = new Wiring(environment, clock, sleeper, in, stream(out), stream(err), false);
    int exitCode = FleetProgram.run(wiring, arguments);
    return new CommandRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Standard output, which must be one JSON document and nothing else. */
  public JsonNode json() throws JsonProcessingException {
    return new ObjectMapper()
        .readerFor(JsonNode.class)
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readValue(out);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
