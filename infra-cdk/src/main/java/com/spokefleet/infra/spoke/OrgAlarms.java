package com.spokefleet.infra.spoke;

import com.spokefleet.config.Poll;
import com.spokefleet.config.Residency;
import com.spokefleet.infra.alarm.AlarmRule;
import com.spokefleet.infra.alarm.Figure;
import com.spokefleet.infra.alarm.Runbook;
import com.spokefleet.ingest.FailureReason;
import com.spokefleet.ingest.aggregate.ConversationAggregatesDataset;
import com.spokefleet.ingest.audit.AuditsDataset;
import com.spokefleet.ingest.configuration.ConfigurationDataset;
import com.spokefleet.ingest.conversation.ConversationDetailsDataset;
import com.spokefleet.ingest.conversation.ConversationSettleDataset;
import com.spokefleet.ingest.user.UsersDetailsDataset;
import com.spokefleet.ingest.user.UsersSettleDataset;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.telemetry.Dimension;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.MetricName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When the ingestion of one org wakes somebody. */
final class OrgAlarms {
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** Of an hour. */
  private static final Duration LONG_THROTTLED = Duration.ofMinutes(20);

  private static final int MISSED_PERIODS = 3;
  private static final int SOON = 2;
  private static final int HOUR_OF_QUARTERS = 4;

  private final OrgScope org;
  private final String name;

  OrgAlarms(OrgScope org) {
    this.org = org;
    this.name = org.spoke().name();
  }

  List<AlarmRule> rules() {
    List<AlarmRule> rules = new ArrayList<>();
    rules.add(noRuns());
    datasetsWithAge().forEach(dataset -> rules.add(old(dataset)));
    rules.addAll(failing());
    rules.add(throttled());
    if (isFull()) {
      rules.add(unsettled());
      rules.add(differing(ConversationsTable.TABLE.name()));
      rules.add(differing(InteractionsTable.TABLE.name()));
    }
    rules.add(unmapped());
    return rules;
  }

  /** One while Genesys itself says that the org's region is being worked on. */
  static Figure maintenance(String org) {
    return Figure.of(MetricName.MAINTENANCE, "Maximum", Map.of(Dimension.ORG, org));
  }

  private AlarmRule noRuns() {
    Duration period = org.spoke().schedule().period();
    return AlarmRule.absent(
        "no-runs",
        "No run of the ingestion has ended for " + period.multipliedBy(MISSED_PERIODS) + ".",
        Runbook.NO_RUNS,
        "IF(FILL(maintenance, 0) > 0, 1, FILL(runs, 0))",
        Map.of(
            "maintenance",
            maintenance(name),
            "runs",
            Figure.of(MetricName.RUNS, "Sum", Map.of(Dimension.ORG, name))),
        period.compareTo(SHORTEST) < 0 ? SHORTEST : period,
        MISSED_PERIODS);
  }

  /** A quarter of an hour, or a period where that is longer: there is a run in each. */
  private Duration quarterOrPeriod() {
    Duration period = org.spoke().schedule().period();
    return period.compareTo(QUARTER) < 0 ? QUARTER : period;
  }

  private AlarmRule old(String dataset) {
    return AlarmRule.above(
        "age-" + dataset,
        "The newest %s of %s are older than they may be.".formatted(dataset, name),
        Runbook.DATA_IS_OLD,
        "IF(FILL(maintenance, 0) > 0, 0, age)",
        Map.of(
            "maintenance",
            maintenance(name),
            "age",
            of(MetricName.DATA_AGE_MS, "Maximum", dataset)),
        org.fleet().operations().maximumAgeOf(org.spoke()).toMillis(),
        QUARTER,
        1);
  }

  /**
   * Most failures of one tick are cured by the next; of those that are not, each kind has an alarm,
   * for one alarm cannot look at so many figures.
   */
  private List<AlarmRule> failing() {
    return List.of(
        failing(
            "runs-fail",
            "Runs of %s fail for a reason that does not pass by itself.",
            FailureReason.of(FailureKind.PERMANENT),
            SOON),
        failing(
            "runs-partly",
            "Runs of %s have left something unread for an hour.",
            FailureReason.PARTLY,
            HOUR_OF_QUARTERS),
        failing("runs-defect", "Runs of %s fail by a fault of ours.", FailureReason.DEFECT, SOON));
  }

  private AlarmRule failing(String alarm, String says, String reason, int quarters) {
    Map<String, Figure> failures = new TreeMap<>();
    for (String dataset : datasets()) {
      failures.put(
          identifier(dataset),
          Figure.of(
              MetricName.TICKS_FAILED,
              "Sum",
              Map.of(Dimension.ORG, name, Dimension.DATASET, dataset, Dimension.REASON, reason)));
    }
    return AlarmRule.above(
        alarm,
        says.formatted(name),
        Runbook.RUNS_FAIL,
        AlarmRule.sum(failures),
        failures,
        0,
        quarterOrPeriod(),
        quarters);
  }

  private AlarmRule throttled() {
    Map<String, Figure> waits = new TreeMap<>();
    datasets()
        .forEach(
            dataset ->
                waits.put(identifier(dataset), of(MetricName.THROTTLED_TIME_MS, "Sum", dataset)));
    return AlarmRule.above(
        "throttled",
        "%s waits for its rate limit much of the time.".formatted(name),
        Runbook.THROTTLED,
        AlarmRule.sum(waits),
        waits,
        LONG_THROTTLED.toMillis(),
        HOUR,
        2);
  }

  private AlarmRule unsettled() {
    return AlarmRule.above(
        "unsettled",
        "Jobs for days of %s failed too often and wait for a person.".formatted(name),
        Runbook.DAYS_DO_NOT_SETTLE,
        "FILL(conversations, 0) + FILL(users, 0)",
        Map.of(
            "conversations",
            of(MetricName.JOBS_GIVEN_UP, "Maximum", ConversationSettleDataset.NAME),
            "users",
            of(MetricName.JOBS_GIVEN_UP, "Maximum", UsersSettleDataset.NAME)),
        0,
        HOUR,
        1);
  }

  private AlarmRule differing(String table) {
    return AlarmRule.above(
        "difference-" + table,
        "Settled days of %s of %s differ from what the API counts.".formatted(table, name),
        Runbook.FIGURES_DIFFER,
        "difference",
        Map.of(
            "difference",
            Figure.of(
                MetricName.RECONCILIATION_DIFFERENCE,
                "Maximum",
                Map.of(Dimension.ORG, name, Dimension.TABLE, table))),
        org.fleet().standards().reconciliation().tolerance(),
        HOUR,
        1);
  }

  private AlarmRule unmapped() {
    return AlarmRule.above(
        "unmapped-wrapups",
        "%s has wrap-up codes that fleet.yaml does not map.".formatted(name),
        Runbook.WRAPUPS_ARE_UNMAPPED,
        "unmapped",
        Map.of(
            "unmapped",
            Figure.of(MetricName.UNMAPPED_WRAPUPS, "Maximum", Map.of(Dimension.ORG, name))),
        0,
        DAY,
        1);
  }

  private boolean isFull() {
    return org.spoke().residency() == Residency.FULL;
  }

  private List<String> datasetsWithAge() {
    List<String> datasets = new ArrayList<>();
    if (isFull()) {
      datasets.add(ConversationDetailsDataset.NAME);
      datasets.add(UsersDetailsDataset.NAME);
    }
    datasets.add(ConversationAggregatesDataset.NAME);
    return datasets;
  }

  /** Those that can fail by themselves; an alarm takes ten figures at most. */
  private List<String> datasets() {
    List<String> datasets = new ArrayList<>(datasetsWithAge());
    datasets.add(ConfigurationDataset.NAME);
    if (isFull()) {
      datasets.add(ConversationSettleDataset.NAME);
      datasets.add(UsersSettleDataset.NAME);
    }
    if (org.spoke().polls().contains(Poll.AUDITS)) {
      datasets.add(AuditsDataset.NAME);
    }
    return datasets;
  }

  private Figure of(MetricName metric, String statistic, String dataset) {
    return Figure.of(metric, statistic, Map.of(Dimension.ORG, name, Dimension.DATASET, dataset));
  }

  /** Names in expressions have no hyphens. */
  private static String identifier(String dataset) {
    return dataset.replace('-', '_');
  }
}
