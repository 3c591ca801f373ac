package com.spokefleet.testing.backfill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one unit reports, as the ingestion function does: without datasets if another run held the
 * org, without a message if there is nothing to say.
 *
 * @param resumeAfter from the unit's end, if its share of the rate limit is spent
 */
public record UnitReport(
    String status, long landed, long daysAhead, Optional<Duration> resumeAfter) {

  /**
   * @param now when the unit ends
   */
  public ObjectNode json(Instant now) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("org", "north").put("status", status).put("requests", 3);
    resumeAfter.ifPresent(wait -> report.put("resumeAt", now.plus(wait).toString()));
    if (!status.equals("busy")) {
      ObjectNode backfill = report.putArray("datasets").addObject();
      backfill.put("dataset", "backfill").put("status", status);
      backfill.put("landed", landed).put("pendingDays", daysAhead);
      if (status.equals("failed")) {
        backfill.put("message", "HTTP 503");
      }
    }
    return report;
  }
}
