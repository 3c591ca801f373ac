package com.spokefleet.cli;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import java.nio.file.Path;

/** A command cannot do what was asked; the message is the one line the user reads. */
public final class CommandException extends RuntimeException {
  private final ExitCode exitCode;

  public CommandException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public static CommandException unknownOrg(Path file, Fleet fleet, String org) {
    return new CommandException(
        ExitCode.INVALID,
        "Cannot find org %s in %s; it has %s"
            .formatted(org, file, fleet.spokes().stream().map(Spoke::name).toList()));
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
