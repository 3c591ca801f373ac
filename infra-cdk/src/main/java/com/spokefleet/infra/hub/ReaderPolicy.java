package com.spokefleet.infra.hub;

import com.spokefleet.config.LakeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What every reader's policy is made of: statements that hold for its tables and its ways in. */
final class ReaderPolicy {
  private final LakeReader reader;
  private final List<PolicyStatement> statements = new ArrayList<>();

  ReaderPolicy(LakeReader reader) {
    this.reader = reader;
  }

  List<PolicyStatement> statements() {
    return statements;
  }

  /**
   * Allows it where the reader comes from. Conditions of one statement must all hold, so each way
   * in has a statement of its own.
   */
  void allowFromItsPlaces(String sid, List<String> actions, List<String> resources) {
    allowFromItsPlaces(sid, actions, resources, Map.of());
  }

  void allowFromItsPlaces(
      String sid, List<String> actions, List<String> resources, Map<String, Object> more) {
    List<Map<String, Object>> ways = new ArrayList<>();
    if (!reader.vpcEndpoints().isEmpty()) {
      ways.add(Map.of("StringEquals", Map.of("aws:SourceVpce", reader.vpcEndpoints())));
    }
    if (!reader.addresses().isEmpty()) {
      ways.add(Map.of("IpAddress", Map.of("aws:SourceIp", reader.addresses())));
    }
    if (ways.isEmpty()) {
      ways.add(Map.of());
    }
    for (int way = 0; way < ways.size(); way++) {
      Map<String, Object> conditions = new HashMap<>(ways.get(way));
      conditions.putAll(more);
      allow(sid + way, actions, resources, conditions);
    }
  }

  void allow(
      String sid, List<String> actions, List<String> resources, Map<String, Object> conditions) {
    statements.add(
        PolicyStatement.Builder.create()
            .sid(sid)
            .actions(actions)
            .resources(resources)
            .conditions(conditions)
            .build());
  }
}
