package com.spokefleet.cli.onboard;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.onboard.Outcome.Status;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.configuration.CheckedOrg;
import com.spokefleet.genesys.configuration.OrganizationObject;
import com.spokefleet.genesys.http.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet onboard}: one more org, looked at first, and what is left to do by hand. */
@Command(
    name = "onboard",
    description = {
      "Sign in to a new org, look at its Genesys side, and add its entry to the fleet.yaml.",
      "What is looked at: identity, permissions, divisions, the integration with EventBridge, and"
          + " which topics EventBridge brings. Then the role the org's client needs, and what is"
          + " left to do. Run again, it looks again and changes nothing."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class OnboardCommand implements Callable<Integer> {
  /** Stands in an entry until Genesys told the org's own. */
  private static final String ANY_ORG = "00000000-0000-4000-8000-000000000000";

  private final Wiring wiring;

  @Option(
      names = "--fleet",
      defaultValue = "fleet.yaml",
      paramLabel = "FILE",
      description = "The fleet.yaml (default: the one in this folder).")
  private Path fleetFile;

  @Mixin private final OnboardOptions options = new OnboardOptions();

  @Option(
      names = "--timeout",
      defaultValue = "60s",
      paramLabel = "TIME",
      description = "Longest time for all questions (default: 60s).")
  private Duration timeout;

  @Option(names = "--dry-run", description = "Look and print the entry, and write nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  @Option(
      names = "--role-json",
      description =
          "Print the role as the body of POST /api/v2/authorization/roles, and do nothing else.")
  private boolean roleJson;

  public OnboardCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    if (roleJson) {
      CheckedOrg org =
          new CheckedOrg(
              options.name(), Optional.empty(), "", options.residency(), options.polls());
      wiring.out().println(new JsonText().of(GenesysRole.of(org).body()));
      return ExitCode.OK.code();
    }
    FleetFile file = FleetFile.read(fleetFile);
    Optional<Spoke> there = file.named(options.name());
    there.ifPresent(this::requireSame);
    Spoke spoke =
        there.orElseGet(() -> file.check(file.with(options.entry(ANY_ORG, Optional.empty()))));
    String credentials = options.credentials().orElse(spoke.credentials());
    OrgInspection inspection =
        new OrgInspection(
            spoke,
            options.suffix().or(() -> spoke.eventSource().map(OnboardCommand::suffix)),
            wiring.connection(fleetFile, spoke, credentials));
    Deadline deadline = Deadline.after(timeout, wiring.clock());
    Optional<OrganizationObject> organization = inspection.identify(deadline);
    organization.ifPresent(found -> requireNew(file, there, found));
    Findings findings = inspection.examine(organization, deadline);
    Outcome outcome =
        there.map(known -> there(known, findings)).orElseGet(() -> add(file, findings));
    GenesysRole role = GenesysRole.of(CheckedOrg.of(spoke));
    List<String> steps = NextSteps.of(spoke, role, findings, outcome);
    print(new OnboardReport(options.name(), findings, role, outcome, steps));
    return (findings.isHealthy() ? ExitCode.OK : ExitCode.CHECKS_FAILED).code();
  }

  private static String suffix(String eventSource) {
    return eventSource.substring(eventSource.lastIndexOf('/') + 1);
  }

  private void requireSame(Spoke there) {
    List<String> differences = options.differences(there);
    if (!differences.isEmpty()) {
      throw new CommandException(
          ExitCode.INVALID,
          "Cannot add %s: %s has it already, and its %s; change it there"
              .formatted(options.name(), fleetFile, String.join(", its ", differences)));
    }
  }

  /** Before anything else is asked: it might be an org of which no person may be asked for. */
  private void requireNew(FleetFile file, Optional<Spoke> there, OrganizationObject found) {
    Optional<Spoke> owner = file.ofOrg(found.id());
    if (owner.equals(there)) {
      return;
    }
    throw new CommandException(
        ExitCode.INVALID,
        owner
            .map(
                other ->
                    "Cannot add %s: its credentials are those of org %s (%s), which %s has as %s"
                        .formatted(
                            options.name(), found.id(), found.name(), fleetFile, other.name()))
            .orElseGet(
                () ->
                    "Cannot add %s: %s has that name for org %s, and the credentials are of %s (%s)"
                        .formatted(
                            options.name(),
                            fleetFile,
                            there.map(Spoke::orgId).orElse(""),
                            found.id(),
                            found.name())));
  }

  private Outcome there(Spoke known, Findings findings) {
    List<String> hints = new ArrayList<>();
    findings
        .eventSource()
        .filter(source -> known.eventSource().isEmpty())
        .ifPresent(source -> hints.add("eventSource: " + source));
    return new Outcome(
        Status.THERE,
        hints,
        "is in %s, and nothing was changed%s"
            .formatted(fleetFile, hints.isEmpty() ? "" : "; add to it"));
  }

  private Outcome add(FleetFile file, Findings findings) {
    if (findings.organization().isEmpty()) {
      return new Outcome(
          Status.NOT_WRITTEN, List.of(), "not written, for it is not known which org this is");
    }
    SpokeEntry entry = options.entry(findings.organization().get().id(), findings.eventSource());
    String text = file.with(entry);
    file.check(text);
    String assumed =
        options.residencyIsAssumed()
            ? "; nobody said a residency, so nothing of a person is read"
            : "";
    if (dryRun) {
      return new Outcome(
          Status.DRY_RUN, entry.item(), "not written to " + fleetFile + ", a dry run" + assumed);
    }
    file.replace(text);
    return new Outcome(Status.WRITTEN, entry.item(), "written to " + fleetFile + assumed);
  }

  private void print(OnboardReport report) {
    if (json) {
      wiring.out().println(new JsonText().of(report.document()));
    } else {
      report.lines().forEach(wiring.out()::println);
    }
  }
}
