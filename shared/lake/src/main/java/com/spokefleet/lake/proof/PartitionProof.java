package com.spokefleet.lake.proof;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of what one partition holds and how complete it is.
 *
 * @param fetched records read from Genesys for it, duplicates included
 * @param queryTotalHits what the last query said it would return
 * @param queryOpen conversations of the day that had not ended then
 * @param queryCountedAt when the query counted
 * @param jobCount what the asynchronous job returned
 * @param aggregateCount times a queue was entered on that day by the aggregates, which count by the
 *     time of emission; see comparison for what the lake holds by the same count
 * @param availabilityAt up to when Genesys said its jobs were complete
 * @param filterHash identifies the filter the rows were read under
 * @param contentSha256 of the partition's object; empty if it has none
 * @param quarantined records of the day that could not be normalised
 * @param readUpTo the instant up to which the day's data was read
 * @param provedAt when this proof was made
 * @param comparison what came of holding it against another source; null before the first time
 * @param surplus units that the job did not return and that are kept all the same
 */
public record PartitionProof(
    String orgId,
    String tableName,
    LocalDate day,
    ProofStatus status,
    long rows,
    long units,
    long fetched,
    @Nullable Long queryTotalHits,
    @Nullable Long queryOpen,
    @Nullable Instant queryCountedAt,
    @Nullable Long jobCount,
    @Nullable Long aggregateCount,
    @Nullable Instant availabilityAt,
    String filterHash,
    String contentSha256,
    long quarantined,
    Instant readUpTo,
    Instant provedAt,
    @Nullable Comparison comparison,
    @Nullable Long surplus) {

  /** A partition that was not compared with anything yet. */
  public PartitionProof(
      String orgId,
      String tableName,
      LocalDate day,
      ProofStatus status,
      long rows,
      long units,
      long fetched,
      @Nullable Long queryTotalHits,
      @Nullable Long queryOpen,
      @Nullable Instant queryCountedAt,
      @Nullable Long jobCount,
      @Nullable Long aggregateCount,
      @Nullable Instant availabilityAt,
      String filterHash,
      String contentSha256,
      long quarantined,
      Instant readUpTo,
      Instant provedAt) {
    this(
        orgId,
        tableName,
        day,
        status,
        rows,
        units,
        fetched,
        queryTotalHits,
        queryOpen,
        queryCountedAt,
        jobCount,
        aggregateCount,
        availabilityAt,
        filterHash,
        contentSha256,
        quarantined,
        readUpTo,
        provedAt,
        null,
        null);
  }

  /** The same partition, counted by the query API. */
  public PartitionProof counted(long ended, long open, Instant at) {
    Draft draft = new Draft(this);
    draft.queryTotalHits = ended;
    draft.queryOpen = open;
    draft.queryCountedAt = at;
    return draft.proof();
  }

  /** The same partition, found unchanged when its day had been read up to that instant. */
  public PartitionProof renewed(long quarantinedNow, Instant readUpToNow, Instant at) {
    Draft draft = new Draft(this);
    draft.quarantined = quarantinedNow;
    draft.readUpTo = readUpToNow;
    draft.provedAt = at;
    return draft.proof();
  }

  /**
   * The same partition after its day was re-read by job: as settled as the job's result makes it.
   */
  public PartitionProof reread(JobEvidence job) {
    Draft draft = new Draft(this);
    draft.status = job.status();
    draft.jobCount = job.returned();
    draft.availabilityAt = job.availableUpTo();
    draft.filterHash = job.filterHash();
    draft.provedAt = job.at();
    draft.surplus = job.surplus();
    return draft.proof();
  }

  /** The same partition, of a day whose other tables have changed since it was settled. */
  public PartitionProof provisional() {
    return with(ProofStatus.PROVISIONAL);
  }

  /** The same partition, which stands as another one does that it is made of. */
  public PartitionProof with(ProofStatus standing) {
    Draft draft = new Draft(this);
    draft.status = standing;
    return draft.proof();
  }

  /** What was counted before stands beside what the partition holds now. */
  public PartitionProof after(PartitionProof before) {
    Draft draft = new Draft(this);
    draft.queryTotalHits = before.queryTotalHits;
    draft.queryOpen = before.queryOpen;
    draft.queryCountedAt = before.queryCountedAt;
    draft.jobCount = before.jobCount;
    draft.aggregateCount = before.aggregateCount;
    draft.availabilityAt = before.availabilityAt;
    draft.comparison = before.comparison;
    draft.surplus = before.surplus;
    return draft.proof();
  }

  /** The same partition with another comparison; null takes it away. */
  public PartitionProof compared(@Nullable Comparison now) {
    EmittedCounts aggregated = now == null ? null : now.aggregated();
    Draft draft = new Draft(this);
    draft.aggregateCount = aggregated == null ? null : (Long) aggregated.offered();
    draft.comparison = now;
    return draft.proof();
  }

  /**
   * A proof that another table holds nothing of this day, read as far and as finally as this one.
   */
  public PartitionProof ofNothing(String table) {
    return new PartitionProof(
        orgId,
        table,
        day,
        status,
        0,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        availabilityAt,
        filterHash,
        "",
        0,
        readUpTo,
        provedAt);
  }

  /** A proof of the same partition being made from another; what is not set stays. */
  private static final class Draft {
    private final PartitionProof from;
    private ProofStatus status;
    private @Nullable Long queryTotalHits;
    private @Nullable Long queryOpen;
    private @Nullable Instant queryCountedAt;
    private @Nullable Long jobCount;
    private @Nullable Long aggregateCount;
    private @Nullable Instant availabilityAt;
    private String filterHash;
    private long quarantined;
    private Instant readUpTo;
    private Instant provedAt;
    private @Nullable Comparison comparison;
    private @Nullable Long surplus;

    private Draft(PartitionProof from) {
      this.from = from;
      this.status = from.status;
      this.queryTotalHits = from.queryTotalHits;
      this.queryOpen = from.queryOpen;
      this.queryCountedAt = from.queryCountedAt;
      this.jobCount = from.jobCount;
      this.aggregateCount = from.aggregateCount;
      this.availabilityAt = from.availabilityAt;
      this.filterHash = from.filterHash;
      this.quarantined = from.quarantined;
      this.readUpTo = from.readUpTo;
      this.provedAt = from.provedAt;
      this.comparison = from.comparison;
      this.surplus = from.surplus;
    }

    private PartitionProof proof() {
      return new PartitionProof(
          from.orgId,
          from.tableName,
          from.day,
          status,
          from.rows,
          from.units,
          from.fetched,
          queryTotalHits,
          queryOpen,
          queryCountedAt,
          jobCount,
          aggregateCount,
          availabilityAt,
          filterHash,
          from.contentSha256,
          quarantined,
          readUpTo,
          provedAt,
          comparison,
          surplus);
    }
  }
}
