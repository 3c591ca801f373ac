package com.spokefleet.siem.splunk;

import com.spokefleet.config.Siem;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.lookup.Org;
import com.spokefleet.siem.lookup.Privileged;
import com.spokefleet.siem.lookup.UserName;
import java.util.List;

/** A fleet to make content for. */
public final class SampleContext {
  private static final String EMEA = "7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811";

  private SampleContext() {}

  public static SiemContext context() {
    return with(List.of("soc@example.com"));
  }

  static SiemContext with(List<String> paged) {
    return new SiemContext(
        "acme",
        "genesys",
        new Lookups(
            List.of(
                new Org(EMEA, "emea", "EMEA", true),
                new Org("0c1d2e3f-58e1-4f0a-93ab-6c1f20d9e811", "emea-north", "EMEA", true),
                new Org("1a2b3c4d-58e1-4f0a-93ab-6c1f20d9e811", "lab", "AMER", false)),
            List.of(
                new Privileged(
                    EMEA,
                    "9c1e4b70-22d5-4e8f-a6b3-5f0d81c7e942",
                    "oauth-client",
                    "CRM, \"main\"",
                    "controls the CRM")),
            List.of(new UserName(EMEA, "77a6b5c4-d3e2-4f10-9a8b-7c6d5e4f3a2b", "Partner Support"))),
        paged,
        new Siem.BackendErrors("index=web status>=500 status<600", "service:web"));
  }
}
