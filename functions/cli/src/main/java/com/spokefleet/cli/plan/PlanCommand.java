package com.spokefleet.cli.plan;

import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.schedule.SchedulePlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fleet plan}: where and in which minute each org starts, as a deployment schedules it. */
@Command(
    name = "plan",
    description =
        "Show where and when each org starts. Orgs of one period are spread evenly over its"
            + " minutes; one org more moves few others.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class PlanCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Option(names = "--fleet", required = true, paramLabel = "FILE", description = "The fleet.yaml.")
  private Path fleetFile;

  @Option(names = "--json", description = "Print one JSON document instead of tables.")
  private boolean json;

  public PlanCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    Fleet fleet = FleetParser.parse(fleetFile);
    SchedulePlan plan = SchedulePlan.of(fleet);
    Instant now = wiring.clock().instant();
    if (json) {
      wiring.out().println(new JsonText().of(PlanJson.of(fleet, plan, now)));
    } else {
      PlanText.of(fleet, plan, now).forEach(wiring.out()::println);
    }
    return ExitCode.OK.code();
  }
}
