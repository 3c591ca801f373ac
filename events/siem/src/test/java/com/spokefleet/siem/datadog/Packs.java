package com.spokefleet.siem.datadog;

import com.spokefleet.config.Siem;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.Dashboards;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.lookup.Org;
import com.spokefleet.siem.lookup.Privileged;
import com.spokefleet.siem.lookup.UserName;
import java.util.List;

/** Packs of a fleet of two orgs. */
final class Packs {
  static final String EMEA = "7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811";
  static final String AMER = "b21f7c55-0a3e-4b57-8b0f-2f8c5f3f7a01";

  private Packs() {}

  static SiemContext context(Lookups lookups) {
    return new SiemContext(
        "demo",
        "genesys",
        lookups,
        List.of("soc@example.com"),
        new Siem.BackendErrors(
            "index=web status>=500", "service:crm @http.status_code:[500 TO 599]"));
  }

  static Lookups lookups() {
    return new Lookups(
        List.of(new Org(EMEA, "emea", "EMEA", true), new Org(AMER, "amer", "AMER", true)),
        List.of(
            new Privileged(
                EMEA, "9c1e4b70-22d5-4e8f-a6b3-5f0d81c7e942", "oauth-client", "CRM, live", "x"),
            new Privileged(
                EMEA, "d4b8e6a2-0c3f-4b19-8a77-6e5d4c3b2a10", "oauth-client", "Export", "x")),
        List.of(new UserName(EMEA, "3a8d2f14-6b0e-4c57-9e21-b44d7705c3aa", "Priya \"P\" Raman")));
  }

  static DatadogPack full() {
    return of(context(lookups()));
  }

  static DatadogPack of(SiemContext context) {
    return DatadogPack.of(context, DetectionCatalogue.all(), Dashboards.all());
  }
}
