package com.spokefleet.cli.demo.stream;

import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import com.spokefleet.siem.evaluate.Alert;
import com.spokefleet.testing.stream.account.StreamAccount;
import com.spokefleet.testing.stream.account.StreamPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the demo says about the event stream. */
public final class StreamText {
  private static final int MOST_ANSWERS = 12;

  private final StreamReport report;

  public StreamText(StreamReport report) {
    this.report = report;
  }

  /** The account of every org and destination, and whether it balances. */
  public List<String> account() {
    TextTable table =
        new TextTable(
            2,
            0,
            List.of(
                "Org",
                "To",
                "Received",
                "Delivered",
                "Dropped",
                "Dead-lettered",
                "In flight",
                "Duplicates",
                "Searchable, p95"));
    Map<String, Long> reasons = new TreeMap<>();
    for (StreamPath path : report.paths()) {
      StreamAccount account = path.account();
      account.dropped().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
      table.row(
          List.of(
              account.org(),
              account.destination(),
              Format.count(account.received()),
              Format.count(account.delivered()),
              Format.count(account.totalDropped()),
              Format.count(account.deadLettered()),
              Format.count(account.inFlight()),
              Format.count(account.duplicates()),
              StreamReport.p95(path).map(Format::age).orElse(Format.UNKNOWN)));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    reasons.forEach((reason, count) -> lines.add("Dropped: " + Format.count(count) + " " + reason));
    lines.addAll(verdict());
    return lines;
  }

  private List<String> verdict() {
    List<String> problems = report.problems();
    if (problems.isEmpty()) {
      return List.of(
          "✓ received = delivered + dropped + dead-lettered + in flight, for each org and SIEM;"
              + " searchable within "
              + Format.age(StreamReport.PROMISED));
    }
    return problems.stream().map(problem -> "✗ " + problem).toList();
  }

  /** What the catalogue's detections tell the SOC, and whether both SIEMs tell the same. */
  public List<String> alerts() {
    TextTable table =
        new TextTable(6, 0, List.of("When", "Severity", "Org", "Alert", "Who", "Of what", "Paged"));
    List<Alert> alerts = report.alerts().inSplunk();
    for (Alert alert : alerts.subList(0, Math.min(MOST_ANSWERS, alerts.size()))) {
      table.row(
          List.of(
              alert.at().toString(),
              alert.severity().name().toLowerCase(Locale.ROOT),
              detail(alert, "org_name"),
              alert.detection().name(),
              detail(alert, "actor_name"),
              alert.privileged().isEmpty()
                  ? detail(alert, "entity_name")
                  : String.join(", ", alert.privileged()),
              alert.isPaged() ? "yes" : ""));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (alerts.size() > MOST_ANSWERS) {
      lines.add("and %d that are no worse".formatted(alerts.size() - MOST_ANSWERS));
    }
    lines.add("");
    lines.add(
        "%d alerts in Splunk's store, %d in Datadog's, by the same catalogue; %d page the SOC"
            .formatted(
                alerts.size(),
                report.alerts().inDatadog().size(),
                alerts.stream().filter(Alert::isPaged).count()));
    if (!report.alerts().evidence().isEmpty()) {
      lines.add("");
      lines.add("What is behind the first, as an analyst finds it:");
      report.alerts().evidence().forEach(found -> lines.add("  " + found));
    }
    return lines;
  }

  private static String detail(Alert alert, String field) {
    return alert.details().getOrDefault(field, Format.UNKNOWN);
  }

  /** The analyst's question, as typed into Splunk, and what the store answers. */
  public List<String> question() {
    List<String> lines = new ArrayList<>(OAuthClientQuestion.SEARCH.lines().toList());
    lines.replaceAll(line -> "  " + line);
    lines.add("");
    TextTable table =
        new TextTable(6, 0, List.of("When", "Org", "Who", "Did", "OAuth client", "From"));
    List<OAuthClientQuestion.Answer> answers = report.oAuthClients().answers();
    for (OAuthClientQuestion.Answer answer :
        answers.subList(Math.max(0, answers.size() - MOST_ANSWERS), answers.size())) {
      table.row(
          List.of(
              answer.at(),
              answer.org(),
              answer.who(),
              answer.did(),
              answer.client(),
              answer.from()));
    }
    lines.addAll(table.lines());
    if (answers.size() > MOST_ANSWERS) {
      lines.add("and %d before these".formatted(answers.size() - MOST_ANSWERS));
    }
    return lines;
  }
}
