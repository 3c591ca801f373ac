package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.config.event.FleetEvents;
import com.spokefleet.events.rule.OrgBus;
import com.spokefleet.events.rule.OrgRules;
import com.spokefleet.events.rule.PatternCheck;
import com.spokefleet.events.rule.RoutingRule;
import com.spokefleet.infra.Template.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The deployed rules are the tested ones, letter by letter, and none of them is a wildcard. */
final class EventPatternContractTest {
  private static final SynthesisedFleet FLEET = SynthesisedFleet.example();
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Spoke> orgs() {
    return FLEET.fleet().spokes();
  }

  @ParameterizedTest
  @MethodSource("orgs")
  void deployedPatternsAreTheTestedOnes(Spoke spoke) throws Exception {
    OrgBus bus = FleetEvents.bus(spoke).orElseThrow();
    Template template = FLEET.template(spoke.name());
    List<RoutingRule> rules = OrgRules.of(bus);
    assertThat(template.resources("AWS::Events::Rule")).hasSameSizeAs(rules);
    for (RoutingRule rule : rules) {
      Resource deployed =
          template.resources("AWS::Events::Rule").stream()
              .filter(one -> one.property("Name").asText().endsWith("-" + rule.target().label()))
              .findFirst()
              .orElseThrow();
      JsonNode pattern = deployed.property("EventPattern");
      assertThat(pattern).isEqualTo(JSON.readTree(rule.pattern().json()));
      assertThat(PatternCheck.problems(bus, asMap(pattern))).isEmpty();
      assertThat(template.target(deployed.property("EventBusName")).property("Name").asText())
          .isEqualTo(bus.eventSource());
    }
  }

  /** Negative control: what the mission warns of, and what somebody could write by hand. */
  @Test
  void aWildcardInATemplateIsNoticed() throws Exception {
    Spoke spoke = orgs().getFirst();
    OrgBus bus = FleetEvents.bus(spoke).orElseThrow();
    String all = "{\"source\": [{\"prefix\": \"aws.partner/genesys.com\"}]}";
    String like =
        "{\"source\": [\"%s\"], \"detail-type\": [{\"wildcard\": \"v2.*\"}]}"
            .formatted(bus.eventSource());
    for (String pattern : List.of(all, like)) {
      assertThat(PatternCheck.problems(bus, asMap(JSON.readTree(pattern)))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("orgs")
  void theArchiveKeepsWhatTheSiemsWereSent(Spoke spoke) {
    Template template = FLEET.template(spoke.name());
    Resource siem =
        template.resources("AWS::Events::Rule").stream()
            .filter(rule -> rule.property("Name").asText().endsWith("-siem"))
            .findFirst()
            .orElseThrow();
    List<Resource> archives = template.resources("AWS::Events::Archive");
    assertThat(archives).hasSize(1);
    assertThat(archives.getFirst().property("EventPattern"))
        .isEqualTo(siem.property("EventPattern"));
    assertThat(archives.getFirst().property("RetentionDays").asInt()).isEqualTo(14);
  }

  @ParameterizedTest
  @MethodSource("orgs")
  void transcriptsGoToTheOrgsOwnBucketAlone(Spoke spoke) {
    Template template = FLEET.template(spoke.name());
    List<Resource> rules =
        template.resources("AWS::Events::Rule").stream()
            .filter(rule -> rule.property("EventPattern").toString().contains("transcription"))
            .toList();
    assertThat(rules).hasSize(spoke.residency() == Residency.METRICS_ONLY ? 0 : 1);
    for (Resource rule : rules) {
      assertThat(rule.property("Targets")).hasSize(1);
      Resource stream = template.target(rule.property("Targets").path(0).path("Arn"));
      assertThat(stream.property("ExtendedS3DestinationConfiguration").path("Prefix").asText())
          .isEqualTo("transcripts/");
    }
  }

  @ParameterizedTest
  @MethodSource("orgs")
  void noConversationOfAMetricsOnlyOrgLeavesIt(Spoke spoke) {
    boolean routed =
        FLEET.template(spoke.name()).resources("AWS::Events::Rule").stream()
            .anyMatch(rule -> rule.property("EventPattern").toString().contains("conversation"));
    assertThat(routed).isEqualTo(spoke.residency() == Residency.FULL);
  }

  private static Map<String, Object> asMap(JsonNode pattern) {
    return JSON.convertValue(pattern, new TypeReference<>() {});
  }
}
