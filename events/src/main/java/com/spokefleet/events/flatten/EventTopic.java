package com.spokefleet.events.flatten;

import com.spokefleet.events.topic.Route;
import com.spokefleet.events.topic.Topic;
import com.spokefleet.events.topic.TopicCatalogue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A topic's template and what family it belongs to.
 *
 * @param always why its events are left out, of whatever organisation
 * @param ofMetricsOnly why they are left out of one that is metrics-only
 */
record EventTopic(
    String template,
    EventKind kind,
    @Nullable DropReason always,
    @Nullable DropReason ofMetricsOnly) {
  /** Of what is no event of EventBridge. */
  static final EventTopic NONE = new EventTopic("", EventKind.OTHER, null, null);

  /** Asks the catalogue, so that no event has to. */
  static EventTopic of(String template) {
    EventKind kind = EventKind.of(template);
    Optional<Topic> known = TopicCatalogue.find(template);
    boolean content =
        kind == EventKind.TRANSCRIPT
            || known.map(topic -> topic.route() == Route.S3_ONLY).orElse(false);
    boolean residency =
        kind == EventKind.CONVERSATION
            || known.map(topic -> !topic.metricsOnlyAllowed()).orElse(false);
    return new EventTopic(
        template,
        kind,
        content ? DropReason.TRANSCRIPT : null,
        residency ? DropReason.RESIDENCY : null);
  }
}
