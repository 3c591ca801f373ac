package com.spokefleet.siem.datadog;

import com.spokefleet.siem.detection.Basis;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Severity;
import com.spokefleet.siem.detection.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person reads who is told of an alert, in Datadog's markdown. */
final class AlertText {
  private AlertText() {}

  /**
   * Of a monitor.
   *
   * @param paged addresses that are told; nobody, if empty
   */
  static String ofMonitor(Detection detection, String scene, List<String> paged) {
    return "{{#is_alert}}\n"
        + scene
        + "\n\n"
        + common(detection)
        + "\n\n[The events]({{log.link}})"
        + (paged.isEmpty() ? "" : "\n\n" + String.join(" ", handles(paged)))
        + "\n{{/is_alert}}";
  }

  /** Of a rule; who is told of which case stands in the cases. */
  static String ofRule(Detection detection, String scene) {
    return scene + "\n\n" + common(detection);
  }

  /** What a log monitor can tell of one of the events; what it does not have is left empty. */
  static String sceneOfMonitor(AlertGroup group) {
    return "{{log.message}}\n\n"
        + group.fields().stream().map(AlertText::spaced).collect(Collectors.joining(", "))
        + ": {{["
        + group.attribute()
        + "].name}}";
  }

  /** What a signal can tell of its events. */
  static String sceneOfRule() {
    return "{{@genesys.actor_name}} in {{@genesys.org_name}} from {{@network.client.ip}}:"
        + " {{@genesys.vendor_action}} on {{@genesys.entity_type}} {{@genesys.entity_name}}"
        + " ({{@genesys.entity_id}})\n\n"
        + "{{#if @genesys.privileged_object}}**Privileged**: done to"
        + " {{@genesys.privileged_object}}\n\n{{/if}}"
        + "{{#if @genesys.privileged_actor}}**Privileged**: done by"
        + " {{@genesys.privileged_actor}}\n\n{{/if}}";
  }

  private static String common(Detection detection) {
    StringBuilder text = new StringBuilder();
    line(text, "Why it matters", detection.purpose());
    line(text, "What to do", detection.response());
    line(
        text,
        "Basis",
        (detection.basis() == Basis.CONFIRMED
                ? "Confirmed. "
                : "Inferred, no published event confirms it. ")
            + detection.source());
    line(text, "Severity", severity(detection));
    line(text, "Counted", counted(detection));
    if (!detection.references().isEmpty()) {
      line(text, "References", String.join("; ", detection.references()));
    }
    if (!detection.attack().isEmpty()) {
      line(text, "MITRE ATT&CK", String.join(", ", detection.attack()));
    }
    return text.toString().strip();
  }

  private static void line(StringBuilder text, String title, String words) {
    text.append("**").append(title).append("**: ").append(plain(words)).append("\n\n");
  }

  private static String severity(Detection detection) {
    return detection.severity() == Severity.CRITICAL
        ? "critical"
        : detection.severity().name().toLowerCase(Locale.ROOT)
            + "; critical where something privileged is concerned";
  }

  private static String counted(Detection detection) {
    String by = detection.by().stream().map(AlertText::spaced).collect(Collectors.joining(", "));
    return switch (detection.trigger()) {
      case Trigger.EachEvent each -> "each event, for each %s".formatted(by);
      case Trigger.Count count ->
          "%d events within %s, for each %s"
              .formatted(count.least(), Spans.words(count.within()), by);
      case Trigger.Distinct distinct ->
          "%d different values of %s within %s, for each %s"
              .formatted(
                  distinct.least(), spaced(distinct.field()), Spans.words(distinct.within()), by);
      case Trigger.NewCombination fresh ->
          "what %s had not for %s, by %s"
              .formatted(
                  by,
                  Spans.words(fresh.baseline()),
                  fresh.fields().stream().map(AlertText::spaced).collect(Collectors.joining(", ")));
      case Trigger.Silence silence -> "no event for " + Spans.words(silence.longest());
    };
  }

  private static String spaced(String field) {
    return field.replace('_', ' ');
  }

  /** Nobody is told, and nothing is filled in, because a text happens to hold such characters. */
  private static String plain(String words) {
    return words.strip().replace("@", "(at)").replace("{{", "{ {");
  }

  /** How Datadog is told whom to tell. */
  static List<String> handles(List<String> paged) {
    return paged.stream()
        .map(address -> address.startsWith("@") ? address : "@" + address)
        .toList();
  }
}
