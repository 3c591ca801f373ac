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
 * Those who read the lake, each its tables and nothing else, as files or through Athena: a role
 * that others may assume, or a user of its own for programs that know nothing but keys.
 */
final class LakeReaders extends Construct {
  private final FleetNames names;
  private final HubArns hub;
  private final LakeBucket lake;
  private final LakeQueries queries;

  LakeReaders(Construct scope, String id, Fleet fleet, LakeBucket lake, LakeQueries queries) {
    super(scope, id);
    this.names = new FleetNames(fleet.name());
    this.hub = new HubArns(fleet, Stack.of(this));
    this.lake = lake;
    this.queries = queries;
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
    ReaderPolicy policy = new ReaderPolicy(reader);
    switch (reader.access()) {
      case FILES -> files(reader, policy);
      case ATHENA -> athena(reader, policy);
    }
    return policy.statements();
  }

  private void files(LakeReader reader, ReaderPolicy policy) {
    policy.allowFromItsPlaces("Objects", List.of("s3:GetObject"), objects(reader));
    policy.allowFromItsPlaces(
        "Names",
        List.of("s3:ListBucket"),
        List.of(hub.lake()),
        Map.of("StringLike", names(reader)));
    policy.allow(
        "Key",
        List.of("kms:Decrypt"),
        List.of(lake.key().getKeyArn()),
        Map.of("StringEquals", throughStorage(hub.lake())));
  }

  /**
   * Athena reads in the reader's name, from its own place; so the place counts for queries alone.
   */
  private void athena(LakeReader reader, ReaderPolicy policy) {
    String folder = "readers/" + reader.name() + "/";
    String workgroup =
        queries
            .workgroup(
                "Workgroup-" + reader.name(),
                names.reader(reader.name()),
                "Queries of " + reader.name(),
                folder)
            .getName();
    policy.allowFromItsPlaces(
        "Queries",
        List.of(
            "athena:GetQueryExecution",
            "athena:GetQueryResults",
            "athena:GetWorkGroup",
            "athena:StartQueryExecution",
            "athena:StopQueryExecution"),
        List.of(arn("athena", "workgroup/" + workgroup)));
    policy.allowFromItsPlaces(
        "Catalog",
        List.of("athena:GetDatabase", "athena:GetTableMetadata", "athena:ListTableMetadata"),
        List.of(arn("athena", "datacatalog/AwsDataCatalog")));
    policy.allow(
        "Tables",
        List.of("glue:GetDatabase", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"),
        glue(reader),
        Map.of());
    Map<String, Object> throughAthena =
        Map.of(
            "ForAnyValue:StringEquals", Map.of("aws:CalledVia", List.of("athena.amazonaws.com")));
    policy.allow("Objects", List.of("s3:GetObject"), objects(reader), throughAthena);
    Map<String, Object> namesThroughAthena = new HashMap<>(throughAthena);
    namesThroughAthena.put("StringLike", names(reader));
    policy.allow("Names", List.of("s3:ListBucket"), List.of(hub.lake()), namesThroughAthena);
    String results = queries.results().getBucketArn();
    policy.allow(
        "Results",
        List.of("s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"),
        List.of(results + "/" + folder + "*"),
        throughAthena);
    policy.allow("ResultsBucket", List.of("s3:GetBucketLocation"), List.of(results), throughAthena);
    policy.allow(
        "Key",
        List.of("kms:Decrypt", "kms:GenerateDataKey"),
        List.of(lake.key().getKeyArn()),
        Map.of("StringEquals", throughStorage(hub.lake(), results)));
  }

  private List<String> objects(LakeReader reader) {
    return reader.tables().stream().map(table -> hub.lakeObjects(table + "/*")).toList();
  }

  private static Map<String, Object> names(LakeReader reader) {
    return Map.of("s3:prefix", reader.tables().stream().map(table -> table + "/*").toList());
  }

  private List<String> glue(LakeReader reader) {
    List<String> arns = new ArrayList<>();
    arns.add(arn("glue", "catalog"));
    arns.add(arn("glue", "database/" + names.database()));
    reader
        .tables()
        .forEach(table -> arns.add(arn("glue", "table/" + names.database() + "/" + table)));
    return arns;
  }

  private Map<String, Object> throughStorage(String... buckets) {
    return Map.of(
        "kms:ViaService",
        hub.storageService(),
        "kms:EncryptionContext:aws:s3:arn",
        List.of(buckets));
  }

  private String arn(String service, String resource) {
    Stack stack = Stack.of(this);
    return "arn:%s:%s:%s:%s:%s"
        .formatted(stack.getPartition(), service, stack.getRegion(), stack.getAccount(), resource);
  }
}
