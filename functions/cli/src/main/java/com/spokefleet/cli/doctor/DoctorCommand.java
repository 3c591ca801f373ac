package com.spokefleet.cli.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.terminal.CheckLines;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.http.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fleet doctor}: whether every org can be read, and how to cure what cannot. */
@Command(
    name = "doctor",
    description =
        "Sign in to each org, check its identity and each permission, and say how to cure what"
            + " fails.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class DoctorCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Option(names = "--fleet", required = true, paramLabel = "FILE", description = "The fleet.yaml.")
  private Path fleetFile;

  @Option(names = "--org", paramLabel = "NAME", description = "Only this org.")
  private @Nullable String org;

  @Option(
      names = "--timeout",
      defaultValue = "60s",
      paramLabel = "TIME",
      description = "Longest time for one org (default: 60s).")
  private Duration timeout;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  public DoctorCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws InterruptedException {
    Fleet fleet = FleetParser.parse(fleetFile);
    List<Spoke> spokes = spokes(fleet);
    Diagnoses diagnoses =
        new Diagnoses(wiring.orgChecks(fleetFile), () -> Deadline.after(timeout, wiring.clock()));
    List<OrgDiagnosis> found =
        new ArrayList<>(diagnoses.run(spokes, json ? unused -> {} : this::print));
    found.sort(Comparator.comparing(OrgDiagnosis::org));
    if (json) {
      wiring.out().println(new JsonText().of(document(found)));
    }
    boolean healthy = found.stream().allMatch(OrgDiagnosis::isHealthy);
    return (healthy ? ExitCode.OK : ExitCode.CHECKS_FAILED).code();
  }

  private List<Spoke> spokes(Fleet fleet) {
    if (org == null) {
      return fleet.spokes();
    }
    String wanted = org;
    return List.of(
        fleet
            .spoke(wanted)
            .orElseThrow(() -> CommandException.unknownOrg(fleetFile, fleet, wanted)));
  }

  private void print(OrgDiagnosis diagnosis) {
    wiring.out().println(diagnosis.org());
    CheckLines.of(diagnosis.results()).forEach(wiring.out()::println);
  }

  private static ObjectNode document(List<OrgDiagnosis> diagnoses) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("healthy", diagnoses.stream().allMatch(OrgDiagnosis::isHealthy));
    document.putArray("orgs");
    for (OrgDiagnosis diagnosis : diagnoses) {
      ObjectNode entry = document.withArray("orgs").addObject();
      entry.put("org", diagnosis.org());
      entry.put("healthy", diagnosis.isHealthy());
      entry.set("checks", CheckLines.json(diagnosis.results()));
    }
    return document;
  }
}
