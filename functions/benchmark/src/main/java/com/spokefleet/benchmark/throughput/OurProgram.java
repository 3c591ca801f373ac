package com.spokefleet.benchmark.throughput;

import com.spokefleet.benchmark.WorkFolder;
import com.spokefleet.benchmark.fleet.OneOrgFleet;
import com.spokefleet.benchmark.fleet.ServedOrg;
import com.spokefleet.benchmark.process.RoundClock;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.conversation.DetailsPageDecoder;
import com.spokefleet.genesys.conversation.DetailsRecord;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionMerge;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.table.Table;
import com.spokefleet.normalize.ConversationNormalizer;
import com.spokefleet.normalize.conversation.Conversation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Pages of JSON to Parquet the way the ingestion function does it: decode, normalise, buffer with
 * spilling, merge into the start day's partition. Without HTTP, progress and proofs. Writes the
 * seconds of each round.
 */
public final class OurProgram {
  private static final long MEMORY_BYTES = 32L << 20;

  private final Corpus corpus;
  private final Path output;
  private final LakeTables tables;
  private final Spoke spoke;
  private final DetailsPageDecoder decoder = new DetailsPageDecoder();

  private OurProgram(Corpus corpus, Path output, LakeTables tables) throws IOException {
    this.corpus = corpus;
    this.output = output;
    this.tables = tables;
    ServedOrg nowhere = new ServedOrg(corpus.orgId(), URI.create("http://127.0.0.1:9"), "", "");
    this.spoke = OneOrgFleet.write(output.resolve("fleet"), nowhere, 1).spoke();
  }

  /** Arguments: corpus folder, org id, output folder, tables (TWO or THREE), rounds. */
  public static void main(String[] arguments) throws IOException, MalformedPageException {
    OurProgram program =
        new OurProgram(
            new Corpus(Path.of(arguments[0]), arguments[1]),
            Path.of(arguments[2]),
            LakeTables.valueOf(arguments[3]));
    for (int round = 0; round < Integer.parseInt(arguments[4]); round++) {
      WorkFolder.delete(program.lake());
      RoundClock clock = new RoundClock();
      program.round();
      clock.tell(System.out);
    }
  }

  private Path lake() {
    return output.resolve("lake");
  }

  private void round() throws IOException, MalformedPageException {
    Path scratch = output.resolve("scratch");
    ConversationNormalizer normalizer = new ConversationNormalizer(spoke);
    try (UnitBatch batch = new UnitBatch(tables.tables(), scratch, MEMORY_BYTES)) {
      for (Path page : corpus.pages()) {
        for (DetailsRecord record : decoder.decode(Files.readAllBytes(page)).records()) {
          put(record, normalizer, batch);
        }
      }
      PartitionMerge merge = new PartitionMerge(new FolderObjectStore(lake()), scratch);
      for (LocalDate day : batch.days()) {
        for (Table<?> table : tables.tables()) {
          merge.merge(
              table, Partition.daily(table.name(), corpus.orgId(), day), batch, Fence.none());
        }
      }
    }
  }

  private void put(DetailsRecord record, ConversationNormalizer normalizer, UnitBatch batch) {
    switch (record) {
      case DetailsRecord.Decoded decoded -> {
        Conversation conversation = decoded.conversation();
        batch.put(
            LocalDate.ofInstant(conversation.start(), ZoneOffset.UTC),
            conversation.conversationId(),
            tables.rows(normalizer.normalize(conversation)));
      }
      case DetailsRecord.Poison poison ->
          throw new IllegalStateException("Cannot measure: " + poison);
    }
  }
}
