package com.spokefleet.cli.demo;

import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.audit.TrueAudit;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * The OAuth client that fleet.yaml calls privileged: one whose secret somebody will view on the day
 * that goes to the SIEMs, so that there is something to page the SOC for.
 */
record DemoPrivileged(String spoke, String id) {
  static Optional<DemoPrivileged> of(DemoOrg org, FakeOrg server, Instant from, Instant to) {
    return server.audits().generated().between(from, to, to).stream()
        .filter(audit -> audit.entityType().equals("OAuthClient") && audit.action().equals("View"))
        // What the platform does itself is nobody's alarm, and what cannot be read reaches nobody.
        .filter(audit -> !audit.userId().isEmpty() && !audit.poison())
        .max(Comparator.comparing(TrueAudit::at))
        .map(audit -> new DemoPrivileged(org.name(), audit.entityId()));
  }

  /** As it stands in fleet.yaml. */
  String yaml() {
    return """

    siem:
      page: [soc@example.com]
      privileged:
        - spoke: %s
          type: oauth-client
          id: %s
          name: crm-sync
          reason: It reads and writes the CRM on behalf of everybody.
    """
        .formatted(spoke, id);
  }
}
