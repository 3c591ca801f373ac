package com.spokefleet.cli.transform;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.event.FleetEvents;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.TransformSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleet transform}: what a SIEM would be sent of the events on standard input. */
@Command(
    name = "transform",
    description = {
      "Show what a SIEM is sent: events in (one JSON a line on standard input), records out.",
      "It is the very code that Firehose calls. With a fleet.yaml its rules of privacy apply, and of"
          + " orgs that are not in it nothing personal is told. Lines that cannot be transformed are named on"
          + " standard error and end in exit code 5."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class TransformCommand implements Callable<Integer> {
  private static final String USUAL_INDEX = "main";

  private final Wiring wiring;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The fleet.yaml whose orgs the events are of.")
  private @Nullable Path fleetFile;

  @Option(
      names = "--to",
      paramLabel = "DESTINATION",
      required = true,
      description =
          "splunk, datadog, ocsf (release 1.8.0), or the name of a destination in the fleet.yaml.")
  private String to;

  @Option(
      names = "--org",
      paramLabel = "ORG",
      description = "Take events that name no org for those of this one.")
  private @Nullable String org;

  public TransformCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Fleet> fleet = Optional.ofNullable(fleetFile).map(FleetParser::parse);
    HashKeys keys = new HashKeys(wiring.environment(), fleet);
    TransformSettings settings =
        new TransformSettings(destination(fleet), orgs(fleet), keys.where());
    EventOrg others = fleet.isPresent() ? EventOrg.unknown() : EventOrg.unknownButUsual();
    LineTransformer lines =
        new LineTransformer(settings.flattener(keys::read, others), wiring.clock());
    boolean whole = lines.transform(wiring.in(), wiring.out(), wiring.err());
    return (whole ? ExitCode.OK : ExitCode.CHECKS_FAILED).code();
  }

  private DestinationSettings destination(Optional<Fleet> fleet) {
    Optional<DestinationSettings> named =
        fleet.stream()
            .flatMap(found -> found.destinations().stream())
            .filter(destination -> destination.name().equals(to))
            .map(FleetEvents::destination)
            .findFirst();
    return named.orElseGet(
        () ->
            switch (to) {
              case "splunk" -> new DestinationSettings.Splunk(to, USUAL_INDEX);
              case "datadog" -> new DestinationSettings.Datadog(to);
              case "ocsf" -> new DestinationSettings.Ocsf(to);
              default ->
                  throw new CommandException(
                      ExitCode.INVALID,
                      "Cannot transform to %s: it is neither splunk, datadog nor ocsf nor a destination"
                              .formatted(to)
                          + " of a fleet.yaml that was given");
            });
  }

  private List<EventOrg> orgs(Optional<Fleet> fleet) {
    if (fleet.isEmpty()) {
      return List.of();
    }
    List<EventOrg> all = FleetEvents.orgs(fleet.get());
    if (org == null) {
      return all;
    }
    List<EventOrg> one = all.stream().filter(each -> each.name().equals(org)).toList();
    if (one.isEmpty()) {
      throw CommandException.unknownOrg(Path.of(String.valueOf(fleetFile)), fleet.get(), org);
    }
    return one;
  }
}
