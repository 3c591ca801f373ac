package com.spokefleet.siem.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.fixture.GoldenEvents;
import com.spokefleet.siem.fixture.SentEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An evening on which somebody helps himself to the client that controls the CRM. */
final class OAuthCase {
  /** The client that fleet.yaml calls privileged. */
  static final String CRM_SYNC = "c1f0a9e8-1111-4222-8333-944455556666";

  private static final String AUDITS = "v2.audits.entitytype.entityid/";
  private static final String REPORTING = "d4b8e6a2-0c3f-4b19-8a77-6e5d4c3b2a10";

  private OAuthCase() {}

  /** In order of time; the last one comes twice. */
  static List<SentEvent> events() {
    SentEvent widened =
        audit("19:44:02", "Update", "crm-sync", CRM_SYNC, "203.0.113.66", "oauth-client-updated");
    return List.of(
        audit("08:12:10", "Update", "reporting", REPORTING, "198.51.100.73", "flow-published"),
        audit(
            "19:41:37", "View", "crm-sync", CRM_SYNC, "203.0.113.66", "oauth-client-secret-viewed"),
        widened,
        widened,
        audit(
            "19:47:55",
            "Create",
            "backup-job",
            "e7a1b2c3-2222-4333-8444-955566667777",
            "203.0.113.66",
            "oauth-client-created"));
  }

  private static SentEvent audit(
      String time, String action, String name, String id, String from, String golden) {
    Instant at = Instant.parse("2026-11-19T" + time + "Z");
    ObjectNode event = GoldenEvents.read(AUDITS + golden);
    event.put("id", uuid("event " + time)).put("time", at.toString());
    ObjectNode body = event.withObject("/detail/eventBody");
    body.put("id", uuid("audit " + time))
        .put("eventTime", at.toString())
        .put("action", action)
        .put("entityType", "OAuthClient")
        .put("serviceName", "PeoplePermissions");
    body.withObject("/entity").put("id", id).put("name", name);
    body.putArray("remoteIp").add(from);
    if (name.equals("reporting")) {
      body.putArray("propertyChanges")
          .addObject()
          .put("property", "description")
          .putArray("newValues")
          .add("asked for by BI");
    }
    return new SentEvent(at, event.toString());
  }

  private static String uuid(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
