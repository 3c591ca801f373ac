package com.spokefleet.events.rule;

import com.spokefleet.events.rule.RoutingRule.Target;
import com.spokefleet.events.topic.Route;
import com.spokefleet.events.topic.Topic;
import com.spokefleet.events.topic.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of one org's bus, at most one for each target. */
public final class OrgRules {
  private OrgRules() {}

  /**
   * What the catalogue says for this org. An org that is metrics-only has the SIEM's rule alone,
   * without any topic about conversations or agents.
   */
  public static List<RoutingRule> of(OrgBus bus) {
    List<RoutingRule> rules = new ArrayList<>();
    add(rules, bus, Target.SIEM, topic -> topic.route() == Route.SIEM);
    add(rules, bus, Target.TRANSCRIPTS, topic -> topic.route() == Route.S3_ONLY);
    add(rules, bus, Target.CLOSURE, topic -> bus.immediate() && topic.endsLeg());
    return List.copyOf(rules);
  }

  private static void add(
      List<RoutingRule> rules, OrgBus bus, Target target, Predicate<Topic> wanted) {
    List<String> detailTypes = new ArrayList<>();
    for (Topic topic : TopicCatalogue.ALL) {
      if (wanted.test(topic) && isAllowed(topic, bus)) {
        detailTypes.add(topic.template());
      }
    }
    if (!detailTypes.isEmpty()) {
      Optional<Exclusion> exclusion =
          detailTypes.contains(TopicCatalogue.AUDITS)
              ? Optional.of(Exclusion.PRESENCE_AUDITS)
              : Optional.empty();
      rules.add(
          new RoutingRule(target, new EventPattern(bus.eventSource(), detailTypes, exclusion)));
    }
  }

  static boolean isAllowed(Topic topic, OrgBus bus) {
    return !bus.metricsOnly() || topic.metricsOnlyAllowed();
  }
}
