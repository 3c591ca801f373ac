package com.spokefleet.events.topic;

import com.spokefleet.events.topic.PersonalField.Identifies;
import com.spokefleet.events.topic.PersonalField.Whose;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue as tables for people. */
final class TopicsTable {
  private TopicsTable() {}

  static String render(List<Topic> topics) {
    StringBuilder text = new StringBuilder();
    text.append(
        "| Topic (`detail-type`) | Body | Value | Route | Metrics-only orgs | EventBridge |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Topic topic : topics) {
      text.append("| `").append(topic.template()).append("` | ");
      text.append(words(topic.body())).append(" | ");
      text.append(words(topic.value())).append(" | ");
      text.append(route(topic)).append(" | ");
      text.append(topic.metricsOnlyAllowed() ? "allowed" : "never").append(" | ");
      text.append(words(topic.evidence())).append(" |\n");
    }
    text.append("\n| Body | Tells of customers | of staff | of either |\n|---|---|---|---|\n");
    for (BodyKind body : BodyKind.values()) {
      topics.stream()
          .filter(topic -> topic.body() == body && !topic.personal().isEmpty())
          .findFirst()
          .ifPresent(
              topic -> {
                text.append("| ").append(words(body)).append(" |");
                for (Whose whose : Whose.values()) {
                  text.append(' ').append(paths(topic, whose)).append(" |");
                }
                text.append('\n');
              });
    }
    return text.toString();
  }

  private static String route(Topic topic) {
    String route =
        switch (topic.route()) {
          case SIEM -> "SIEM";
          case S3_ONLY -> "S3 only";
          case NONE -> "none";
        };
    return topic.endsLeg() ? route + ", closure" : route;
  }

  private static String paths(Topic topic, Whose whose) {
    String paths =
        topic.personal().stream()
            .filter(field -> field.whose() == whose)
            .map(
                field ->
                    field.identifies() == Identifies.DIRECTLY
                        ? "`" + field.path() + "`"
                        : "*`" + field.path() + "`*")
            .collect(Collectors.joining(", "));
    return paths.isEmpty() ? "–" : paths;
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
