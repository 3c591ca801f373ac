package com.spokefleet.infra.hub;

import com.spokefleet.config.Fleet;
import com.spokefleet.infra.naming.FleetNames;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.CfnEventBus;
import software.amazon.awscdk.services.events.CfnEventBusPolicy;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The bus that every org's ingestion tells which partitions it changed. */
final class LandedBus extends Construct {
  LandedBus(Construct scope, String id, Fleet fleet, List<IPrincipal> accounts) {
    super(scope, id);
    CfnEventBus bus =
        CfnEventBus.Builder.create(this, "Bus")
            .name(new FleetNames(fleet.name()).bus())
            .description("Landed partitions of fleet " + fleet.name())
            .build();
    CfnEventBusPolicy.Builder.create(this, "Orgs")
        .eventBusName(bus.getRef())
        .statementId("Orgs")
        .statement(
            PolicyStatement.Builder.create()
                .sid("Orgs")
                .principals(accounts)
                .actions(List.of("events:PutEvents"))
                .resources(List.of(bus.getAttrArn()))
                .conditions(
                    Map.of(
                        "StringEquals",
                        Map.of(
                            "events:source",
                            "spokefleet",
                            "aws:PrincipalTag/" + FleetNames.FLEET_TAG,
                            fleet.name())))
                .build()
                .toJSON())
        .build();
  }
}
