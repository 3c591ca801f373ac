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

  ConversationBuffer open(ReadCounts counts) {
    return new ConversationBuffer(
        permit.orgId(),
        new ConversationNormalizer(permit.spoke()),
        quarantine,
        counts,
        new UnitBatch(ConversationTables.ALL, scratch, memoryBytes));
  }
}
