package com.spokefleet.cli.siem;

import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.config.Fleet;
import com.spokefleet.siem.install.Application;
import com.spokefleet.siem.install.InstallException;
import com.spokefleet.siem.install.Plan;
import com.spokefleet.siem.install.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet siem apply}: makes what is installed what it would be now. */
@Command(
    name = "apply",
    description = {
      "Make what is installed in the SIEMs what it would be now: create, change, delete.",
      "Only objects that this command made are ever changed. Interrupt it at any time and run it"
          + " again: it goes on. A second run changes nothing and writes nothing.",
      "Splunk: the app must be installed as a package first (fleet siem export); this brings what"
          + " changed since. Where Splunk Cloud does not open its management port, install the new"
          + " package instead.",
      "Exit code 5: something is left for you, marked with an exclamation mark. 1: something was"
          + " refused, or a SIEM could not be reached."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class SiemApplyCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Mixin private ContentOptions content;
  @Mixin private TargetOptions target;

  @Option(
      names = "--overwrite",
      description = "Replace what somebody changed since it was applied; never what is not ours.")
  private boolean overwrite;

  public SiemApplyCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    Fleet fleet = content.fleet();
    List<Target> targets =
        new Targets(target, fleet, wiring.siems(content.fleetFile, fleet.hub().awsRegion()))
            .of(() -> content.content(wiring, fleet));
    boolean whole = true;
    boolean open = false;
    for (Target each : targets) {
      try {
        Plan plan = Plan.of(each.wanted(), each.installation().look(each.wanted()), overwrite);
        whole &= apply(each, plan);
        open |= !plan.open().isEmpty();
      } catch (InstallException unreachable) {
        whole = false;
        wiring.err().println(unreachable.getMessage());
      }
    }
    return (whole ? open ? ExitCode.CHECKS_FAILED : ExitCode.OK : ExitCode.FAILED).code();
  }

  /** False if something was refused. */
  private boolean apply(Target each, Plan plan) {
    wiring.out().println(each.installation().name());
    each.installation().remark().ifPresent(remark -> wiring.out().println("  " + remark));
    Application.Outcome outcome =
        new Application(each.installation())
            .apply(
                plan,
                change -> wiring.out().println("  " + done(change.verdict()) + " " + change.key()));
    plan.open().forEach(change -> wiring.out().println(PlanText.line(change)));
    wiring
        .out()
        .printf(
            "  %d changed, %d unchanged, %d left as they are, %d refused%n",
            outcome.done().size(),
            plan.count(Verdict.UNCHANGED),
            plan.open().size(),
            outcome.refused().size());
    outcome.refused().forEach(wiring.err()::println);
    return outcome.refused().isEmpty();
  }

  private static String done(Verdict verdict) {
    return switch (verdict) {
      case CREATE -> "created";
      case UPDATE -> "changed";
      case DELETE -> "deleted";
      case FINISH -> "noted";
      case UNCHANGED, FOREIGN, CHANGED_BY_SOMEBODY, HELD_BY_PACKAGE -> "left";
    };
  }
}
