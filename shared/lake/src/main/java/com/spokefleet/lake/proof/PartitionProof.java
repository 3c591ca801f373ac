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
    return new PartitionProof(
        orgId,
        tableName,
        day,
        status,
        rows,
        units,
        fetched,
        ended,
        open,
        at,
        jobCount,
        aggregateCount,
        availabilityAt,
        filterHash,
        contentSha256,
        quarantined,
        readUpTo,
        provedAt,
        comparison,
        surplus);
  }

  /** The same partition, found unchanged when its day had been read up to that instant. */
  public PartitionProof renewed(long quarantinedNow, Instant readUpToNow, Instant at) {
    return new PartitionProof(
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
        quarantinedNow,
        readUpToNow,
        at,
        comparison,
        surplus);
  }

  /**
   * The same partition after its day was re-read by job: as settled as the job's result makes it.
   */
  public PartitionProof reread(JobEvidence job) {
    return new PartitionProof(
        orgId,
        tableName,
        day,
        job.status(),
        rows,
        units,
        fetched,
        queryTotalHits,
        queryOpen,
        queryCountedAt,
        job.returned(),
        aggregateCount,
        job.availableUpTo(),
        job.filterHash(),
        contentSha256,
        quarantined,
        readUpTo,
        job.at(),
        comparison,
        job.surplus());
  }

  /** The same partition, of a day whose other tables have changed since it was settled. */
  public PartitionProof provisional() {
    return with(ProofStatus.PROVISIONAL);
  }

  /** The same partition, which stands as another one does that it is made of. */
  public PartitionProof with(ProofStatus standing) {
    return new PartitionProof(
        orgId,
        tableName,
        day,
        standing,
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
        comparison,
        surplus);
  }

  /** What was counted before stands beside what the partition holds now. */
  public PartitionProof after(PartitionProof before) {
    return new PartitionProof(
        orgId,
        tableName,
        day,
        status,
        rows,
        units,
        fetched,
        before.queryTotalHits,
        before.queryOpen,
        before.queryCountedAt,
        before.jobCount,
        before.aggregateCount,
        before.availabilityAt,
        filterHash,
        contentSha256,
        quarantined,
        readUpTo,
        provedAt,
        before.comparison,
        before.surplus);
  }

  /** The same partition with another comparison; null takes it away. */
  public PartitionProof compared(@Nullable Comparison now) {
    EmittedCounts aggregated = now == null ? null : now.aggregated();
    return new PartitionProof(
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
        aggregated == null ? null : (Long) aggregated.offered(),
        availabilityAt,
        filterHash,
        contentSha256,
        quarantined,
        readUpTo,
        provedAt,
        now,
        surplus);
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
}
