package com.spokefleet.cli;

import com.spokefleet.config.InvalidFleetException;
import com.spokefleet.config.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells a user what went wrong in one clear line each; the stack trace only when asked for. */
final class ErrorReport {
  private final Wiring wiring;
  private final FleetCommand options;

  ErrorReport(Wiring wiring, FleetCommand options) {
    this.wiring = wiring;
    this.options = options;
  }

  /** The command line itself cannot be understood. */
  int misused(ParameterException problem, String[] arguments) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    wiring.err().println(problem.getMessage());
    wiring.err().println("See: " + command + " --help");
    trace(problem);
    return ExitCode.INVALID.code();
  }

  int failed(Exception failure, CommandLine commandLine, ParseResult arguments) {
    trace(failure);
    return switch (failure) {
      case CommandException command -> {
        wiring.err().println(command.getMessage());
        yield command.exitCode().code();
      }
      case InvalidFleetException invalid -> {
        for (Problem problem : invalid.problems()) {
          wiring.err().println(problem);
        }
        yield ExitCode.INVALID.code();
      }
      default -> {
        wiring.err().println(describe(failure));
        yield ExitCode.FAILED.code();
      }
    };
  }

  /** Our own messages say what cannot be done; another library's need its kind before them. */
  private static String describe(Exception failure) {
    String message = failure.getMessage();
    if (message == null) {
      return "Cannot go on: " + failure.getClass().getSimpleName() + " (--debug shows where)";
    }
    return message.startsWith("Cannot")
        ? message
        : "Cannot go on: " + failure.getClass().getSimpleName() + ": " + message;
  }

  private void trace(Exception failure) {
    if (options.debug()) {
      failure.printStackTrace(wiring.err());
    }
  }
}
