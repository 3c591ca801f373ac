package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.config.Spoke;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Adding an org touches the new org's stack, and of the hub what lists the orgs. */
final class FleetGrowthTest {
  private static final int ORGS = 6;

  @Test
  void aNewOrgChangesNoOtherOrgsStack() {
    SynthesisedFleet before = SynthesisedFleet.of(fleet(ORGS));
    SynthesisedFleet after = SynthesisedFleet.of(fleet(ORGS + 1));
    assertThat(after.templates()).hasSize(before.templates().size() + 1);
    int moved = 0;
    for (Spoke spoke : before.fleet().spokes()) {
      JsonNode one = before.template(spoke.name()).root();
      JsonNode other = after.template(spoke.name()).root();
      if (!one.equals(other)) {
        moved++;
      }
      assertThat(withoutSchedule(one)).as(spoke.name()).isEqualTo(withoutSchedule(other));
    }
    // A newcomer may push others to another minute; see SchedulePlan.
    assertThat(moved).isLessThan(ORGS / 2);
  }

  @Test
  void theHubsStackHasAsManyResourcesForMoreOrgs() {
    assertThat(SynthesisedFleet.of(fleet(2)).template("hub").resources())
        .hasSameSizeAs(SynthesisedFleet.of(fleet(ORGS)).template("hub").resources());
  }

  private static JsonNode withoutSchedule(JsonNode root) {
    ObjectNode copy = root.deepCopy();
    for (Map.Entry<String, JsonNode> resource : copy.path("Resources").properties()) {
      if (resource.getValue().path("Type").asText().equals("AWS::Scheduler::Schedule")) {
        ((ObjectNode) resource.getValue().path("Properties"))
            .remove(java.util.List.of("ScheduleExpression", "Description"));
      }
    }
    return copy;
  }

  static String fleet(int orgs) {
    StringBuilder yaml =
        new StringBuilder(
            """
            name: growing
            hub: {awsRegion: eu-central-1, lakeBucket: growing-lake}
            standards:
              serviceLevel: {percent: 80, threshold: 20s, shortAbandon: 5s}
              currency: EUR
            destinations:
              - name: soc
                type: splunk
                endpoint: https://collector.example.com
                token: secretsmanager:soc/token
                index: genesys
            spokes:
            """);
    for (int org = 0; org < orgs; org++) {
      UUID id = new UUID(0x1234_5678_9abc_4defL, 0x8000_0000_0000_0000L + org);
      yaml.append(
          """
            - name: org-%d
              orgId: %s
              genesysRegion: eu-central-1
              awsRegion: eu-central-1
              credentials: secretsmanager:spokefleet/org-%d
              timeZone: Europe/Berlin
              currency: EUR
              residency: full
              businessRegion: EMEA
              eventSource: aws.partner/genesys.com/cloud/%s/spokefleet
          """
              .formatted(org, id, org, id));
    }
    return yaml.toString();
  }
}
