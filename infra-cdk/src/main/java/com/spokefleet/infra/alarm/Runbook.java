package com.spokefleet.infra.alarm;

/** What is to be done about an alarm: a section of docs/OPERATIONS.md. */
public enum Runbook {
  DATA_IS_OLD("Data is old"),
  NO_RUNS("No runs"),
  EVENTS_ARE_SILENT("Events are silent"),
  EVENTS_DO_NOT_ADD_UP("Events do not add up"),
  EVENTS_ARE_LATE("Events are late"),
  DEAD_LETTERS("Dead letters"),
  RUNS_FAIL("Runs fail"),
  A_FUNCTION_FAILS("A function fails"),
  THROTTLED("Throttled for long"),
  DAYS_DO_NOT_SETTLE("Days do not settle"),
  FIGURES_DIFFER("Figures differ from the API's"),
  WRAPUPS_ARE_UNMAPPED("Wrap-up codes are unmapped"),
  EVENTS_COST_TOO_MUCH("Events cost too much");

  private final String section;

  Runbook(String section) {
    this.section = section;
  }

  /** The heading, as the page has it. */
  public String section() {
    return section;
  }
}
