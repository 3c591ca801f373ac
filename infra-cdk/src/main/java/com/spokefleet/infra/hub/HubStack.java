package com.spokefleet.infra.hub;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.infra.naming.FleetNames;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.constructs.Construct;

/** The hub: one for the fleet, in the region and account of the lake. */
public final class HubStack extends Stack {
  public HubStack(Construct scope, Fleet fleet, StackProps props) {
    super(scope, new FleetNames(fleet.name()).of("hub"), props);
    FleetNames names = new FleetNames(fleet.name());
    List<IPrincipal> accounts = accounts(fleet);
    LakeBucket lake = new LakeBucket(this, "Lake", fleet, accounts);
    new LakeCatalog(this, "Catalog", fleet);
    LakeQueries queries = new LakeQueries(this, "Queries", fleet, lake);
    new LakeReaders(this, "Readers", fleet, lake, queries);
    new LandedBus(this, "Landed", fleet, accounts);
    new FleetDashboard(this, "Dashboard", fleet);
    output("LakeBucketName", lake.bucket().getBucketName());
    output("GlueDatabase", names.database());
    output("AthenaWorkgroup", queries.workgroup());
    output("LandedBusName", names.bus());
  }

  private void output(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build();
  }

  /** Accounts of the orgs, each once: as few as there are, however many orgs. */
  private static List<IPrincipal> accounts(Fleet fleet) {
    return fleet.spokes().stream()
        .map(Spoke::awsAccount)
        .distinct()
        .sorted((one, other) -> one.orElse("").compareTo(other.orElse("")))
        .<IPrincipal>map(HubStack::principal)
        .toList();
  }

  private static IPrincipal principal(Optional<String> account) {
    return account.<IPrincipal>map(AccountPrincipal::new).orElseGet(AccountRootPrincipal::new);
  }
}
