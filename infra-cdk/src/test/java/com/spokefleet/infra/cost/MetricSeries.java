package com.spokefleet.infra.cost;

import com.spokefleet.telemetry.MetricName;

/**
 * How many time series of a metric an org like {@code amer} has, each combination of dimensions
 * one. A metric is billed for the hours in which it was told; what is told hourly is billed in
 * full.
 *
 * @param hoursOfDay in which it is told
 */
record MetricSeries(int count, double hoursOfDay) {
  private static final double ALWAYS = 24;
  private static final double NOW_AND_THEN = 1;

  /** Datasets of an org that is read in full and has revenue; all but the backfill. */
  private static final int DATASETS = 10;

  /** Those that ask Genesys: all but exchange rates, revenue and reconciliation. */
  private static final int ASKING = 7;

  /** Those of {@code polls}: audits and metrics of Edges. */
  private static final int POLLED = 2;

  private static final int SETTLING = 2;

  /** Empty and control events; others are dropped of other orgs. */
  private static final int DROP_REASONS = 2;

  double billed() {
    return count * hoursOfDay / ALWAYS;
  }

  /** All metrics of an org, as so many that are told at any time. */
  static double ofOrg(int destinations, boolean polls) {
    double billed = 0;
    for (MetricName name : MetricName.values()) {
      billed += of(name, destinations, polls).billed();
    }
    return billed;
  }

  /** Exhaustive, so that a new metric must be thought of here, too. */
  static MetricSeries of(MetricName name, int destinations, boolean polls) {
    int polled = polls ? POLLED : 0;
    int each = polls ? 1 : 0;
    return switch (name) {
      case API_REQUESTS -> always(ASKING + polled);
      case TICK_TIME_MS -> always(DATASETS + polled);
      case TICKS_FAILED -> rarely(DATASETS + polled);
      case API_RETRIES -> rarely(2 * (ASKING + polled));
      case THROTTLED_TIME_MS -> rarely(ASKING + polled);
      case CONVERSATIONS_FETCHED,
          CONVERSATIONS_LANDED,
          CONVERSATIONS_DUPLICATE,
          CONVERSATIONS_OPEN,
          STATUSES_FETCHED,
          STATUSES_LANDED,
          STATUSES_DUPLICATE,
          STATUSES_LEFT_OUT,
          UNKNOWN_VALUES,
          INTERVALS_LANDED,
          INTERVALS_WITHOUT_QUEUE,
          SERVICE_LEVELS_UNEXPLAINED ->
          always(1);
      case UNMAPPED_WRAPUPS, LANDINGS_TOLD, LANDINGS_OWED, RUNS, MAINTENANCE -> always(1);
      case AUDITS_FETCHED,
          AUDITS_LANDED,
          EDGE_MEASUREMENTS_FETCHED,
          EDGE_EVENTS_PUT,
          EDGE_EVENTS_FAILED ->
          always(each);
      case QUARANTINED -> always(2 + polled);
      case UNKNOWN_FIELDS -> always(3 + polled);
      case DATA_AGE_MS -> always(4 + each);
      case GAP_MS -> always(3);
      case RECONCILIATION_DIFFERENCE -> always(2);
      case JOBS_GIVEN_UP -> always(SETTLING);
      case JOBS_SUBMITTED, DAYS_SETTLED -> rarely(SETTLING);
      case JOBS_FAILED -> rarely(1);
      case AUDIT_QUERIES_FAILED -> rarely(each);
      case REVENUE_UNCONVERTED -> always(1);
      case EVENTS_RECEIVED, EVENTS_TRANSFORMED -> always(destinations);
      case EVENTS_DROPPED -> always(DROP_REASONS * destinations);
      case EVENTS_FAILED -> rarely(destinations);
      // Declared and told by nobody.
      case BYTES_FETCHED,
          PARTITIONS_CHANGED,
          PARTITIONS_UNCHANGED,
          MERGE_CONFLICTS,
          ROWS_WRITTEN,
          BYTES_WRITTEN ->
          never();
      // Told of orgs that are set up otherwise, or by what is switched off as deployed.
      case REVENUE_WAITING, END_EVENTS, LANDING_DELAY_MS, DEAD_LETTERS -> never();
    };
  }

  private static MetricSeries always(int count) {
    return new MetricSeries(count, ALWAYS);
  }

  private static MetricSeries rarely(int count) {
    return new MetricSeries(count, NOW_AND_THEN);
  }

  private static MetricSeries never() {
    return new MetricSeries(0, 0);
  }
}
