package com.spokefleet.benchmark.detections;

import com.spokefleet.benchmark.Report;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.detection.Severity;
import com.spokefleet.siem.evaluate.Alert;
import com.spokefleet.siem.evaluate.DetectionEvaluator;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.lookup.Org;
import com.spokefleet.testing.week.BusyFleet;
import com.spokefleet.testing.week.WeekEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An ordinary week of ten busy organisations over the whole catalogue, after three weeks in which
 * the habits of their people became known.
 */
public final class DetectionWeek {
  private static final long SEED = 20261109;
  private static final int ORGS = 10;
  private static final Instant MONDAY = Instant.parse("2026-11-09T00:00:00Z");
  private static final Duration LEARNING = Duration.ofDays(21);
  private static final Duration WEEK = Duration.ofDays(7);

  private final boolean full;

  /** What the week came to. */
  private static final class Account {
    private final List<Alert> alerts = new ArrayList<>();
    private final Map<String, Integer> events = new TreeMap<>();
    private long evaluating;

    void see(DetectionEvaluator evaluator, WeekEvent event) {
      String topic = event.fields().getOrDefault("topic", List.of("")).getFirst();
      events.merge(kind(topic), 1, Integer::sum);
      long begin = System.nanoTime();
      alerts.addAll(
          evaluator.see(name -> event.fields().getOrDefault(name, List.of()), event.at()));
      evaluating += System.nanoTime() - begin;
    }

    int all() {
      return events.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String kind(String topic) {
      return topic.startsWith("v2.audits")
          ? "audits"
          : topic.endsWith(".metrics") ? "Edge metrics" : "ends of conversations";
    }
  }

  /**
   * @param full whether to measure, or only to show that everything runs
   */
  public DetectionWeek(boolean full) {
    this.full = full;
  }

  public void measure(Report report) {
    BusyFleet fleet = new BusyFleet(ORGS, SEED, full ? 1 : 0.01);
    List<Org> orgs =
        fleet.orgs().stream().map(org -> new Org(org.id(), org.name(), "eu", true)).toList();
    List<Detection> catalogue = DetectionCatalogue.all();
    DetectionEvaluator evaluator =
        new DetectionEvaluator(catalogue, new Lookups(orgs, List.of(), List.of()));
    report.progress("habits of three weeks, then a week of " + ORGS + " orgs");
    evaluator.passTo(MONDAY.minus(LEARNING));
    fleet.habits(
        MONDAY.minus(LEARNING),
        MONDAY,
        event -> evaluator.see(name -> event.fields().getOrDefault(name, List.of()), event.at()));
    Account account = new Account();
    for (Instant hour = MONDAY; hour.isBefore(MONDAY.plus(WEEK)); hour = hour.plusSeconds(3_600)) {
      fleet.events(hour, hour.plusSeconds(3_600), event -> account.see(evaluator, event));
      account.alerts.addAll(evaluator.passTo(hour.plusSeconds(3_600)));
    }
    account.alerts.removeIf(alert -> alert.at().isBefore(MONDAY));
    tell(report, catalogue, account);
  }

  private static void tell(Report report, List<Detection> catalogue, Account account) {
    report.heading("Detections over an ordinary week");
    report.table("events", "of these", "detections", "alerts", "events a second");
    report.row(
        Report.number(account.all(), 0),
        account.events.entrySet().stream()
            .map(kind -> Report.number(kind.getValue(), 0) + " " + kind.getKey())
            .reduce((one, other) -> one + ", " + other)
            .orElse("none"),
        Integer.toString(catalogue.size()),
        Integer.toString(account.alerts.size()),
        Report.number(account.all() / (account.evaluating / 1e9), 0));
    Map<String, Integer> perOrgAndDay = new TreeMap<>();
    Map<Severity, Integer> perSeverity = new TreeMap<>();
    Map<String, Integer> perDetection = new TreeMap<>();
    for (Alert alert : account.alerts) {
      String day = alert.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
      perOrgAndDay.merge(alert.group().get("org_id") + day, 1, Integer::sum);
      perSeverity.merge(alert.severity(), 1, Integer::sum);
      perDetection.merge(alert.detection().id(), 1, Integer::sum);
    }
    report.note("Alerts per org and day:");
    double days = ORGS * WEEK.toDays();
    report.table("severity", "mean");
    perSeverity.forEach(
        (severity, count) ->
            report.row(severity.name().toLowerCase(Locale.ROOT), Report.number(count / days, 2)));
    report.row("all", Report.number(account.alerts.size() / days, 2));
    List<Integer> counts = new ArrayList<>(perOrgAndDay.values());
    while (counts.size() < days) {
      counts.add(0);
    }
    counts.sort(Integer::compare);
    report.note(
        "Median %d, 95th percentile %d, most %d, of %d org days."
            .formatted(
                counts.get(counts.size() / 2),
                counts.get(counts.size() * 95 / 100),
                counts.getLast(),
                counts.size()));
    report.table("detection", "alerts of " + ORGS + " orgs in the week");
    perDetection.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(one -> report.row("`" + one.getKey() + "`", one.getValue().toString()));
    report.note(
        "Silent: the other %d detections.".formatted(catalogue.size() - perDetection.size()));
  }
}
