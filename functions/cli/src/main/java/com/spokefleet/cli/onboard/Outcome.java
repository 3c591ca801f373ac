package com.spokefleet.cli.onboard;

import java.util.List;

/**
 * What became of the entry.
 *
 * @param lines of the entry as YAML, empty where there is none to show
 */
record Outcome(Status status, List<String> lines, String explanation) {
  /** Whether the file has the entry now. */
  enum Status {
    WRITTEN("written"),
    THERE("there"),
    DRY_RUN("dry-run"),
    NOT_WRITTEN("not-written");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  Outcome {
    lines = List.copyOf(lines);
  }
}
