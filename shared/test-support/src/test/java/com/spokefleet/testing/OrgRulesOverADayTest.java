package com.spokefleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.events.rule.OrgBus;
import com.spokefleet.events.rule.OrgRules;
import com.spokefleet.events.rule.RoutingRule;
import com.spokefleet.events.rule.RoutingRule.Target;
import com.spokefleet.events.topic.Route;
import com.spokefleet.events.topic.Topic;
import com.spokefleet.events.topic.TopicCatalogue;
import com.spokefleet.testing.audit.TrueAudit;
import com.spokefleet.testing.event.EmittedEvent;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.event.ruler.Machine;

/** The rules over all that an org tells in some hours, counted by the ledger. */
final class OrgRulesOverADayTest {
  private static final Instant START = Instant.parse("2026-11-18T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-18T14:00:00Z");

  @Test
  void exactlyWhatIsRoutedGoesOnAndAWildcardWouldMultiplyIt() throws Exception {
    List<FakeOrgSettings> settings =
        List.of(
            FakeOrgSettings.named("amer", 11, START)
                .conversationsPerDay(800)
                .volume(Volume.EVEN)
                .build());
    try (FakeGenesysCloud cloud =
        FakeGenesysCloud.start(settings, new SettableClock(NOW.toString()))) {
      FakeOrg org = cloud.org("amer");
      List<EmittedEvent> events = org.events(START);
      Map<Target, List<EmittedEvent>> routed = routed(org, events, false);
      Map<String, Long> told = org.ledger().events(START, NOW);
      long presenceAudits =
          org.audits().generated().between(START, NOW, NOW.plusSeconds(86_400)).stream()
              .map(TrueAudit::entityType)
              .filter("UserPresence"::equals)
              .count();

      assertThat(presenceAudits).isPositive();
      assertThat(routed.get(Target.SIEM)).hasSize((int) (count(told, Route.SIEM) - presenceAudits));
      assertThat(routed.get(Target.TRANSCRIPTS)).hasSize((int) count(told, Route.S3_ONLY));
      assertThat(routed.get(Target.CLOSURE))
          .containsExactlyInAnyOrderElementsOf(org.endEvents(START));
      assertThat(routed(org, events, true).get(Target.SIEM))
          .isNotEmpty()
          .noneMatch(event -> event.detailType().contains("conversation"));

      // Negative control: a wildcard lets everything through, a quarter more of the bill even here,
      // where 40 agents make little noise and no transcript is longer than a sentence.
      Machine wildcard = new Machine();
      wildcard.addRule("all", "{\"detail-type\":[{\"wildcard\":\"v2.*\"}]}");
      List<EmittedEvent> all = new ArrayList<>();
      for (EmittedEvent event : events) {
        if (!wildcard.rulesForJSONEvent(event.json()).isEmpty()) {
          all.add(event);
        }
      }
      assertThat(all).hasSameSizeAs(events);
      assertThat(billed(all))
          .isGreaterThan(billed(routed.getOrDefault(Target.SIEM, List.of())) * 5 / 4);
    }
  }

  private static Map<Target, List<EmittedEvent>> routed(
      FakeOrg org, List<EmittedEvent> events, boolean metricsOnly) throws Exception {
    Machine machine = new Machine();
    Map<Target, List<EmittedEvent>> routed = new EnumMap<>(Target.class);
    for (RoutingRule rule : OrgRules.of(new OrgBus(org.eventSource(), metricsOnly, !metricsOnly))) {
      machine.addRule(rule.target().name(), rule.pattern().json());
    }
    for (EmittedEvent event : events) {
      for (String target : machine.rulesForJSONEvent(event.json())) {
        routed.computeIfAbsent(Target.valueOf(target), _ -> new ArrayList<>()).add(event);
      }
    }
    return routed;
  }

  private static long count(Map<String, Long> told, Route route) {
    return told.entrySet().stream()
        .filter(
            entry ->
                TopicCatalogue.find(entry.getKey()).map(Topic::route).equals(Optional.of(route)))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Firehose bills each record rounded up to 5 KB. */
  private static long billed(List<EmittedEvent> events) {
    long step = 5 * 1_024;
    return events.stream()
        .mapToLong(event -> event.json().getBytes(StandardCharsets.UTF_8).length)
        .map(length -> (length + step - 1) / step * step)
        .sum();
  }
}
