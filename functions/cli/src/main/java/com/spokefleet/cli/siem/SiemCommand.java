package com.spokefleet.cli.siem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fleet siem}: the commands about what the SOC finds in its own tool. */
@Command(
    name = "siem",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "What the SOC finds in its own tool: a Splunk app and a pack of Datadog objects, with"
          + " dashboards, detections and lookups made from fleet.yaml and one catalogue.",
      "  export  writes both to a folder, to be installed by hand",
      "  diff    tells what is installed otherwise than it would be now",
      "  apply   makes it so; twice is as good as once, and nothing that somebody else made is"
          + " touched"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class SiemCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Cannot run fleet siem without export, diff or apply");
  }
}
