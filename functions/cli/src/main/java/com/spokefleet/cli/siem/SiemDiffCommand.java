package com.spokefleet.cli.siem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.config.Fleet;
import com.spokefleet.siem.install.InstallException;
import com.spokefleet.siem.install.Plan;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet siem diff}: what is installed otherwise than it would be now. */
@Command(
    name = "diff",
    description = {
      "Tell what is installed in the SIEMs otherwise than it would be now, and change nothing.",
      "  + is not there   ~ is older, with the fields that differ   - is ours and no longer wanted",
      "  ! was changed by somebody since it was applied, or has the name of one of ours and is not",
      "Exit code 0: equal. 7: something differs. 1: a SIEM could not be asked."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class SiemDiffCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Mixin private ContentOptions content;
  @Mixin private TargetOptions target;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  public SiemDiffCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    Fleet fleet = content.fleet();
    List<Target> targets =
        new Targets(target, fleet, wiring.siems(content.fleetFile, fleet.hub().awsRegion()))
            .of(() -> content.content(wiring, fleet));
    ObjectNode document = new ObjectMapper().createObjectNode();
    ArrayNode installations = document.putArray("installations");
    boolean equal = true;
    boolean asked = true;
    for (Target each : targets) {
      try {
        Plan plan = Plan.of(each.wanted(), each.installation().look(each.wanted()), false);
        equal &= plan.isEqual();
        if (json) {
          PlanText.addTo(installations.addObject().put("name", each.installation().name()), plan);
        } else {
          PlanText.lines(each.installation(), plan).forEach(wiring.out()::println);
        }
      } catch (InstallException unreachable) {
        asked = false;
        wiring.err().println(unreachable.getMessage());
      }
    }
    if (json) {
      wiring.out().println(new JsonText().of(document));
    }
    return (asked ? equal ? ExitCode.OK : ExitCode.DIFFERENT : ExitCode.FAILED).code();
  }
}
