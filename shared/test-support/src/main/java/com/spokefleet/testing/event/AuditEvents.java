package com.spokefleet.testing.event;

import com.spokefleet.testing.audit.AuditJson;
import com.spokefleet.testing.audit.GeneratedAudits;
import com.spokefleet.testing.audit.TrueAudit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every audit as an event, at once; queries may find it much later. */
final class AuditEvents {
  private static final String TOPIC = "v2.audits.entitytype.{id}.entityid.{id}";

  private AuditEvents() {}

  static List<EmittedEvent> between(
      GeneratedAudits audits, String orgId, Instant from, Instant to) {
    List<EmittedEvent> events = new ArrayList<>();
    for (TrueAudit audit : audits.between(from, to, to.plus(GeneratedAudits.LATE))) {
      events.add(
          new Envelope(
                  TOPIC, "audit", "", "audit " + audit.id(), audit.entityType(), audit.entityId())
              .around(AuditJson.ofEvent(audit, orgId), audit.at().toEpochMilli(), orgId));
    }
    return events;
  }
}
