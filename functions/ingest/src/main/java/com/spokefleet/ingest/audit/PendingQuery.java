package com.spokefleet.ingest.audit;

import com.spokefleet.genesys.audit.AuditWindow;
import java.time.Instant;
import java.util.Optional;

/**
 * A query that was submitted and whose result is not landed whole.
 *
 * @param cursor of the first part that is not landed; empty for the first of all
 * @param parts landed so far
 */
record PendingQuery(
    String id, AuditWindow window, Instant submittedAt, Optional<String> cursor, int parts) {
  PendingQuery at(String next) {
    return new PendingQuery(id, window, submittedAt, Optional.of(next), parts + 1);
  }
}
