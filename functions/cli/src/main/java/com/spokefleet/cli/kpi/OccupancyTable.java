package com.spokefleet.cli.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * The occupancy of agents per org and for the fleet, as a person and as a script read it. An org
 * whose statuses are not in the lake, such as a metrics-only one, is unknown.
 */
final class OccupancyTable {
  private static final double HOUR_MS = 3_600_000;

  private final KpiReport report;
  private final SortedMap<String, OccupancyTotals> totals;

  OccupancyTable(KpiReport report, SortedMap<String, OccupancyTotals> totals) {
    this.report = report;
    this.totals = totals;
  }

  /** Nothing where the lake has statuses of no org. */
  List<String> lines() {
    if (totals.isEmpty()) {
      return List.of();
    }
    TextTable table =
        new TextTable(
            1,
            0,
            List.of("Agents on queue", "Interacting h", "Communicating h", "Idle h", "Occupancy"));
    for (OrgKpis org : report.orgs()) {
      OccupancyTotals known = totals.get(org.orgId());
      table.row(
          known == null
              ? List.of(org.name(), Format.UNKNOWN, Format.UNKNOWN, Format.UNKNOWN, Format.UNKNOWN)
              : cells(org.name(), known));
    }
    table.rule();
    table.row(cells("All orgs", fleet()));
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(table.lines());
    return lines;
  }

  /** The same document with a member {@code occupancy}, where there is any. */
  JsonNode addTo(JsonNode document) {
    if (!totals.isEmpty() && document instanceof ObjectNode json) {
      ObjectNode occupancy = json.putObject("occupancy");
      occupancy.put(
          "formula", "(interacting + communicating) / (interacting + communicating + idle)");
      totals.forEach(
          (org, known) -> put(occupancy.withObjectProperty("orgs").putObject(org), known));
      put(occupancy.putObject("fleet"), fleet());
    }
    return document;
  }

  private static void put(ObjectNode node, OccupancyTotals known) {
    node.put("interactingMs", known.interactingMs());
    node.put("communicatingMs", known.communicatingMs());
    node.put("idleMs", known.idleMs());
    OptionalDouble ratio = known.ratio();
    node.put("occupancy", ratio.isPresent() ? ratio.getAsDouble() : null);
  }

  private OccupancyTotals fleet() {
    return totals.values().stream().reduce(OccupancyTotals.NOTHING, OccupancyTotals::plus);
  }

  private static List<String> cells(String name, OccupancyTotals known) {
    return List.of(
        name,
        hours(known.interactingMs()),
        hours(known.communicatingMs()),
        hours(known.idleMs()),
        Format.percent(known.ratio()));
  }

  private static String hours(long ms) {
    return String.format(Locale.ROOT, "%.1f", ms / HOUR_MS);
  }
}
