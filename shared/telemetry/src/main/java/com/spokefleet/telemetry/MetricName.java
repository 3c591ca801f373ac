package com.spokefleet.telemetry;

import static com.spokefleet.telemetry.Dimension.DATASET;
import static com.spokefleet.telemetry.Dimension.DESTINATION;
import static com.spokefleet.telemetry.Dimension.ORG;
import static com.spokefleet.telemetry.Dimension.REASON;
import static com.spokefleet.telemetry.Dimension.TABLE;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Every metric there is, with its unit and the dimensions it always carries.
 *
 * <p>The accounting equation of the ingest, per org and dataset once a run is over: {@code
 * conversations_fetched = conversations_landed + conversations_duplicate + conversations_open +
 * quarantined}.
 */
public enum MetricName {
  /**
   * Requests sent to Genesys Cloud, repeats included: what counts against the fair-use allowance.
   */
  API_REQUESTS(Unit.COUNT, ORG, DATASET),
  /** Requests sent again after a passing fault or a throttling answer. */
  API_RETRIES(Unit.COUNT, ORG, DATASET, REASON),
  /** Time spent waiting because the org's rate limit was reached or close. */
  THROTTLED_TIME_MS(Unit.MILLISECONDS, ORG, DATASET),
  /** Bytes of answers read, before decoding. */
  BYTES_FETCHED(Unit.BYTES, ORG, DATASET),

  /** Conversation records received, before any is dropped. */
  CONVERSATIONS_FETCHED(Unit.COUNT, ORG, DATASET),
  /** Conversations handed to the merge of a partition. */
  CONVERSATIONS_LANDED(Unit.COUNT, ORG, DATASET),
  /** Records received again within one run: pages shift while data arrives. */
  CONVERSATIONS_DUPLICATE(Unit.COUNT, ORG, DATASET),
  /** Conversations left out because they have not ended. */
  CONVERSATIONS_OPEN(Unit.COUNT, ORG, DATASET),
  /** Records that could not be read and were set aside whole. */
  QUARANTINED(Unit.COUNT, ORG, DATASET),

  /**
   * Statuses of users received; fetched = landed + duplicate + left out + quarantined, once a run
   * is over.
   */
  STATUSES_FETCHED(Unit.COUNT, ORG, DATASET),
  /** Statuses of users handed to the merge of a partition. */
  STATUSES_LANDED(Unit.COUNT, ORG, DATASET),
  /** Statuses of users received again within one landing. */
  STATUSES_DUPLICATE(Unit.COUNT, ORG, DATASET),
  /** Statuses of users that started before the history, or on a day that is still to be read. */
  STATUSES_LEFT_OUT(Unit.COUNT, ORG, DATASET),

  /** Fields received that no column knows; data is kept apart, nothing is broken. */
  UNKNOWN_FIELDS(Unit.COUNT, ORG, DATASET),
  /** Values received that no enum of ours knows; they are kept as they came. */
  UNKNOWN_VALUES(Unit.COUNT, ORG, DATASET),
  /** Intervals of queues read from aggregates and landed; each reading counts. */
  INTERVALS_LANDED(Unit.COUNT, ORG, DATASET),
  /** Groups of aggregates that belong to no queue and so are left out. */
  INTERVALS_WITHOUT_QUEUE(Unit.COUNT, ORG, DATASET),
  /** Service levels of Genesys that no known setting of its switches explains. */
  SERVICE_LEVELS_UNEXPLAINED(Unit.COUNT, ORG, DATASET),
  /** Wrap-up codes without an entry in the fleet's taxonomy. */
  UNMAPPED_WRAPUPS(Unit.COUNT, ORG),

  /** Partitions whose bytes changed. */
  PARTITIONS_CHANGED(Unit.COUNT, ORG, TABLE),
  /** Partitions merged into the very same bytes and so not written. */
  PARTITIONS_UNCHANGED(Unit.COUNT, ORG, TABLE),
  /** Conditional writes lost to another writer and begun again. */
  MERGE_CONFLICTS(Unit.COUNT, ORG, TABLE),
  /** Rows of the partitions written. */
  ROWS_WRITTEN(Unit.COUNT, ORG, TABLE),
  /** Bytes of the partitions written. */
  BYTES_WRITTEN(Unit.BYTES, ORG, TABLE),

  /** Partitions that others were told of, since they changed. */
  LANDINGS_TOLD(Unit.COUNT, ORG),
  /** Partitions that others are still to be told of, measured after every run, 0 included. */
  LANDINGS_OWED(Unit.COUNT, ORG),

  /** Sales landed without being converted to the fleet's currency, by what stood in the way. */
  REVENUE_UNCONVERTED(Unit.COUNT, ORG, REASON),
  /** Rows of a revenue feed whose conversation the lake does not hold. */
  REVENUE_WAITING(Unit.COUNT, ORG),

  /** Age of the newest instant up to which a dataset is complete (now minus watermark). */
  DATA_AGE_MS(Unit.MILLISECONDS, ORG, DATASET),
  /** Time span known to be missing and still to be fetched. */
  GAP_MS(Unit.MILLISECONDS, ORG, DATASET),
  /**
   * Conversations, or events on queues, by which the days of one table differ for good from the
   * API's own counts: the sum over all settled days, told with every reconciliation, 0 included.
   */
  RECONCILIATION_DIFFERENCE(Unit.COUNT, ORG, TABLE),
  /**
   * Runs that came to their end, whatever they could do, of those that the schedule asks for: the
   * heartbeat of an org.
   */
  RUNS(Unit.COUNT, ORG),
  /**
   * 1 while Genesys' status page has the org's region in maintenance, else 0; not told while that
   * is unknown.
   */
  MAINTENANCE(Unit.COUNT, ORG),
  /** Wall time of one tick. */
  TICK_TIME_MS(Unit.MILLISECONDS, ORG, DATASET),
  /** Ticks that ended in a failure, by {@link FailureKind}. */
  TICKS_FAILED(Unit.COUNT, ORG, DATASET, REASON),

  /** End events received over EventBridge, each once, by what became of it. */
  END_EVENTS(Unit.COUNT, ORG, REASON),
  /** Time from an interaction's last end event to its row in the lake. */
  LANDING_DELAY_MS(Unit.MILLISECONDS, ORG),
  /** Audits received, repeats included. */
  AUDITS_FETCHED(Unit.COUNT, ORG, DATASET),
  /** Distinct audits handed to the merge of a partition. */
  AUDITS_LANDED(Unit.COUNT, ORG, DATASET),
  /** Audit queries that ended otherwise than with a result, by how they ended. */
  AUDIT_QUERIES_FAILED(Unit.COUNT, ORG, DATASET, REASON),
  /** Measurements of Edges received, those already known included. */
  EDGE_MEASUREMENTS_FETCHED(Unit.COUNT, ORG, DATASET),

  /** Polled measurements of Edges put on delivery streams, one for each stream. */
  EDGE_EVENTS_PUT(Unit.COUNT, ORG),
  /** Polled measurements of Edges a delivery stream did not take, one for each stream. */
  EDGE_EVENTS_FAILED(Unit.COUNT, ORG),

  /** Asynchronous jobs handed to Genesys Cloud. */
  JOBS_SUBMITTED(Unit.COUNT, ORG, DATASET),
  /** Asynchronous jobs that came to nothing, by the state they ended in. */
  JOBS_FAILED(Unit.COUNT, ORG, DATASET, REASON),
  /** Work whose jobs failed too often and waits for a person; measured with every look. */
  JOBS_GIVEN_UP(Unit.COUNT, ORG, DATASET),
  /** Start days re-read whole by job and found settled. */
  DAYS_SETTLED(Unit.COUNT, ORG, DATASET),

  /**
   * Events handed to the transformation; received = transformed + dropped + failed, of every batch.
   */
  EVENTS_RECEIVED(Unit.COUNT, ORG, DESTINATION),
  /** Events handed back to Firehose, to be delivered. */
  EVENTS_TRANSFORMED(Unit.COUNT, ORG, DESTINATION),
  /** Events left out on purpose. */
  EVENTS_DROPPED(Unit.COUNT, ORG, DESTINATION, REASON),
  /** Events that could not be transformed; they lie in the backup bucket, to be replayed. */
  EVENTS_FAILED(Unit.COUNT, ORG, DESTINATION, REASON),
  /** Dead letters of buses handed to the replaying function, each by what became of it. */
  DEAD_LETTERS(Unit.COUNT, ORG, REASON);

  private final Unit unit;
  private final Set<Dimension> dimensions;

  MetricName(Unit unit, Dimension... dimensions) {
    this.unit = unit;
    EnumSet<Dimension> declared = EnumSet.noneOf(Dimension.class);
    Collections.addAll(declared, dimensions);
    this.dimensions = Collections.unmodifiableSet(declared);
  }

  /** Name in CloudWatch, such as {@code data_age_ms}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Unit unit() {
    return unit;
  }

  public Set<Dimension> dimensions() {
    return dimensions;
  }

  void requireDimensions(Dimensions given) {
    if (!dimensions.equals(given.values().keySet())) {
      throw new IllegalArgumentException(
          "Cannot measure %s by %s: it is declared by %s"
              .formatted(key(), given.values().keySet(), dimensions));
    }
  }
}
