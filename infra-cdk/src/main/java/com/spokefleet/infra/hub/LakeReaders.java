package com.spokefleet.infra.hub;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.LakeReader;
import com.spokefleet.infra.naming.FleetNames;
import com.spokefleet.infra.naming.HubArns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.CompositePrincipal;
import software.amazon.awscdk.services.iam.Group;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.User;
import software.constructs.Construct;

/**
 * Those who read the lake, each with the objects and names of its tables and nothing else: a role
 * that others may assume, or a user of its own for programs that know nothing but keys.
 */
final class LakeReaders extends Construct {
  private final FleetNames names;
  private final HubArns hub;
  private final LakeBucket lake;

  LakeReaders(Construct scope, String id, Fleet fleet, LakeBucket lake) {
    super(scope, id);
    this.names = new FleetNames(fleet.name());
    this.hub = new HubArns(fleet, Stack.of(this));
    this.lake = lake;
    fleet.hub().readers().forEach(this::reader);
  }

  private void reader(LakeReader reader) {
    Construct scope = new Construct(this, reader.name());
    String name = names.reader(reader.name());
    ManagedPolicy policy =
        ManagedPolicy.Builder.create(scope, "Policy")
            .managedPolicyName(name)
            .description("What %s reads of the lake".formatted(reader.name()))
            .statements(statements(reader))
            .build();
    if (reader.isUser()) {
      Group group = Group.Builder.create(scope, "Group").groupName(name).build();
      group.addManagedPolicy(policy);
      User.Builder.create(scope, "User").userName(name).groups(List.of(group)).build();
    } else {
      Role.Builder.create(scope, "Role")
          .roleName(name)
          .description("%s, a reader of the lake".formatted(reader.name()))
          .assumedBy(
              new CompositePrincipal(
                  reader.trusts().stream().map(ArnPrincipal::new).toArray(IPrincipal[]::new)))
          .managedPolicies(List.of(policy))
          .build();
    }
  }

  private List<PolicyStatement> statements(LakeReader reader) {
    List<PolicyStatement> statements = new ArrayList<>();
    List<Map<String, Object>> ways = ways(reader);
    for (int way = 0; way < ways.size(); way++) {
      Map<String, Object> condition = ways.get(way);
      statements.add(
          PolicyStatement.Builder.create()
              .sid("Objects" + way)
              .actions(List.of("s3:GetObject"))
              .resources(
                  reader.tables().stream().map(table -> hub.lakeObjects(table + "/*")).toList())
              .conditions(condition)
              .build());
      Map<String, Object> ofTables = new HashMap<>(condition);
      ofTables.put(
          "StringLike",
          Map.of("s3:prefix", reader.tables().stream().map(table -> table + "/*").toList()));
      statements.add(
          PolicyStatement.Builder.create()
              .sid("Names" + way)
              .actions(List.of("s3:ListBucket"))
              .resources(List.of(hub.lake()))
              .conditions(ofTables)
              .build());
    }
    statements.add(
        PolicyStatement.Builder.create()
            .sid("Key")
            .actions(List.of("kms:Decrypt"))
            .resources(List.of(lake.key().getKeyArn()))
            .conditions(
                Map.of(
                    "StringEquals",
                    Map.of(
                        "kms:ViaService",
                        hub.storageService(),
                        "kms:EncryptionContext:aws:s3:arn",
                        hub.lake())))
            .build());
    return statements;
  }

  /** Conditions of one statement must all hold, so each way in has statements of its own. */
  private static List<Map<String, Object>> ways(LakeReader reader) {
    List<Map<String, Object>> ways = new ArrayList<>();
    if (!reader.vpcEndpoints().isEmpty()) {
      ways.add(Map.of("StringEquals", Map.of("aws:SourceVpce", reader.vpcEndpoints())));
    }
    if (!reader.addresses().isEmpty()) {
      ways.add(Map.of("IpAddress", Map.of("aws:SourceIp", reader.addresses())));
    }
    return ways.isEmpty() ? List.of(Map.of()) : ways;
  }
}
