package com.spokefleet.cli.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.genesys.configuration.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Outcomes of checks as people and as programs read them. */
public final class CheckLines {
  private CheckLines() {}

  /** A mark and the name; below it what is wrong and how to cure it. */
  public static List<String> of(List<CheckResult> results) {
    List<String> lines = new ArrayList<>();
    for (CheckResult result : results) {
      lines.add("  " + mark(result.status()) + " " + result.name());
      if (result.problem() != null) {
        lines.add("      " + result.problem());
      }
      if (result.remedy() != null) {
        lines.add("      → " + result.remedy());
      }
    }
    return lines;
  }

  private static String mark(CheckResult.Status status) {
    return switch (status) {
      case OK -> "✓";
      case FAILED -> "✗";
      case UNKNOWN -> "?";
    };
  }

  public static ArrayNode json(List<CheckResult> results) {
    ArrayNode checks = JsonNodeFactory.instance.arrayNode();
    for (CheckResult result : results) {
      ObjectNode check = checks.addObject();
      check.put("name", result.name());
      check.put("status", result.status().name().toLowerCase(Locale.ROOT));
      check.put("problem", result.problem());
      check.put("remedy", result.remedy());
    }
    return checks;
  }
}
