package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Severity;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Detections as rules of Cloud SIEM. A rule counts different identities, not records, so that an
 * event that is delivered twice counts once within the window.
 */
final class RuleBodies {
  static final Predicate PRIVILEGED =
      PredicateParser.parse("privileged_object exists or privileged_actor exists");

  private static final String ALL = "all";
  private static final String OF_PRIVILEGED = "privileged";
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private final SiemContext context;
  private final Ownership ownership;
  private final List<Limit> limits = new ArrayList<>();

  RuleBodies(SiemContext context, Ownership ownership) {
    this.context = context;
    this.ownership = ownership;
  }

  /** What is not as the catalogue means it, of all rules made so far. */
  List<Limit> limits() {
    return List.copyOf(limits);
  }

  /** One, two where the kind of rule has no cases, or none where Cloud SIEM cannot say it. */
  List<DatadogObject> of(Detection detection) {
    return switch (detection.trigger()) {
      case Trigger.EachEvent each -> List.of(threshold(detection, SHORTEST, 1, Optional.empty()));
      case Trigger.Count(int least, Duration within) ->
          window(detection, within)
              .map(window -> threshold(detection, window, least, Optional.empty()))
              .stream()
              .toList();
      case Trigger.Distinct(String field, int least, Duration within) ->
          window(detection, within)
              .map(window -> threshold(detection, window, least, Optional.of(field)))
              .stream()
              .toList();
      case Trigger.NewCombination fresh -> newValue(detection, fresh);
      case Trigger.Silence silence -> {
        limit(
            detection, "Cloud SIEM has no rule for silence; there are monitors, one for each org.");
        yield List.of();
      }
    };
  }

  private Optional<Duration> window(Detection detection, Duration within) {
    Optional<Duration> window = AllowedSpan.ofRule(within);
    if (window.isEmpty()) {
      limit(
          detection,
          "Cloud SIEM looks back for a day at most, so there is no rule for "
              + Spans.words(within)
              + ".");
    } else if (!window.orElseThrow().equals(within)) {
      limit(
          detection,
          "its rule counts over %s, the next that Cloud SIEM has to %s: it fires a little more often."
              .formatted(Spans.words(window.orElseThrow()), Spans.words(within)));
    }
    return window;
  }

  private DatadogObject threshold(
      Detection detection, Duration window, int least, Optional<String> distinct) {
    String query = LogQuery.of(detection.events(), detection.when());
    boolean isSplit = isRaisedByPrivileged(detection, context);
    ObjectNode body = rule(detection, "");
    ArrayNode queries = body.putArray("queries");
    queries.add(
        counting(
            ALL,
            query,
            detection,
            distinct.map(LogQuery::attribute).orElse("@" + LogPipeline.IDENTITY)));
    ArrayNode cases = body.putArray("cases");
    String enough = ALL + " >= " + least;
    if (isSplit) {
      queries.add(
          counting(
              OF_PRIVILEGED,
              LogQuery.both(query, PRIVILEGED),
              detection,
              "@" + LogPipeline.IDENTITY));
      addCase(cases, OF_PRIVILEGED, Severity.CRITICAL)
          .put("condition", enough + " && " + OF_PRIVILEGED + " >= 1");
    }
    addCase(cases, "", detection.severity()).put("condition", enough);
    Duration open = openFor(detection, window);
    body.putObject("options")
        .put("detectionMethod", "threshold")
        .put("evaluationWindow", window.toSeconds())
        .put("keepAlive", open.toSeconds())
        .put("maxSignalDuration", open.toSeconds())
        .put("decreaseCriticalityBasedOnEnv", false);
    return new DatadogObject(DatadogKind.RULE, detection.id(), body.path("name").asText(), body);
  }

  /** A signal that is open is told of once; one at least as long as the quiet time. */
  private Duration openFor(Detection detection, Duration window) {
    Duration quiet = detection.quiet();
    Duration open = AllowedSpan.ofRuleAtMost(quiet.compareTo(window) < 0 ? window : quiet);
    if (open.compareTo(quiet) < 0) {
      limit(
          detection,
          "its signals close after %s, the longest Cloud SIEM has, instead of %s."
              .formatted(Spans.words(open), Spans.words(quiet)));
    }
    return open;
  }

  private static ObjectNode counting(
      String name, String query, Detection detection, String distinct) {
    ObjectNode counting = query(name, query, "cardinality", detection);
    counting.set("distinctFields", Json.texts(distinct));
    // An event that lacks one of them, say an address, is still one.
    return counting.put("hasOptionalGroupByFields", true);
  }

  private static ObjectNode query(
      String name, String query, String aggregation, Detection detection) {
    ObjectNode node =
        Json.object()
            .put("name", name)
            .put("query", query)
            .put("aggregation", aggregation)
            .put("dataSource", "logs");
    return node.set(
        "groupByFields", Json.texts(detection.by().stream().map(LogQuery::attribute).toList()));
  }

  private List<DatadogObject> newValue(Detection detection, Trigger.NewCombination fresh) {
    int known = AllowedSpan.daysKnown(fresh.baseline());
    int learning = AllowedSpan.daysOfLearning(fresh.learning());
    if (known != fresh.baseline().toDays() || learning != fresh.learning().toDays()) {
      limit(
          detection,
          "its rule forgets after %d days and learns for %d; the catalogue says %s and %s."
              .formatted(
                  known, learning, Spans.words(fresh.baseline()), Spans.words(fresh.learning())));
    }
    limit(
        detection,
        "Cloud SIEM learns for so long after the rule is created or changed, for all alike; the"
            + " catalogue learns for so long of each new group.");
    String query = LogQuery.of(detection.events(), detection.when());
    if (!isRaisedByPrivileged(detection, context)) {
      return List.of(newValue(detection, fresh, query, "", detection.severity()));
    }
    return List.of(
        newValue(
            detection,
            fresh,
            LogQuery.both(query, new Predicate.Not(PRIVILEGED)),
            "",
            detection.severity()),
        newValue(
            detection, fresh, LogQuery.both(query, PRIVILEGED), OF_PRIVILEGED, Severity.CRITICAL));
  }

  private DatadogObject newValue(
      Detection detection,
      Trigger.NewCombination fresh,
      String query,
      String variant,
      Severity severity) {
    ObjectNode body = rule(detection, variant);
    ObjectNode learned = query(ALL, query, "new_value", detection);
    learned.set("metrics", Json.texts(new AlertGroup(fresh.fields()).attribute()));
    learned.set("distinctFields", Json.texts());
    // Nobody is nobody in particular, of whom nothing can be usual.
    learned.put("hasOptionalGroupByFields", false);
    body.putArray("queries").add(learned);
    addCase(body.putArray("cases"), "", severity);
    Duration open = openFor(detection, SHORTEST);
    ObjectNode options =
        body.putObject("options")
            .put("detectionMethod", "new_value")
            .put("evaluationWindow", SHORTEST.toSeconds())
            .put("keepAlive", open.toSeconds())
            .put("maxSignalDuration", open.toSeconds())
            .put("decreaseCriticalityBasedOnEnv", false);
    options
        .putObject("newValueOptions")
        .put("learningMethod", "duration")
        .put("learningDuration", AllowedSpan.daysOfLearning(fresh.learning()))
        .put("learningThreshold", 0)
        .put("forgetAfter", AllowedSpan.daysKnown(fresh.baseline()));
    return new DatadogObject(
        DatadogKind.RULE, id(detection, variant), body.path("name").asText(), body);
  }

  private ObjectNode rule(Detection detection, String variant) {
    ObjectNode body =
        Json.object()
            .put("name", name(detection, variant))
            .put("type", "log_detection")
            .put("isEnabled", true)
            .put("hasExtendedTitle", true)
            .put("message", AlertText.ofRule(detection, AlertText.sceneOfRule()));
    List<String> tags = new ArrayList<>(ownership.tags(id(detection, variant)));
    tags.addAll(AlertTags.of(detection));
    body.set("tags", Json.texts(tags));
    return body;
  }

  private ObjectNode addCase(ArrayNode cases, String name, Severity severity) {
    ObjectNode added =
        cases.addObject().put("name", name).put("status", AlertTags.severity(severity));
    added.set(
        "notifications",
        Json.texts(severity == Severity.CRITICAL ? AlertText.handles(context.paged()) : List.of()));
    return added;
  }

  /**
   * Whether it becomes critical if something privileged is concerned; only some events can tell.
   */
  static boolean isRaisedByPrivileged(Detection detection, SiemContext context) {
    boolean canTell =
        switch (detection.events()) {
          case AUDITS, OPERATIONS, ALL -> true;
          case CONVERSATIONS, EDGES -> false;
        };
    return canTell
        && detection.severity() != Severity.CRITICAL
        && !context.lookups().privileged().isEmpty();
  }

  static String id(Detection detection, String variant) {
    return variant.isEmpty() ? detection.id() : detection.id() + "-" + variant;
  }

  static String name(Detection detection, String variant) {
    return variant.isEmpty()
        ? "Genesys Cloud: " + detection.name()
        : "Genesys Cloud, %s: %s".formatted(variant, detection.name());
  }

  private void limit(Detection detection, String text) {
    limits.add(new Limit(detection.id(), text));
  }
}
