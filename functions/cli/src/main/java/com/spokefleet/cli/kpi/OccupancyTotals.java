package com.spokefleet.cli.kpi;

import java.util.OptionalDouble;

/**
 * Time of agents by what routing saw them do, milliseconds. Additive: an org's days, and orgs, are
 * summed, and divided last.
 */
public record OccupancyTotals(long interactingMs, long communicatingMs, long idleMs) {
  static final OccupancyTotals NOTHING = new OccupancyTotals(0, 0, 0);

  OccupancyTotals plus(OccupancyTotals other) {
    return new OccupancyTotals(
        interactingMs + other.interactingMs,
        communicatingMs + other.communicatingMs,
        idleMs + other.idleMs);
  }

  /** The time that counts for this status; off queue and not responding count for nothing. */
  OccupancyTotals plus(String routingStatus, long ms) {
    return switch (routingStatus) {
      case "INTERACTING" -> new OccupancyTotals(interactingMs + ms, communicatingMs, idleMs);
      case "COMMUNICATING" -> new OccupancyTotals(interactingMs, communicatingMs + ms, idleMs);
      case "IDLE" -> new OccupancyTotals(interactingMs, communicatingMs, idleMs + ms);
      default -> this;
    };
  }

  /** Interacting and communicating over these and idle; empty where nobody was on queue. */
  OptionalDouble ratio() {
    long busy = interactingMs + communicatingMs;
    return busy + idleMs == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) busy / (busy + idleMs));
  }
}
