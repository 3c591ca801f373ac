package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A monitor or a rule at work: counts different values, in a window that slides, of each group
 * apart. Which severity it has is left out; whatever the number, it is looked at whenever an event
 * came.
 */
final class LocalAlerts {
  record Log(Instant at, JsonNode body) {}

  private record Seen(Instant at, List<String> values) {}

  private final Predicate<JsonNode> query;
  private final @Nullable String counted;
  private final List<String> by;
  private final boolean isGroupOptional;
  private final Duration window;
  private final int least;

  private LocalAlerts(
      Predicate<JsonNode> query,
      @Nullable String counted,
      List<String> by,
      boolean isGroupOptional,
      Duration window,
      int least) {
    this.query = query;
    this.counted = counted;
    this.by = by;
    this.isGroupOptional = isGroupOptional;
    this.window = window;
    this.least = least;
  }

  /** Of a monitor that has groups; it counts different values, or records. */
  static LocalAlerts ofMonitor(JsonNode body) {
    Matcher matcher = AlertBodiesTest.LOG_ALERT.matcher(body.path("query").asText());
    if (!matcher.matches() || matcher.group("by") == null) {
      throw new IllegalArgumentException("Cannot run " + body);
    }
    return new LocalAlerts(
        LocalSearch.parse(matcher.group("query").replace("\\\"", "\"")),
        matcher.group("measure"),
        List.of(matcher.group("by")),
        false,
        Duration.ofMinutes(Long.parseLong(matcher.group("minutes"))),
        Integer.parseInt(matcher.group("threshold")));
  }

  /** Of a rule with a threshold; by its last case, which asks for the least. */
  static LocalAlerts ofRule(JsonNode body) {
    JsonNode all = body.path("queries").get(0);
    String condition =
        body.path("cases").get(body.path("cases").size() - 1).path("condition").asText();
    if (!condition.matches("all >= \\d+") || !all.path("name").asText().equals("all")) {
      throw new IllegalArgumentException("Cannot run " + body);
    }
    return new LocalAlerts(
        LocalSearch.parse(all.path("query").asText()),
        all.path("distinctFields").get(0).asText(),
        StreamSupport.stream(all.path("groupByFields").spliterator(), false)
            .map(JsonNode::asText)
            .toList(),
        all.path("hasOptionalGroupByFields").asBoolean(),
        Duration.ofSeconds(body.at("/options/evaluationWindow").asLong()),
        Integer.parseInt(condition.substring("all >= ".length())));
  }

  /**
   * @param logs in order of time
   */
  boolean firesOn(List<Log> logs) {
    Map<List<String>, List<Seen>> groups = new HashMap<>();
    for (int at = 0; at < logs.size(); at++) {
      Log log = logs.get(at);
      if (!query.test(log.body())) {
        continue;
      }
      List<String> group = by.stream().map(field -> value(log.body(), field)).toList();
      if (group.contains("") && !isGroupOptional) {
        continue;
      }
      List<Seen> seen = groups.computeIfAbsent(group, key -> new ArrayList<>());
      seen.removeIf(one -> one.at().isBefore(log.at().minus(window)));
      seen.add(new Seen(log.at(), values(log, at)));
      if (seen.stream().flatMap(one -> one.values().stream()).distinct().count() >= least) {
        return true;
      }
    }
    return false;
  }

  private List<String> values(Log log, int number) {
    return counted == null
        ? List.of(String.valueOf(number))
        : LocalSearch.values(log.body(), counted).stream().map(JsonNode::asText).toList();
  }

  private static String value(JsonNode log, String field) {
    List<JsonNode> values = LocalSearch.values(log, field);
    return values.isEmpty() ? "" : values.getFirst().asText();
  }
}
