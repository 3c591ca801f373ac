package com.spokefleet.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.InvalidFleetException;
import com.spokefleet.config.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleet validate}: every problem of a fleet.yaml at once, where it stands. */
@Command(
    name = "validate",
    description = "Check a fleet.yaml and list all of its problems with file, line and column.")
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class ValidateCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Parameters(paramLabel = "FILE", description = "The fleet.yaml to check.")
  private Path file;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  ValidateCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    List<Problem> problems = problems();
    if (json) {
      wiring.out().println(new JsonText().of(document(problems)));
    } else {
      problems.forEach(problem -> wiring.out().println(problem));
      wiring.out().println(file + ": " + verdict(problems.size()));
    }
    return (problems.isEmpty() ? ExitCode.OK : ExitCode.INVALID).code();
  }

  private List<Problem> problems() {
    try {
      FleetParser.parse(file);
      return List.of();
    } catch (InvalidFleetException invalid) {
      return invalid.problems();
    }
  }

  private static String verdict(int problems) {
    return switch (problems) {
      case 0 -> "valid";
      case 1 -> "1 problem";
      default -> problems + " problems";
    };
  }

  private ObjectNode document(List<Problem> problems) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("file", file.toString());
    document.put("valid", problems.isEmpty());
    document.putArray("problems");
    for (Problem problem : problems) {
      ObjectNode entry = document.withArray("problems").addObject();
      entry.put("source", problem.source());
      entry.put("line", problem.line());
      entry.put("column", problem.column());
      entry.put("path", problem.path());
      entry.put("message", problem.message());
    }
    return document;
  }
}
