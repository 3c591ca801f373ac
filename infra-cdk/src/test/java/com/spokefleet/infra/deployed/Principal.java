package com.spokefleet.infra.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A role with all that its stack lets it do. */
record Principal(
    String arn, String account, Map<String, String> tags, List<PolicyStatement> statements) {

  /** The role that is referred to: its inline policies and those that are attached to it. */
  static Principal of(DeployedStack stack, JsonNode reference) {
    Resource role = stack.template().target(reference);
    Map<String, String> tags = new HashMap<>();
    role.property("Tags")
        .forEach(tag -> tags.put(tag.path("Key").asText(), stack.text(tag.path("Value"))));
    List<PolicyStatement> statements = new ArrayList<>();
    for (JsonNode policy : role.property("Policies")) {
      statements.addAll(PolicyStatement.of(stack, policy.path("PolicyDocument")));
    }
    for (Resource policy : stack.template().resources("AWS::IAM::Policy")) {
      for (JsonNode attached : policy.property("Roles")) {
        if (attached.path("Ref").asText().equals(role.id())) {
          statements.addAll(PolicyStatement.of(stack, policy.property("PolicyDocument")));
        }
      }
    }
    if (!role.property("ManagedPolicyArns").isMissingNode()) {
      throw new IllegalArgumentException("Cannot know what AWS puts into policies of its own");
    }
    return new Principal(stack.arn(role), stack.account(), tags, List.copyOf(statements));
  }

  Principal with(List<PolicyStatement> other) {
    return new Principal(arn, account, tags, List.copyOf(other));
  }

  /** The same without what one of its statements says. */
  Principal without(PolicyStatement statement) {
    return with(statements.stream().filter(other -> !other.equals(statement)).toList());
  }
}
