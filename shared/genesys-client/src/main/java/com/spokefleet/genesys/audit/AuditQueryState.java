package com.spokefleet.genesys.audit;

/** How far a query is. */
public enum AuditQueryState {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  /** The platform does not know the query, or no longer. */
  LOST,
  /** A state newer than this program; taken for one under way. */
  UNKNOWN;

  static AuditQueryState of(String text) {
    return switch (text) {
      case "Queued" -> QUEUED;
      case "Running" -> RUNNING;
      case "Succeeded" -> SUCCEEDED;
      case "Failed" -> FAILED;
      case "Cancelled" -> CANCELLED;
      default -> UNKNOWN;
    };
  }
}
