package com.spokefleet.lake.proof;

import static com.spokefleet.lake.table.ColumnType.DATE;
import static com.spokefleet.lake.table.ColumnType.INTEGER;
import static com.spokefleet.lake.table.ColumnType.TEXT;
import static com.spokefleet.lake.table.ColumnType.TIMESTAMP;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The table of proofs, and the way between its rows and {@link PartitionProof}. */
public final class ProofsTable {
  public static final Table<PartitionProof> TABLE =
      Table.<PartitionProof>daily(
              "partition_proofs", "What each partition holds, and the evidence that it is complete")
          .required("org_id", TEXT, "Genesys organisation", PartitionProof::orgId)
          .required("table_name", TEXT, "Table of the partition", PartitionProof::tableName)
          .required("day", DATE, "UTC start day of the partition", PartitionProof::day)
          .required(
              "status",
              TEXT,
              "'provisional' until re-read after Genesys declared the day complete, then 'settled'",
              proof -> proof.status().label())
          .required("rows", INTEGER, "Rows the partition holds", PartitionProof::rows)
          .required(
              "units", INTEGER, "Units, such as conversations, with rows", PartitionProof::units)
          .required(
              "fetched",
              INTEGER,
              "Records read from Genesys, duplicates included",
              PartitionProof::fetched)
          .optional(
              "query_total_hits",
              INTEGER,
              "Total the last query reported",
              PartitionProof::queryTotalHits)
          .optional(
              "query_open",
              INTEGER,
              "Conversations still open at that query",
              PartitionProof::queryOpen)
          .optional(
              "query_counted_at",
              TIMESTAMP,
              "When that query counted",
              PartitionProof::queryCountedAt)
          .optional(
              "job_count",
              INTEGER,
              "Records the asynchronous job returned",
              PartitionProof::jobCount)
          .optional(
              "aggregate_count",
              INTEGER,
              "For interactions: times a queue was entered (nOffered) by the aggregates, which count"
                  + " on the day of emission; compare with emitted_count",
              PartitionProof::aggregateCount)
          .optional(
              "availability_at",
              TIMESTAMP,
              "Up to when Genesys declared its jobs complete",
              PartitionProof::availabilityAt)
          .required(
              "filter_hash",
              TEXT,
              "Filter the rows were read under; none: no filter; several: it was changed, and rows of"
                  + " the one before may still lie here",
              PartitionProof::filterHash)
          .required(
              "content_sha256",
              TEXT,
              "SHA-256 of the partition's object; empty if there is none",
              PartitionProof::contentSha256)
          .required(
              "quarantined",
              INTEGER,
              "Records of the day kept in quarantine",
              PartitionProof::quarantined)
          .required(
              "read_up_to",
              TIMESTAMP,
              "Instant up to which the day was read",
              PartitionProof::readUpTo)
          .required("proved_at", TIMESTAMP, "When this proof was made", PartitionProof::provedAt)
          .optional(
              "comparison",
              TEXT,
              "Held against the query's or job's count (conversations) or the aggregates"
                  + " (interactions): agrees, lake_short, lake_over, job_short or not_comparable",
              proof -> of(proof, comparison -> comparison.outcome().label()))
          .optional(
              "comparison_reason",
              TEXT,
              "What explains it; empty if nothing does or needs to",
              proof -> of(proof, comparison -> comparison.reason().label()))
          .optional(
              "difference",
              INTEGER,
              "Units or events by which the two differ; 0 unless they disagree",
              proof -> of(proof, Comparison::difference))
          .optional(
              "emitted_count",
              INTEGER,
              "For interactions: times a queue was entered on this day, of conversations of any"
                  + " start day in the lake",
              proof -> of(proof, Comparison::emitted, EmittedCounts::offered))
          .optional(
              "emitted_answered",
              INTEGER,
              "The same for times answered",
              proof -> of(proof, Comparison::emitted, EmittedCounts::answered))
          .optional(
              "emitted_abandoned",
              INTEGER,
              "The same for times abandoned",
              proof -> of(proof, Comparison::emitted, EmittedCounts::abandoned))
          .optional(
              "aggregate_answered",
              INTEGER,
              "For interactions: times answered (tAnswered) on this day by the aggregates",
              proof -> of(proof, Comparison::aggregated, EmittedCounts::answered))
          .optional(
              "aggregate_abandoned",
              INTEGER,
              "The same for times abandoned (tAbandon)",
              proof -> of(proof, Comparison::aggregated, EmittedCounts::abandoned))
          .optional(
              "compared_at",
              TIMESTAMP,
              "When this comparison came out for the first time",
              proof -> of(proof, Comparison::comparedAt))
          .optional(
              "surplus",
              INTEGER,
              "Units the job did not return, kept all the same",
              PartitionProof::surplus)
          .keyedBy("table_name", "org_id", "table_name", "day");

  private ProofsTable() {}

  static PartitionProof proof(Row row) {
    return new PartitionProof(
        required(row, "org_id", String.class),
        required(row, "table_name", String.class),
        required(row, "day", LocalDate.class),
        ProofStatus.ofLabel(required(row, "status", String.class)),
        required(row, "rows", Long.class),
        required(row, "units", Long.class),
        required(row, "fetched", Long.class),
        optional(row, "query_total_hits", Long.class),
        optional(row, "query_open", Long.class),
        optional(row, "query_counted_at", Instant.class),
        optional(row, "job_count", Long.class),
        optional(row, "aggregate_count", Long.class),
        optional(row, "availability_at", Instant.class),
        required(row, "filter_hash", String.class),
        required(row, "content_sha256", String.class),
        required(row, "quarantined", Long.class),
        required(row, "read_up_to", Instant.class),
        required(row, "proved_at", Instant.class),
        comparison(row),
        optional(row, "surplus", Long.class));
  }

  private static @Nullable Comparison comparison(Row row) {
    String outcome = optional(row, "comparison", String.class);
    if (outcome == null) {
      return null;
    }
    return new Comparison(
        ComparisonOutcome.ofLabel(outcome),
        ComparisonReason.ofLabel(required(row, "comparison_reason", String.class)),
        required(row, "difference", Long.class),
        counts(row, "emitted_count", "emitted_answered", "emitted_abandoned"),
        counts(row, "aggregate_count", "aggregate_answered", "aggregate_abandoned"),
        required(row, "compared_at", Instant.class));
  }

  private static @Nullable EmittedCounts counts(
      Row row, String offered, String answered, String abandoned) {
    Long times = optional(row, offered, Long.class);
    return times == null
        ? null
        : new EmittedCounts(
            times, required(row, answered, Long.class), required(row, abandoned, Long.class));
  }

  private static @Nullable Object of(
      PartitionProof proof, Function<Comparison, @Nullable Object> part) {
    Comparison comparison = proof.comparison();
    return comparison == null ? null : part.apply(comparison);
  }

  private static @Nullable Object of(
      PartitionProof proof,
      Function<Comparison, @Nullable EmittedCounts> side,
      ToLongFunction<EmittedCounts> count) {
    return of(
        proof,
        comparison -> {
          EmittedCounts counts = side.apply(comparison);
          return counts == null ? null : (Long) count.applyAsLong(counts);
        });
  }

  private static <T> T required(Row row, String column, Class<T> type) {
    return Objects.requireNonNull(optional(row, column, type), column);
  }

  private static <T> @Nullable T optional(Row row, String column, Class<T> type) {
    return type.cast(row.get(TABLE, column));
  }
}
