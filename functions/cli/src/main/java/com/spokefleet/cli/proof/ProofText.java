package com.spokefleet.cli.proof;

import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import com.spokefleet.lake.proof.PartitionProof;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The report as a person reads it: a month of a few orgs on one screen. */
public final class ProofText {
  private static final int HASH_DIGITS = 12;

  private final ProofReport report;
  private final boolean byDay;

  public ProofText(ProofReport report, boolean byDay) {
    this.report = report;
    this.byDay = byDay;
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    TextTable table = new TextTable(4, byDay ? 3 : 1, titles());
    boolean isFirst = true;
    for (OrgProof org : report.orgs()) {
      if (!isFirst) {
        table.rule();
      }
      add(table, org);
      isFirst = false;
    }
    lines.addAll(table.lines());
    lines.add("");
    report.orgs().forEach(org -> lines.add(total(org)));
    return lines;
  }

  private List<String> titles() {
    List<String> titles =
        new ArrayList<>(List.of("Org", "Table", "Days (UTC)", "Status", "Lake", "Query", "Job"));
    titles.add("Aggr.");
    if (byDay) {
      titles.add("Age");
      titles.add("SHA-256");
    }
    titles.add("Finding");
    return titles;
  }

  private void add(TextTable text, OrgProof org) {
    String name = org.name();
    for (TableProof table : org.tables()) {
      String tableName = table.table();
      for (List<DayProof> run : runs(table.days())) {
        text.row(cells(name, tableName, run));
        name = "";
        tableName = "";
      }
    }
  }

  /** Days that follow each other and have the same verdict. */
  private List<List<DayProof>> runs(List<DayProof> days) {
    List<List<DayProof>> runs = new ArrayList<>();
    DayProof previous = null;
    for (DayProof day : days) {
      boolean goesOn =
          !byDay
              && previous != null
              && previous.day().plusDays(1).equals(day.day())
              && Verdict.of(previous).equals(Verdict.of(day));
      if (!goesOn) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(day);
      previous = day;
    }
    return runs;
  }

  private List<String> cells(String org, String table, List<DayProof> run) {
    Verdict verdict = Verdict.of(run.getFirst());
    Counts counts = Counts.of(run);
    List<String> cells = new ArrayList<>(List.of(org, table, days(run), verdict.statusText()));
    cells.add(text(counts.lake()) + quarantined(counts.quarantined()));
    cells.add(text(counts.query()));
    cells.add(text(counts.job()));
    cells.add(text(counts.aggregates()));
    if (byDay) {
      cells.add(run.getFirst().proof().map(this::age).orElse(Format.UNKNOWN));
      cells.add(run.getFirst().proof().map(ProofText::hash).orElse(Format.UNKNOWN));
    }
    cells.add(verdict.text(run));
    return cells;
  }

  private String age(PartitionProof proof) {
    return Format.age(Duration.between(proof.readUpTo(), report.madeAt()));
  }

  private static String hash(PartitionProof proof) {
    String hash = proof.contentSha256();
    return hash.isEmpty() ? "nothing" : hash.substring(0, Math.min(HASH_DIGITS, hash.length()));
  }

  private String days(List<DayProof> run) {
    String first = text(run.getFirst().day());
    return run.size() == 1
        ? first
        : first + "…" + text(run.getLast().day()) + " " + run.size() + "d";
  }

  /** The year only where it is not this one. */
  private String text(LocalDate day) {
    boolean isThisYear =
        day.getYear() == LocalDate.ofInstant(report.madeAt(), ZoneOffset.UTC).getYear();
    return day.toString().substring(isThisYear ? 5 : 0);
  }

  private static String text(OptionalLong count) {
    return count.isPresent() ? Format.count(count.getAsLong()) : Format.UNKNOWN;
  }

  /** Behind what the lake holds, with a plus: together they are what others can count. */
  private static String quarantined(OptionalLong count) {
    return count.orElse(0) == 0 ? "" : "+" + Format.count(count.getAsLong());
  }

  private String total(OrgProof org) {
    long proven = 0;
    long settled = 0;
    long missing = 0;
    long unproven = 0;
    long damaged = 0;
    long difference = 0;
    int earlier = 0;
    for (TableProof table : org.tables()) {
      proven += table.count(DayState.PROVEN);
      settled += table.days().stream().filter(DayProof::isSettled).count();
      missing += table.count(DayState.MISSING);
      unproven += table.count(DayState.UNPROVEN);
      damaged += table.count(DayState.DAMAGED);
      difference += table.settledDifference();
      earlier += table.earlierDays();
    }
    StringBuilder line = new StringBuilder(org.isSound(report.tolerance()) ? "✓ " : "✗ ");
    line.append(org.name()).append(": ");
    line.append(Format.count(proven)).append(" partitions proven, of them settled ");
    line.append(Format.count(settled));
    append(line, missing, " missing");
    append(line, unproven, " without a proof");
    append(line, damaged, " not as proven");
    append(line, difference, " off on settled days");
    append(line, earlier, " left by older conversations");
    line.append(", ").append(org.readUpTo().map(this::age).orElse("never read"));
    line.append(report.verified() ? ", every object verified" : "");
    return line.toString();
  }

  private String age(Instant readUpTo) {
    return Format.age(Duration.between(readUpTo, report.madeAt())) + " old";
  }

  private static void append(StringBuilder line, long count, String what) {
    if (count > 0) {
      line.append(", ").append(Format.count(count)).append(what);
    }
  }
}
