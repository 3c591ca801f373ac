package com.spokefleet.infra;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.config.schedule.SchedulePlan;
import com.spokefleet.infra.function.FunctionCode;
import com.spokefleet.infra.hub.HubStack;
import com.spokefleet.infra.naming.FleetNames;
import com.spokefleet.infra.spoke.OrgScope;
import com.spokefleet.infra.spoke.SpokeStack;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/** All stacks of a fleet: the hub's, and one for each org. */
public final class FleetStacks {
  private FleetStacks() {}

  /**
   * Adds them to the app.
   *
   * @param excerpts what functions of each org are told of fleet.yaml, by the org's name
   */
  public static void add(App app, Fleet fleet, Map<String, String> excerpts, FunctionCode code) {
    FleetNames names = new FleetNames(fleet.name());
    Tags.of(app).add(FleetNames.FLEET_TAG, fleet.name());
    new HubStack(
        app,
        fleet,
        StackProps.builder()
            .description("Spokefleet: hub of " + fleet.name())
            .env(environment(fleet.hub().awsAccount(), fleet.hub().awsRegion()))
            .terminationProtection(true)
            .build());
    SchedulePlan plan = SchedulePlan.of(fleet);
    for (Spoke spoke : fleet.spokes()) {
      SpokeStack stack =
          new SpokeStack(
              app,
              new OrgScope(fleet, spoke, names.org(spoke.name()), code, excerpts.get(spoke.name())),
              plan.slot(spoke.name()),
              StackProps.builder()
                  .description("Spokefleet: " + spoke.name() + " of " + fleet.name())
                  .env(environment(spoke.awsAccount(), spoke.awsRegion()))
                  .build());
      Tags.of(stack).add("spokefleet:org", spoke.name());
    }
  }

  private static Environment environment(Optional<String> account, String region) {
    Environment.Builder builder = Environment.builder().region(region);
    account.ifPresent(builder::account);
    return builder.build();
  }
}
