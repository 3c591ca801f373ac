package com.spokefleet.cli;

import com.spokefleet.config.FleetSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fleet schema}: the JSON Schema of fleet.yaml, for editors that complete and check. */
@Command(
    name = "schema",
    description = {
      "Print the JSON Schema of fleet.yaml.",
      "Editors with a YAML language server use it when the file starts with",
      "# yaml-language-server: $schema=fleet.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {
  private final Wiring wiring;

  SchemaCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    wiring.out().println(FleetSchema.json().stripTrailing());
    return ExitCode.OK.code();
  }
}
