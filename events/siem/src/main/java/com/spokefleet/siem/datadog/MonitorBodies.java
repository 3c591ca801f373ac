package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Severity;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.lookup.Org;
import com.spokefleet.siem.predicate.Predicate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Detections as log monitors, for those who have no Cloud SIEM. A monitor counts different
 * identities, not records, so that an event that is delivered twice counts once.
 */
final class MonitorBodies {
  private static final String PRIVILEGED = "privileged";

  /** How late an event may arrive to be counted with those of its time: both buffers, twice. */
  private static final Duration LATE = Duration.ofMinutes(4);

  private static final Duration LONGEST_PROMPT = Duration.ofDays(1).minusMinutes(1);

  private final SiemContext context;
  private final Ownership ownership;
  private final List<Limit> limits = new ArrayList<>();

  MonitorBodies(SiemContext context, Ownership ownership) {
    this.context = context;
    this.ownership = ownership;
  }

  /** What is not as the catalogue means it, of all monitors made so far. */
  List<Limit> limits() {
    return List.copyOf(limits);
  }

  List<DatadogObject> of(Detection detection) {
    return switch (detection.trigger()) {
      case Trigger.EachEvent each ->
          counting(detection, "@" + LogPipeline.IDENTITY, 1, prompt(detection.quiet()));
      case Trigger.Count(int least, Duration within) ->
          counting(detection, "@" + LogPipeline.IDENTITY, least, window(detection, within));
      case Trigger.Distinct(String field, int least, Duration within) ->
          counting(detection, LogQuery.attribute(field), least, window(detection, within));
      case Trigger.NewCombination fresh -> {
        limit(
            detection,
            "a log monitor does not know what is new; without Cloud SIEM nothing tells of it.");
        yield List.of();
      }
      case Trigger.Silence(Duration longest) ->
          context.lookups().orgs().stream()
              .filter(Org::sendsEvents)
              .map(org -> silence(detection, org, longest))
              .toList();
    };
  }

  /** A window of a day or more is looked at every ten minutes only, a shorter one every minute. */
  private static String prompt(Duration quiet) {
    return AllowedSpan.ofMonitor(quiet.compareTo(LONGEST_PROMPT) > 0 ? LONGEST_PROMPT : quiet);
  }

  private String window(Detection detection, Duration wanted) {
    if (wanted.compareTo(AllowedSpan.LONGEST_OF_MONITOR) > 0) {
      limit(
          detection,
          "its monitor looks back for two days, the longest there is, instead of %s."
              .formatted(Spans.words(wanted)));
    }
    return AllowedSpan.ofMonitor(wanted);
  }

  private List<DatadogObject> counting(
      Detection detection, String counted, int least, String window) {
    if (!RuleBodies.isRaisedByPrivileged(detection, context)) {
      return List.of(
          monitor(detection, "", detection.when(), counted, least, window, detection.severity()));
    }
    // Several events may be privileged in part; each single one is told of once.
    boolean isSingle = detection.trigger() instanceof Trigger.EachEvent;
    if (!isSingle) {
      limit(
          detection,
          "its monitor for what is privileged fires if all the events that make the number concern"
              + " something privileged; a rule of Cloud SIEM does if one of them does.");
    }
    return List.of(
        monitor(
            detection,
            "",
            isSingle ? both(detection, new Predicate.Not(RuleBodies.PRIVILEGED)) : detection.when(),
            counted,
            least,
            window,
            detection.severity()),
        monitor(
            detection,
            PRIVILEGED,
            both(detection, RuleBodies.PRIVILEGED),
            counted,
            least,
            window,
            Severity.CRITICAL));
  }

  private static Predicate both(Detection detection, Predicate other) {
    return new Predicate.All(List.of(detection.when(), other));
  }

  private DatadogObject monitor(
      Detection detection,
      String variant,
      Predicate when,
      String counted,
      int least,
      String window,
      Severity severity) {
    AlertGroup group = new AlertGroup(detection.by());
    String query =
        "logs(\"%s\").index(\"*\").rollup(\"cardinality\", \"%s\").by(\"%s\").last(\"%s\") >= %d"
            .formatted(
                inQuotes(LogQuery.of(detection.events(), when)),
                counted,
                group.attribute(),
                window,
                least);
    ObjectNode body =
        body(
            detection,
            RuleBodies.id(detection, variant),
            RuleBodies.name(detection, variant),
            query,
            severity,
            AlertText.ofMonitor(
                detection,
                AlertText.sceneOfMonitor(group),
                severity == Severity.CRITICAL ? context.paged() : List.of()));
    ObjectNode options = options(body, least);
    // A group that has no more events is over; without this it would stay as it was last.
    options.put("on_missing_data", "resolve");
    // What is new is what is looked for.
    options.put("new_group_delay", 0);
    if (!(detection.trigger() instanceof Trigger.EachEvent)) {
      options.put("evaluation_delay", LATE.toSeconds());
    }
    return new DatadogObject(
        DatadogKind.MONITOR, RuleBodies.id(detection, variant), body.path("name").asText(), body);
  }

  /** Grouped by org it would not see an org that has no event at all; so each has its own. */
  private DatadogObject silence(Detection detection, Org org, Duration longest) {
    String query =
        "logs(\"%s %s:%s\").index(\"*\").rollup(\"count\").last(\"%s\") < 1"
            .formatted(
                inQuotes(LogQuery.of(detection.events(), detection.when())),
                LogQuery.attribute("org_id"),
                inQuotes(LogQuery.literal(org.id())),
                window(detection, longest));
    String id = detection.id() + "-" + org.name().toLowerCase(Locale.ROOT);
    ObjectNode body =
        body(
            detection,
            id,
            RuleBodies.name(detection, "") + ", " + org.name(),
            query,
            detection.severity(),
            AlertText.ofMonitor(
                detection,
                "No events of %s (%s).".formatted(org.name(), org.id()),
                detection.severity() == Severity.CRITICAL ? context.paged() : List.of()));
    // Of a count, no data is zero, which is less than one: that is the alert.
    options(body, 1).put("on_missing_data", "default");
    return new DatadogObject(DatadogKind.MONITOR, id, body.path("name").asText(), body);
  }

  private ObjectNode body(
      Detection detection,
      String id,
      String name,
      String query,
      Severity severity,
      String message) {
    List<String> tags = new ArrayList<>(ownership.tags(id));
    // Datadog keeps them in small letters, and would differ from what was sent.
    AlertTags.of(detection).forEach(tag -> tags.add(tag.toLowerCase(Locale.ROOT)));
    tags.add("severity:" + AlertTags.severity(severity));
    return Json.object()
        .put("name", name)
        .put("type", "log alert")
        .put("query", query)
        .put("message", message)
        .put("priority", AlertTags.priority(severity))
        .set("tags", Json.texts(tags));
  }

  private static ObjectNode options(ObjectNode body, double threshold) {
    ObjectNode options = body.putObject("options");
    options.putObject("thresholds").put("critical", threshold);
    return options
        .put("enable_logs_sample", true)
        .put("include_tags", true)
        .put("notify_audit", false);
  }

  /** Within the quotes of {@code logs("...")}; backslashes stay as they are. */
  private static String inQuotes(String query) {
    return query.replace("\"", "\\\"");
  }

  private void limit(Detection detection, String text) {
    limits.add(new Limit(detection.id(), text));
  }
}
