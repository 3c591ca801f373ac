package com.spokefleet.cli.siem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.install.Change;
import com.spokefleet.siem.install.Installation;
import com.spokefleet.siem.install.Plan;
import com.spokefleet.siem.install.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan as lines or as JSON. */
final class PlanText {
  private PlanText() {}

  static List<String> lines(Installation installation, Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(installation.name());
    installation.remark().ifPresent(remark -> lines.add("  " + remark));
    for (Change change : plan.changes()) {
      if (change.verdict() != Verdict.UNCHANGED) {
        lines.add(line(change));
      }
    }
    long unchanged = plan.count(Verdict.UNCHANGED);
    lines.add(
        plan.isEqual()
            ? "  all %d objects are as they would be installed now".formatted(unchanged)
            : "  %d others are unchanged".formatted(unchanged));
    return lines;
  }

  static String line(Change change) {
    String fields = change.fields().isEmpty() ? "" : ": " + String.join(", ", change.fields());
    return "  %s %s %s%s".formatted(sign(change), change.key(), change.verdict().meaning(), fields);
  }

  private static String sign(Change change) {
    return switch (change.verdict()) {
      case CREATE -> "+";
      case UPDATE, FINISH -> "~";
      case DELETE -> "-";
      case UNCHANGED -> "=";
      case FOREIGN, CHANGED_BY_SOMEBODY, HELD_BY_PACKAGE -> "!";
    };
  }

  static void addTo(ObjectNode document, Plan plan) {
    document.put("equal", plan.isEqual()).put("unchanged", plan.count(Verdict.UNCHANGED));
    ArrayNode changes = document.putArray("differences");
    for (Change change : plan.changes()) {
      if (change.verdict() != Verdict.UNCHANGED) {
        ObjectNode each =
            changes
                .addObject()
                .put("kind", change.key().kind())
                .put("name", change.key().name())
                .put("verdict", change.verdict().name().toLowerCase(Locale.ROOT));
        change.fields().forEach(each.putArray("fields")::add);
      }
    }
  }
}
