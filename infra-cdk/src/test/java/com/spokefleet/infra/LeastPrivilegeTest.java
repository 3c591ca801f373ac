package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.infra.Template.Resource;
import com.spokefleet.infra.hub.DetailTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What roles may: named actions on named things, with the few exceptions written out here. */
final class LeastPrivilegeTest {
  private static final SynthesisedFleet FLEET = SynthesisedFleet.example();

  /** Wildcards that stand as a whole resource or action, each with its reason. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("xray:GetSamplingRules", "X-Ray knows no resources"),
          Map.entry("xray:GetSamplingTargets", "X-Ray knows no resources"),
          Map.entry("xray:PutTelemetryRecords", "X-Ray knows no resources"),
          Map.entry("xray:PutTraceSegments", "X-Ray knows no resources"),
          Map.entry(
              "logs:CreateLogDelivery",
              "of a state machine: CloudWatch Logs knows no resources here"),
          Map.entry(
              "logs:DeleteLogDelivery",
              "of a state machine: CloudWatch Logs knows no resources here"),
          Map.entry(
              "logs:DescribeLogGroups",
              "of a state machine: CloudWatch Logs knows no resources here"),
          Map.entry("logs:DescribeResourcePolicies", "of a state machine: no resources here"),
          Map.entry(
              "logs:GetLogDelivery", "of a state machine: CloudWatch Logs knows no resources here"),
          Map.entry(
              "logs:ListLogDeliveries",
              "of a state machine: CloudWatch Logs knows no resources here"),
          Map.entry(
              "logs:PutResourcePolicy",
              "of a state machine: CloudWatch Logs knows no resources here"),
          Map.entry(
              "logs:UpdateLogDelivery",
              "of a state machine: CloudWatch Logs knows no resources here"));

  private record Statement(String of, JsonNode node) {
    boolean allows() {
      return node.path("Effect").asText().equals("Allow");
    }

    List<String> actions() {
      return Template.texts(node.path("Action"));
    }

    List<String> resources() {
      return Template.texts(node.path("Resource"));
    }
  }

  @Test
  void noActionIsAWildcard() {
    assertThat(
            statements().stream()
                .filter(
                    statement -> statement.actions().stream().anyMatch(one -> one.contains("*")))
                .map(statement -> statement.of() + " may " + statement.actions()))
        .isEmpty();
  }

  @Test
  void noResourceIsEverythingButForAReason() {
    Set<String> used = new HashSet<>();
    for (Statement statement : statements()) {
      if (statement.resources().contains("*")) {
        assertThat(REASONS.keySet()).as(statement.of()).containsAll(statement.actions());
        used.addAll(statement.actions());
      }
    }
    assertThat(used)
        .as("reasons nobody needs")
        .containsExactlyInAnyOrderElementsOf(REASONS.keySet());
  }

  /** Negative control: the same look at a policy as peers ship it. */
  @Test
  void aPolicyThatAllowsAllIsNoticed() throws Exception {
    Statement statement =
        new Statement(
            "peer",
            new ObjectMapper()
                .readTree("{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}"));
    assertThat(statement.actions()).anyMatch(action -> action.contains("*"));
    assertThat(REASONS.keySet()).doesNotContainAnyElementsOf(statement.actions());
  }

  @Test
  void anOrgWritesItsOwnPartitionsOnly() {
    for (Spoke spoke : FLEET.fleet().spokes()) {
      List<String> written =
          statements(spoke.name()).stream()
              .filter(Statement::allows)
              .filter(statement -> statement.actions().contains("s3:PutObject"))
              .flatMap(statement -> statement.resources().stream())
              .filter(resource -> resource.contains(FLEET.fleet().hub().lakeBucket()))
              .toList();
      assertThat(written)
          .isNotEmpty()
          .allMatch(resource -> resource.endsWith("/org_id=" + spoke.orgId() + "/*"));
    }
  }

  @Test
  void aMetricsOnlyOrgWritesNoDetails() {
    for (Spoke spoke : FLEET.fleet().spokes()) {
      boolean metricsOnly = spoke.residency() == Residency.METRICS_ONLY;
      List<Statement> statements = statements(spoke.name());
      long allowed =
          statements.stream()
              .filter(Statement::allows)
              .filter(statement -> statement.actions().contains("s3:PutObject"))
              .flatMap(statement -> statement.resources().stream())
              .filter(LeastPrivilegeTest::isOfDetails)
              .count();
      long denied =
          statements.stream()
              .filter(statement -> !statement.allows())
              .flatMap(statement -> statement.resources().stream())
              .filter(LeastPrivilegeTest::isOfDetails)
              .count();
      assertThat(allowed > 0).as(spoke.name()).isEqualTo(!metricsOnly);
      assertThat(denied).as(spoke.name()).isEqualTo(metricsOnly ? DetailTables.NAMES.size() : 0);
    }
  }

  /** One role reads one org's credentials, and no other org's. */
  @Test
  void anOrgReadsItsOwnSecretsOnly() {
    for (Spoke spoke : FLEET.fleet().spokes()) {
      Template template = FLEET.template(spoke.name());
      Set<String> names = new HashSet<>();
      for (Resource secret : template.resources("AWS::SecretsManager::Secret")) {
        names.add(secret.property("Name").asText());
      }
      assertThat(names).contains("spokefleet/" + spoke.name());
      for (Spoke other : FLEET.fleet().spokes()) {
        if (!other.name().equals(spoke.name())) {
          assertThat(template.root().toString()).doesNotContain("spokefleet/" + other.name());
        }
      }
    }
  }

  /** More than that a role does not take. */
  @Test
  void noRolesPoliciesAreTooLong() {
    for (Spoke spoke : FLEET.fleet().spokes()) {
      for (Resource policy : FLEET.template(spoke.name()).resources("AWS::IAM::Policy")) {
        assertThat(policy.property("PolicyDocument").toString().length())
            .as(policy.toString())
            .isLessThan(10_240);
      }
    }
  }

  private static boolean isOfDetails(String resource) {
    return DetailTables.NAMES.stream().anyMatch(name -> resource.contains("/" + name + "/"));
  }

  private static List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    FLEET.templates().values().forEach(template -> statements.addAll(statements(template)));
    return statements;
  }

  private static List<Statement> statements(String org) {
    return statements(FLEET.template(org));
  }

  private static List<Statement> statements(Template template) {
    List<Statement> statements = new ArrayList<>();
    for (Resource resource : template.resources()) {
      switch (resource.type()) {
        case "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy" ->
            add(resource, resource.property("PolicyDocument"), statements);
        case "AWS::IAM::Role" ->
            resource
                .property("Policies")
                .forEach(policy -> add(resource, policy.path("PolicyDocument"), statements));
        default -> {}
      }
    }
    return statements;
  }

  private static void add(Resource of, JsonNode document, List<Statement> statements) {
    document
        .path("Statement")
        .forEach(statement -> statements.add(new Statement(of.toString(), statement)));
  }
}
