package com.spokefleet.infra;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetExcerpt;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.config.schedule.SchedulePlan;
import com.spokefleet.infra.function.FunctionCode;
import com.spokefleet.infra.hub.HubStack;
import com.spokefleet.infra.naming.FleetNames;
import com.spokefleet.infra.spoke.OrgScope;
import com.spokefleet.infra.spoke.SpokeStack;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
   * @throws com.spokefleet.config.InvalidFleetException if the fleet.yaml cannot be deployed
   */
  public static void add(App app, Path file, FunctionCode code) {
    Fleet fleet = FleetParser.parse(file);
    DeploymentCheck.check(fleet, file);
    Map<String, String> excerpts = FleetExcerpt.all(file);
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
              new OrgScope(
                  fleet,
                  spoke,
                  names.org(spoke.name()),
                  code,
                  Objects.requireNonNull(excerpts.get(spoke.name()))),
              plan.slot(spoke.name()),
              StackProps.builder()
                  .description("Spokefleet: " + spoke.name() + " of " + fleet.name())
                  .env(environment(spoke.awsAccount(), spoke.awsRegion()))
                  .build());
      Tags.of(stack).add(FleetNames.ORG_TAG, spoke.name());
    }
  }

  private static Environment environment(Optional<String> account, String region) {
    Environment.Builder builder = Environment.builder().region(region);
    account.ifPresent(builder::account);
    return builder.build();
  }
}
