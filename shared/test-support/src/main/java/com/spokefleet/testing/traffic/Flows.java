package com.spokefleet.testing.traffic;

import com.spokefleet.testing.org.DirectoryEntry;

/** The Architect flows conversations run through. */
final class Flows {
  private static final String MENU_ID = "ab12ab12-0001-4001-8001-000000000001";
  private static final String OUTCOME_ID = "ab12ab12-0002-4001-8001-000000000001";
  private static final String IN_QUEUE_ID = "ab12ab12-0003-4001-8001-000000000001";

  private Flows() {}

  static GeneratedFlow inQueue(DirectoryEntry queue) {
    return new GeneratedFlow(
        IN_QUEUE_ID,
        "In-Queue",
        "INQUEUECALL",
        queue.language().code(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The main menu; its entry reason is the caller's own number. */
  static GeneratedFlow menuTo(DirectoryEntry queue, String caller, long start, long end) {
    return new GeneratedFlow(
        MENU_ID,
        "Main IVR",
        "INBOUNDCALL",
        queue.language().code(),
        "dnis",
        caller,
        "TRANSFER",
        "ACD",
        queue.name(),
        queue.id(),
        new GeneratedFlow.Outcome(OUTCOME_ID, "SUCCESS", start, end));
  }

  static GeneratedFlow menuLeft(DirectoryEntry queue, String caller, long start, long end) {
    return new GeneratedFlow(
        MENU_ID,
        "Main IVR",
        "INBOUNDCALL",
        queue.language().code(),
        "dnis",
        caller,
        "DISCONNECT",
        null,
        null,
        null,
        new GeneratedFlow.Outcome(OUTCOME_ID, "FAILURE", start, end));
  }
}
