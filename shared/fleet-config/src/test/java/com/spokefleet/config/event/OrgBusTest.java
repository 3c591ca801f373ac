package com.spokefleet.config.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.events.rule.OrgBus;
import com.spokefleet.events.rule.OrgRules;
import com.spokefleet.events.rule.RoutingRule;
import com.spokefleet.events.rule.RoutingRule.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of every org of the example. */
final class OrgBusTest {
  @Test
  void everyOrgGetsTheRulesOfItsResidencyAndLatency() throws Exception {
    Path example = Path.of("..", "..", "fleet.example.yaml");
    Fleet fleet = FleetParser.parse("fleet.example.yaml", Files.readString(example));
    Map<String, List<Target>> targets =
        fleet.spokes().stream().collect(Collectors.toMap(Spoke::name, OrgBusTest::targets));

    assertThat(targets)
        .containsEntry("emea", List.of(Target.SIEM))
        .containsEntry("amer", List.of(Target.SIEM, Target.TRANSCRIPTS))
        .containsEntry("apac", List.of(Target.SIEM, Target.TRANSCRIPTS, Target.CLOSURE));
    assertThat(fleet.spokes())
        .allMatch(
            spoke -> FleetEvents.bus(spoke).map(OrgBus::eventSource).equals(spoke.eventSource()));
  }

  private static List<Target> targets(Spoke spoke) {
    return OrgRules.of(FleetEvents.bus(spoke).orElseThrow()).stream()
        .map(RoutingRule::target)
        .toList();
  }
}
