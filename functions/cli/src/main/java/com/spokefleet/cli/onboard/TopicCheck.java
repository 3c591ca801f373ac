package com.spokefleet.cli.onboard;

import com.spokefleet.cli.onboard.TopicState.Offer;
import com.spokefleet.config.Latency;
import com.spokefleet.config.Poll;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.events.rule.OrgBus;
import com.spokefleet.events.rule.OrgRules;
import com.spokefleet.events.rule.RoutingRule;
import com.spokefleet.events.topic.Topic;
import com.spokefleet.events.topic.TopicCatalogue;
import com.spokefleet.genesys.configuration.CheckResult;
import com.spokefleet.genesys.onboarding.AvailableTopic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds the topics that our rules route for an org against those its integration sends and those
 * EventBridge can bring at all. What is polled as well need not come as an event.
 */
final class TopicCheck {
  static final String FILTER = "topics of the integration";
  static final String OFFERED = "topics over EventBridge";

  private static final String EDGE_METRICS = "v2.telephony.providers.edges.{id}.metrics";

  private final Spoke spoke;
  private final List<TopicState> topics = new ArrayList<>();

  /**
   * @param integrated what the integration sends, empty where that is not known
   * @param available the org's own list, empty where it could not be had
   */
  TopicCheck(
      Spoke spoke,
      Optional<List<String>> integrated,
      Optional<Map<String, AvailableTopic>> available) {
    this.spoke = spoke;
    Map<String, String> routes = routes(spoke);
    integrated.stream()
        .flatMap(some -> new TreeSet<>(some).stream())
        .forEach(topic -> routes.putIfAbsent(topic, ""));
    routes.forEach(
        (topic, route) ->
            topics.add(
                new TopicState(
                    topic,
                    route,
                    integrated.map(some -> some.contains(topic)),
                    available.map(some -> offer(some.get(topic))).orElse(Offer.UNKNOWN))));
  }

  /** Where each topic goes that goes anywhere, by the same rules as the org's bus has. */
  private static Map<String, String> routes(Spoke spoke) {
    String source =
        spoke
            .eventSource()
            .orElse("aws.partner/genesys.com/cloud/" + spoke.orgId() + "/spokefleet");
    OrgBus bus =
        new OrgBus(
            source,
            spoke.residency() == Residency.METRICS_ONLY,
            spoke.latency() == Latency.IMMEDIATE);
    Map<String, String> routes = new LinkedHashMap<>();
    for (RoutingRule rule : OrgRules.of(bus)) {
      for (String topic : rule.pattern().detailTypes()) {
        routes.merge(topic, rule.target().label(), (one, other) -> one + ", " + other);
      }
    }
    return routes;
  }

  private static Offer offer(@Nullable AvailableTopic topic) {
    if (topic == null) {
      return Offer.NOT_LISTED;
    }
    return topic
        .overEventBridge()
        .map(offered -> offered ? Offer.OFFERED : Offer.NOT_OFFERED)
        .orElse(Offer.UNKNOWN);
  }

  List<TopicState> topics() {
    return List.copyOf(topics);
  }

  /** Whether the integration sends what goes somewhere, and nothing that must not leave the org. */
  CheckResult filter() {
    if (topics.stream().anyMatch(topic -> topic.integrated().isEmpty())) {
      return CheckResult.unknown(
          FILTER,
          "Genesys does not tell the topics of the integration as a list of names",
          "compare by eye with the topics below");
    }
    List<String> missing =
        names(
            topic ->
                topic.isRouted()
                    && !isSent(topic)
                    && !isPolled(topic)
                    && topic.offer() != Offer.NOT_OFFERED);
    List<String> forbidden = names(this::mustNotLeave);
    List<String> problems = new ArrayList<>();
    if (!missing.isEmpty()) {
      problems.add("the integration does not send " + String.join(", ", missing));
    }
    if (!forbidden.isEmpty()) {
      problems.add(
          "it sends, although the org is metrics-only, what may tell of a conversation or a person: "
              + String.join(", ", forbidden));
    }
    return problems.isEmpty()
        ? CheckResult.ok(FILTER)
        : CheckResult.failed(
            FILTER,
            String.join("; ", problems),
            "in Genesys Cloud, Admin, Integrations, the integration's configuration, "
                + (missing.isEmpty() ? "" : "add the missing topics")
                + (missing.isEmpty() || forbidden.isEmpty() ? "" : " and ")
                + (forbidden.isEmpty() ? "" : "take those out that must not leave"));
  }

  /** What the integration sends for nothing: it goes nowhere and is paid for. */
  Optional<String> costOnly() {
    List<String> surplus =
        names(topic -> !topic.isRouted() && isSent(topic) && !mustNotLeave(topic));
    return surplus.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "These topics of the integration go nowhere and only cost: "
                + String.join(", ", surplus));
  }

  /** Whether EventBridge brings what goes somewhere. */
  CheckResult offered() {
    List<String> absent = names(topic -> isAwaited(topic) && topic.offer() == Offer.NOT_OFFERED);
    if (!absent.isEmpty()) {
      return CheckResult.failed(
          OFFERED,
          "EventBridge does not bring " + String.join(", ", absent) + " in this org",
          "leave them out of the integration and do not wait for their events; audits and the"
              + " metrics of Edges can be polled instead: --poll audits,edge-metrics");
    }
    List<String> unknown = names(topic -> isAwaited(topic) && topic.offer() != Offer.OFFERED);
    return unknown.isEmpty()
        ? CheckResult.ok(OFFERED)
        : CheckResult.unknown(
            OFFERED,
            "The org's own list does not tell whether EventBridge brings "
                + String.join(", ", unknown),
            "put them into the integration and see whether events come; audits and the metrics of"
                + " Edges can be polled: --poll audits,edge-metrics");
  }

  private boolean isAwaited(TopicState topic) {
    return topic.isRouted() && !isPolled(topic);
  }

  private static boolean isSent(TopicState topic) {
    return topic.integrated().orElse(false);
  }

  private boolean isPolled(TopicState topic) {
    return switch (topic.topic()) {
      case TopicCatalogue.AUDITS -> spoke.polls().contains(Poll.AUDITS);
      case EDGE_METRICS -> spoke.polls().contains(Poll.EDGE_METRICS);
      default -> false;
    };
  }

  /** Nobody knows what a topic tells that the catalogue does not have. */
  private boolean mustNotLeave(TopicState topic) {
    return spoke.residency() == Residency.METRICS_ONLY
        && !topic.isRouted()
        && isSent(topic)
        && !TopicCatalogue.find(topic.topic()).map(Topic::metricsOnlyAllowed).orElse(false);
  }

  private List<String> names(Predicate<TopicState> which) {
    return topics.stream().filter(which).map(TopicState::topic).toList();
  }
}
