package com.spokefleet.benchmark.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.spokefleet.benchmark.process.RoundClock;
import com.spokefleet.events.firehose.BatchTransformer;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.TransformSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The programs in Java. Arguments: which (walk, ours, tree), request file, reply file, rounds, org
 * id. Each round is {@link #BATCHES} batches, and is timed.
 */
final class StreamPrograms {
  /** The clock of a process' own time ticks every 10 ms, some batches' time. */
  static final int BATCHES = 20;

  private interface Program {
    void batch(byte[] request, ByteArrayOutputStream reply) throws IOException;
  }

  private StreamPrograms() {}

  public static void main(String[] arguments) throws IOException {
    byte[] request = Files.readAllBytes(Path.of(arguments[1]));
    Program program = program(arguments[0], arguments[4]);
    ByteArrayOutputStream reply = new ByteArrayOutputStream(4 << 20);
    for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
      RoundClock clock = new RoundClock();
      for (int batch = 0; batch < BATCHES; batch++) {
        reply.reset();
        program.batch(request, reply);
      }
      clock.tell(System.out);
    }
    Files.write(Path.of(arguments[2]), reply.toByteArray());
  }

  private static Program program(String name, String orgId) {
    return switch (name) {
      case "walk" -> walk();
      case "ours" -> ours(orgId);
      case "tree" -> new TreeTransformer(orgId)::transform;
      default -> throw new IllegalArgumentException("Cannot run " + name);
    };
  }

  /** Reads the request, decodes Base64, walks every token, writes nothing. */
  private static Program walk() {
    JsonFactory json = new JsonFactory();
    return (request, reply) -> {
      long tokens = 0;
      try (JsonParser outer = json.createParser(request)) {
        for (JsonToken token = outer.nextToken(); token != null; token = outer.nextToken()) {
          if (token == JsonToken.VALUE_STRING && "data".equals(outer.currentName())) {
            tokens += tokens(json, outer.getBinaryValue());
          }
        }
      }
      if (tokens == 0) {
        throw new IllegalStateException("Cannot measure: nothing was walked");
      }
    };
  }

  private static long tokens(JsonFactory json, byte[] event) throws IOException {
    long tokens = 0;
    try (JsonParser inner = json.createParser(event)) {
      while (inner.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  private static Program ours(String orgId) {
    TransformSettings settings =
        new TransformSettings(
            new DestinationSettings.Splunk("splunk", "genesys"),
            List.of(new EventOrg(orgId, "measured", "EMEA", new PrivacyRules(Map.of(), false))),
            Optional.empty());
    BatchTransformer transformer = settings.transformer(key -> new byte[0]);
    return (request, reply) -> transformer.transform(request, request.length, reply);
  }
}
