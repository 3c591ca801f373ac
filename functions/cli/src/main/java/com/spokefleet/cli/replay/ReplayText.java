package com.spokefleet.cli.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.replay.archive.ArchiveReplay;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.replay.tally.ReplayTally.Fate;
import com.spokefleet.replay.tally.ReplayTally.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of a replay, for people and for scripts. */
final class ReplayText {
  private final Map<String, String> namesById;
  private final ReplayTally tally;
  private final boolean dryRun;
  private final boolean hasObjects;

  ReplayText(Fleet fleet, ReplayTally tally, boolean dryRun, boolean hasObjects) {
    this.namesById =
        fleet.spokes().stream()
            .collect(Collectors.toMap(Spoke::orgId, Spoke::name, (first, second) -> first));
    this.tally = tally;
    this.dryRun = dryRun;
    this.hasObjects = hasObjects;
  }

  List<String> lines() {
    if (tally.records() == 0 && objects() == 0) {
      return List.of("Nothing to replay.");
    }
    TextTable table =
        new TextTable(
            1,
            0,
            List.of(
                "Org",
                "Records",
                "Sent",
                "Sent before",
                "Poison",
                "Refused",
                "Unknown",
                dryRun ? "Would send" : "Not sent",
                "Outside"));
    for (String org : tally.orgIds()) {
      List<String> cells = new ArrayList<>();
      cells.add(nameOf(org));
      long records = 0;
      for (Fate fate : Fate.values()) {
        records += tally.count(org, fate);
      }
      cells.add(Format.count(records));
      for (Fate fate : Fate.values()) {
        cells.add(Format.count(tally.count(org, fate)));
      }
      table.row(cells);
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    if (hasObjects) {
      lines.add(objectsLine());
    }
    lines.addAll(advice());
    return lines;
  }

  private long objects() {
    long objects = 0;
    for (Source source : Source.values()) {
      objects += source == Source.REMOVED ? 0 : tally.count(source);
    }
    return objects;
  }

  private String objectsLine() {
    return "Objects: %s complete, %s complete before, %s with something left, %s damaged, %s removed"
        .formatted(
            Format.count(tally.count(Source.COMPLETED)),
            Format.count(tally.count(Source.DONE_BEFORE)),
            Format.count(tally.count(Source.LEFT)),
            Format.count(tally.count(Source.UNREADABLE)),
            Format.count(tally.count(Source.REMOVED)));
  }

  private List<String> advice() {
    List<String> advice = new ArrayList<>();
    if (dryRun) {
      advice.add("Nothing was sent: this was a dry run.");
      return advice;
    }
    if (tally.count(Fate.POISON) > 0) {
      advice.add(
          hasObjects
              ? "Poison cannot be read; it is kept whole under replay-poison/."
              : "Poison cannot be replayed; it stays in the queue until somebody deletes it.");
    }
    if (tally.count(Fate.UNKNOWN) > 0) {
      advice.add(
          "Unknown: the other side may have them. The next run sends them again; event_id tells"
              + " copies.");
    }
    if (tally.left() > 0 || tally.count(Source.LEFT) > 0) {
      advice.add("Nothing that is left was deleted. Run the same command again.");
    }
    return advice;
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("dryRun", dryRun);
    tally.stopped().ifPresent(reason -> document.put("stopped", reason));
    ObjectNode objects = document.putObject("objects");
    for (Source source : Source.values()) {
      objects.put(key(source), tally.count(source));
    }
    ObjectNode orgs = document.putObject("orgs");
    for (String org : tally.orgIds()) {
      ObjectNode counts = orgs.putObject(nameOf(org));
      for (Fate fate : Fate.values()) {
        counts.put(key(fate), tally.count(org, fate));
      }
    }
    ObjectNode reasons = document.putObject("reasons");
    tally.reasons().forEach(reasons::put);
    return document;
  }

  static List<String> lines(ArchiveReplay.Result result, boolean dryRun) {
    String reached = result.state().lastEvent().map(Instant::toString).orElse(Format.UNKNOWN);
    String what =
        dryRun
            ? "It would be started, or is what was started before."
            : result.started() ? "Started now." : "It had been started before.";
    return List.of(
        "Replay %s: %s, events up to %s sent. %s"
            .formatted(result.name(), key(result.state().phase()), reached, what),
        "Run the same command again to see how far it is, or to go on after one that ended early.");
  }

  static ObjectNode document(ArchiveReplay.Result result, boolean dryRun) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("dryRun", dryRun);
    document.put("replay", result.name());
    document.put("started", result.started());
    document.put("state", key(result.state().phase()));
    document.put("reason", result.state().reason());
    result.state().lastEvent().ifPresent(at -> document.put("lastEvent", at.toString()));
    return document;
  }

  private String nameOf(String orgId) {
    return orgId.isEmpty() ? "unknown" : namesById.getOrDefault(orgId, orgId);
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
