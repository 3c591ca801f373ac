package com.spokefleet.ingest.audit;

import com.spokefleet.genesys.audit.AuditWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the audits of one service are read. Immutable.
 *
 * @param readUpTo everything before it that could be found is landed
 * @param failures of queries in a row
 * @param notBefore when the next query may be submitted, after too many failures
 */
record ServiceProgress(
    String service,
    Instant readUpTo,
    int failures,
    Optional<Instant> notBefore,
    Optional<PendingQuery> query) {

  static ServiceProgress first(String service, Instant historyStart) {
    return new ServiceProgress(service, historyStart, 0, Optional.empty(), Optional.empty());
  }

  /** The window to query next; empty while one is under way, nothing is due, or a pause is on. */
  Optional<AuditWindow> next(Instant now, AuditPlan plan) {
    Instant upTo = now.minus(plan.settling());
    boolean waits = query.isPresent() || notBefore.filter(now::isBefore).isPresent();
    if (waits || Duration.between(readUpTo, upTo).compareTo(plan.period()) < 0) {
      return Optional.empty();
    }
    Instant from = readUpTo.minus(plan.overlap());
    Instant longest = from.plus(plan.longestWindow());
    return Optional.of(new AuditWindow(service, from, longest.isBefore(upTo) ? longest : upTo));
  }

  ServiceProgress submitted(PendingQuery submitted) {
    return new ServiceProgress(
        service, readUpTo, failures, Optional.empty(), Optional.of(submitted));
  }

  /** The query's result was read up to this cursor. */
  ServiceProgress at(String cursor) {
    return new ServiceProgress(
        service, readUpTo, failures, notBefore, query.map(pending -> pending.at(cursor)));
  }

  /** The query's result was read whole. */
  ServiceProgress completed() {
    Instant reached = query.map(pending -> pending.window().to()).orElse(readUpTo);
    return new ServiceProgress(
        service,
        reached.isAfter(readUpTo) ? reached : readUpTo,
        0,
        Optional.empty(),
        Optional.empty());
  }

  /** The query came to nothing; what it was to read stays owed. */
  ServiceProgress failed(Instant now, AuditPlan plan) {
    Duration pause = plan.pauseAfter(failures + 1);
    return new ServiceProgress(
        service,
        readUpTo,
        failures + 1,
        pause.isZero() ? Optional.empty() : Optional.of(now.plus(pause)),
        Optional.empty());
  }
}
