package com.spokefleet.siem.splunk.search;

import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.splunk.spl.SplSearch;
import com.spokefleet.siem.splunk.spl.SplText;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The search of one detection: what picks its events, what makes them an alert, and the alert. */
final class DetectionSearch {
  /** Fields of silence's predicate that the index itself knows, by their name there. */
  private static final Set<String> INDEXED = Set.of("org_id", "topic", "event_id");

  private DetectionSearch() {}

  static String of(Detection detection) {
    return switch (detection.trigger()) {
      case Trigger.EachEvent each -> grouped(detection) + raise(detection.quiet());
      case Trigger.Count count ->
          grouped(detection)
              + window(count.within(), "count")
              + "| where counted>=%d\n".formatted(count.least())
              + raise(longer(detection.quiet(), count.within()));
      case Trigger.Distinct distinct ->
          grouped(detection)
              + "| eval counted_value=coalesce(mvindex(%s, 0), \"\")\n"
                  .formatted(SplText.field(distinct.field()))
              + window(distinct.within(), "dc(counted_value)")
              + "| where counted>=%d\n".formatted(distinct.least())
              + raise(longer(detection.quiet(), distinct.within()));
      case Trigger.NewCombination fresh ->
          combinations(detection, fresh)
              + "| `genesys_unusual(%d, %d)`\n"
                  .formatted(fresh.baseline().toSeconds(), fresh.learning().toSeconds())
              + raise(detection.quiet());
      case Trigger.Silence silence -> silence(detection, silence.longest());
    };
  }

  /** What fills the baseline of a detection of new combinations, without an alert. */
  static String learning(Detection detection, Trigger.NewCombination fresh) {
    return combinations(detection, fresh) + "| `genesys_learn`\n| stats count";
  }

  private static String grouped(Detection detection) {
    return """
        %s %s
        | `genesys_prepare`
        | eval detection="%s", alert_group=%s
        """
        .formatted(
            Macros.of(detection.events()),
            SplSearch.of(detection.when()),
            detection.id(),
            group(detection.by()));
  }

  private static String group(List<String> by) {
    return by.stream()
        .map(field -> "coalesce(mvindex(%s, 0), \"\")".formatted(SplText.field(field)))
        .collect(Collectors.joining(".\"|\"."));
  }

  private static String window(Duration within, String figure) {
    return """
        | sort 0 _time
        | streamstats time_window=%ds %s AS counted BY alert_group
        """
        .formatted(within.toSeconds(), figure);
  }

  /** A group that has no name is nobody, of whom nothing can be usual. */
  private static String combinations(Detection detection, Trigger.NewCombination fresh) {
    String named =
        detection.by().stream()
            .map(field -> "coalesce(mvindex(%s, 0), \"\")!=\"\"".formatted(SplText.field(field)))
            .collect(Collectors.joining(" AND "));
    String combination =
        fresh.fields().stream()
            .map(field -> "coalesce(mvjoin(%s, \"|\"), \"\")".formatted(SplText.field(field)))
            .collect(Collectors.joining(".\"||\"."));
    return grouped(detection) + "| where " + named + "\n| eval combination=" + combination + "\n";
  }

  private static String raise(Duration quiet) {
    return "| `genesys_raise(%d)`".formatted(quiet.toSeconds());
  }

  private static String silence(Detection detection, Duration longest) {
    return """
        %s
        | append [| inputlookup genesys_orgs | search sends_events="true" | fields org_id]
        | stats max(arrived) AS arrived BY org_id
        | lookup genesys_orgs org_id OUTPUT org_name, sends_events
        | where sends_events="true" AND now()-coalesce(arrived, 0)>%d
        | eval _time=now(), detection="%s", alert_group=org_id, \
        genesys_identity="silence|".org_id."|".coalesce(arrived, 0)
        %s"""
        .formatted(
            arrivals(detection), longest.toSeconds(), detection.id(), raise(detection.quiet()));
  }

  /** From the index alone if it knows all that is asked for: it need not read a single event. */
  private static String arrivals(Detection detection) {
    Predicate when = detection.when();
    if (!INDEXED.containsAll(when.fields())) {
      return """
          %s %s
          | stats max(_indextime) AS arrived BY org_id"""
          .formatted(Macros.of(detection.events()), SplSearch.of(when));
    }
    String indexed =
        SplSearch.of(when).replaceAll("(?<=[(\\s]|^)(org_id|topic|event_id)(?==)", "genesys_$1");
    return """
        | tstats max(_indextime) AS arrived WHERE %s %s BY genesys_org_id
        | rename genesys_org_id AS org_id"""
        .formatted(Macros.of(detection.events()), indexed);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
