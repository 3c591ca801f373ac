package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A reader gets at its tables, in its own way and from its own places, and at nothing else. */
final class LakeReaderContractTest {
  private static final Template HUB =
      SynthesisedFleet.of(
              FleetGrowthTest.fleet(1)
                  .replace(
                      "lakeBucket: growing-lake}",
                      "lakeBucket: growing-lake, readers: ["
                          + "{name: files, tables: [dim_org, conversations],"
                          + " fromAddresses: [203.0.113.0/24],"
                          + " fromVpcEndpoints: [vpce-0123456789abcdef0]},"
                          + "{name: queries, access: athena, tables: [dim_org],"
                          + " trusts: ['arn:aws:iam::111122223333:role/bi'],"
                          + " fromAddresses: [203.0.113.0/24]}]}"))
          .template("hub");

  @Test
  void filesAreObjectsAndNamesOfItsTables() {
    Set<String> actions = new TreeSet<>();
    for (JsonNode statement : statements("files")) {
      actions.addAll(Template.texts(statement.path("Action")));
      boolean key = statement.path("Action").asText().equals("kms:Decrypt");
      assertThat(statement.path("Condition").toString())
          .contains(key ? "kms:ViaService" : "aws:Source");
      for (String resource : Template.texts(statement.path("Resource"))) {
        assertThat(resource)
            .matches(
                key ? "\\$\\{LakeKey.*" : ".*:s3:::growing-lake(/dim_org/\\*|/conversations/\\*)?");
      }
    }
    assertThat(actions).containsExactly("kms:Decrypt", "s3:GetObject", "s3:ListBucket");
  }

  /** Either place will do, so neither may stand in the other's statement. */
  @Test
  void eachPlaceHasStatementsOfItsOwn() {
    List<String> conditions = new ArrayList<>();
    for (JsonNode statement : statements("files")) {
      if (statement.path("Action").asText().equals("s3:GetObject")) {
        conditions.add(statement.path("Condition").toString());
      }
    }
    assertThat(conditions)
        .containsExactlyInAnyOrder(
            "{\"StringEquals\":{\"aws:SourceVpce\":[\"vpce-0123456789abcdef0\"]}}",
            "{\"IpAddress\":{\"aws:SourceIp\":[\"203.0.113.0/24\"]}}");
  }

  @Test
  void queriesReachObjectsThroughAthenaOnly() {
    for (JsonNode statement : statements("queries")) {
      String action = Template.texts(statement.path("Action")).getFirst();
      String condition = statement.path("Condition").toString();
      if (action.startsWith("s3:")) {
        assertThat(condition).contains("athena.amazonaws.com");
      } else if (action.startsWith("athena:")) {
        assertThat(condition).contains("203.0.113.0/24");
      }
      assertThat(Template.texts(statement.path("Resource")))
          .noneMatch(resource -> resource.contains("conversations"));
    }
  }

  @Test
  void aReaderSeesNoOthersResults() {
    assertThat(statements("queries").toString()).contains("/readers/queries/*");
    assertThat(HUB.resources("AWS::Athena::WorkGroup"))
        .extracting(group -> Template.text(group.node().findPath("OutputLocation")))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void whoeverMayBecomeOneIsNamed() {
    assertThat(HUB.resources("AWS::IAM::User")).hasSize(1);
    Resource role =
        HUB.resources("AWS::IAM::Role").stream()
            .filter(one -> one.property("RoleName").asText().endsWith("-reader-queries"))
            .findFirst()
            .orElseThrow();
    assertThat(role.property("AssumeRolePolicyDocument").findPath("Principal").toString())
        .isEqualTo("{\"AWS\":\"arn:aws:iam::111122223333:role/bi\"}");
    assertThat(HUB.resources("AWS::IAM::AccessKey")).isEmpty();
  }

  private static List<JsonNode> statements(String reader) {
    return HUB.resources("AWS::IAM::ManagedPolicy").stream()
        .filter(
            policy -> policy.property("ManagedPolicyName").asText().endsWith("-reader-" + reader))
        .flatMap(policy -> policy.property("PolicyDocument").path("Statement").valueStream())
        .toList();
  }
}
