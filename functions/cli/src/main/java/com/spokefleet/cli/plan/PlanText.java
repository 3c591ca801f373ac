package com.spokefleet.cli.plan;

import com.spokefleet.cli.terminal.TextTable;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.config.schedule.SchedulePlan;
import com.spokefleet.config.schedule.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The plan as two tables: one line per org, and how many start in each minute of the hour. */
final class PlanText {
  static final int STARTS_SHOWN = 3;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MINUTES_PER_LINE = 10;

  private PlanText() {}

  static List<String> of(Fleet fleet, SchedulePlan plan, Instant now) {
    List<String> lines = new ArrayList<>(orgs(fleet, plan, now));
    lines.add("");
    lines.add("Orgs that start in each minute of an hour, at most:");
    lines.addAll(minutes(plan.startsByMinute()));
    return lines;
  }

  private static List<String> orgs(Fleet fleet, SchedulePlan plan, Instant now) {
    TextTable table =
        new TextTable(
            3,
            2,
            List.of(
                "org", "AWS account", "region", "period", "minute", "cron", "next starts, UTC"));
    for (Spoke spoke : fleet.spokes()) {
      Slot slot = plan.slot(spoke.name());
      table.row(
          List.of(
              spoke.name(),
              spoke.awsAccount().orElse("of the deployment"),
              spoke.awsRegion(),
              period(slot.period()),
              String.valueOf(slot.minute()),
              slot.cron(),
              String.join(
                  "  ", slot.startsFrom(now, STARTS_SHOWN).stream().map(TIME::format).toList())));
    }
    return table.lines();
  }

  private static String period(Duration period) {
    if (period.toDays() > 0) {
      return period.toDays() + "d";
    }
    return period.toHours() > 0 ? period.toHours() + "h" : period.toMinutes() + "m";
  }

  private static List<String> minutes(int[] starts) {
    TextTable table =
        new TextTable(
            1,
            0,
            IntStream.rangeClosed(0, MINUTES_PER_LINE)
                .mapToObj(column -> column == 0 ? "minute" : "+" + (column - 1))
                .toList());
    for (int first = 0; first < starts.length; first += MINUTES_PER_LINE) {
      List<String> cells = new ArrayList<>(List.of("%02d".formatted(first)));
      for (int minute = first; minute < first + MINUTES_PER_LINE; minute++) {
        cells.add(String.valueOf(starts[minute]));
      }
      table.row(cells);
    }
    return table.lines();
  }
}
