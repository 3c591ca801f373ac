package com.spokefleet.benchmark.normalization;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.spokefleet.benchmark.fleet.OneOrgFleet;
import com.spokefleet.benchmark.fleet.ServedOrg;
import com.spokefleet.benchmark.throughput.Corpus;
import com.spokefleet.genesys.conversation.DetailsPageDecoder;
import com.spokefleet.genesys.conversation.DetailsRecord;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.normalize.ConversationNormalizer;
import com.spokefleet.normalize.conversation.Conversation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One operation takes all pages: walked token by token and nothing else done, decoded, normalised
 * (of records decoded before), or both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NormalizationBenchmark {
  /** Where the pages lie, and of which org. */
  @Param("")
  public String folder = "";

  @Param("")
  public String orgId = "";

  private final JsonFactory json = new JsonFactory();
  private final DetailsPageDecoder decoder = new DetailsPageDecoder();
  private final List<byte[]> pages = new ArrayList<>();
  private final List<Conversation> conversations = new ArrayList<>();
  private @Nullable ConversationNormalizer normalizer;

  @Setup
  public void read() throws IOException, MalformedPageException {
    Path work = Path.of(folder);
    ServedOrg nowhere = new ServedOrg(orgId, URI.create("http://127.0.0.1:9"), "", "");
    normalizer =
        new ConversationNormalizer(OneOrgFleet.write(work.resolve("fleet"), nowhere, 1).spoke());
    for (Path page : new Corpus(work, orgId).pages()) {
      byte[] bytes = Files.readAllBytes(page);
      pages.add(bytes);
      for (DetailsRecord record : decoder.decode(bytes).records()) {
        if (record instanceof DetailsRecord.Decoded decoded) {
          conversations.add(decoded.conversation());
        }
      }
    }
  }

  @Benchmark
  public int walk() throws IOException {
    int tokens = 0;
    for (byte[] page : pages) {
      try (JsonParser parser = json.createParser(page)) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    return tokens;
  }

  @Benchmark
  public void decode(Blackhole sink) throws MalformedPageException {
    for (byte[] page : pages) {
      sink.consume(decoder.decode(page));
    }
  }

  @Benchmark
  public void normalize(Blackhole sink) {
    ConversationNormalizer ready = Objects.requireNonNull(normalizer);
    for (Conversation conversation : conversations) {
      sink.consume(ready.normalize(conversation));
    }
  }

  @Benchmark
  public void decodeAndNormalize(Blackhole sink) throws MalformedPageException {
    ConversationNormalizer ready = Objects.requireNonNull(normalizer);
    for (byte[] page : pages) {
      for (DetailsRecord record : decoder.decode(page).records()) {
        if (record instanceof DetailsRecord.Decoded decoded) {
          sink.consume(ready.normalize(decoded.conversation()));
        }
      }
    }
  }
}
