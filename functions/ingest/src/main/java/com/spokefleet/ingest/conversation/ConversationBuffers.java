package com.spokefleet.ingest.conversation;

import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.normalize.ConversationNormalizer;
import java.nio.file.Path;

/** Opens a buffer for each landing of one org. */
public final class ConversationBuffers {
  private final DetailsPermit permit;
  private final Quarantine quarantine;
  private final Path scratch;
  private final long memoryBytes;

  public ConversationBuffers(
      DetailsPermit permit, Quarantine quarantine, Path scratch, long memoryBytes) {
    this.permit = permit;
    this.quarantine = quarantine;
    this.scratch = scratch;
    this.memoryBytes = memoryBytes;
  }

  /** For records of the synchronous query, which has no participant attributes. */
  ConversationBuffer open(ReadCounts counts) {
    return open(ConversationTables.withoutAttributes(), counts);
  }

  /**
   * For records of jobs and of readings by id. What was made of a conversation's attributes before
   * is replaced, so records without them must not come here.
   */
  ConversationBuffer openWithAttributes(ReadCounts counts) {
    return open(ConversationTables.withAttributes(), counts);
  }

  private ConversationBuffer open(ConversationTables tables, ReadCounts counts) {
    return new ConversationBuffer(
        permit.orgId(),
        new ConversationNormalizer(permit.spoke()),
        tables,
        quarantine,
        counts,
        new UnitBatch(tables.all(), scratch, memoryBytes));
  }
}
