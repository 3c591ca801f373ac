package com.spokefleet.ingest.conversation;

import com.spokefleet.ingest.currency.LandingRevenue;
import com.spokefleet.ingest.currency.Revenue;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.normalize.ConversationNormalizer;
import java.nio.file.Path;
import java.util.Optional;

/** Opens a buffer for each landing of one org. */
public final class ConversationBuffers {
  private final DetailsPermit permit;
  private final Quarantine quarantine;
  private final Path scratch;
  private final long memoryBytes;
  private final Optional<Revenue> revenue;

  /**
   * @param revenue what sales told by attributes are made with; empty where none are told so
   */
  public ConversationBuffers(
      DetailsPermit permit,
      Quarantine quarantine,
      Path scratch,
      long memoryBytes,
      Optional<Revenue> revenue) {
    this.permit = permit;
    this.quarantine = quarantine;
    this.scratch = scratch;
    this.memoryBytes = memoryBytes;
    this.revenue = revenue.filter(Revenue::isOfAttributes);
  }

  /** For records of the synchronous query, which has no participant attributes. */
  ConversationBuffer open(ReadCounts counts) {
    return open(ConversationTables.withoutAttributes(), Optional.empty(), counts);
  }

  /**
   * For records of jobs and of readings by id. What was made of a conversation's attributes before
   * is replaced, so records without them must not come here.
   */
  ConversationBuffer openWithAttributes(ReadCounts counts) {
    Optional<LandingRevenue> sales = revenue.map(Revenue::open);
    return open(ConversationTables.withAttributes(sales), sales, counts);
  }

  private ConversationBuffer open(
      ConversationTables tables, Optional<LandingRevenue> sales, ReadCounts counts) {
    return new ConversationBuffer(
        permit.orgId(),
        new ConversationNormalizer(permit.spoke()),
        tables,
        sales,
        quarantine,
        counts,
        new UnitBatch(tables.all(), scratch, memoryBytes));
  }
}
