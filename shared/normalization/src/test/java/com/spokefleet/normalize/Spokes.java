package com.spokefleet.normalize;

import com.spokefleet.config.Endpoints;
import com.spokefleet.config.EventPrivacy;
import com.spokefleet.config.GenesysRegion;
import com.spokefleet.config.GenesysRegions;
import com.spokefleet.config.Latency;
import com.spokefleet.config.PiiField;
import com.spokefleet.config.QueryFilter;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Schedule;
import com.spokefleet.config.Spoke;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Spokes for tests: a plain European one and its variations. */
public final class Spokes {
  public static final String ORG_ID = "0a1b2c3d-0000-4000-8000-000000000001";

  private Spokes() {}

  public static Spoke dublin() {
    return spoke(dublinRegion(), DirectLinks.ENGAGE_PATH, Residency.FULL, Set.of());
  }

  static Spoke allowing(Set<PiiField> fields) {
    return spoke(dublinRegion(), DirectLinks.ENGAGE_PATH, Residency.FULL, fields);
  }

  static Spoke linking(GenesysRegion region, String path) {
    return spoke(region, path, Residency.FULL, Set.of());
  }

  static Spoke metricsOnly() {
    return spoke(dublinRegion(), DirectLinks.ENGAGE_PATH, Residency.METRICS_ONLY, Set.of());
  }

  private static GenesysRegion dublinRegion() {
    return GenesysRegions.find("eu-west-1").orElseThrow();
  }

  private static Spoke spoke(
      GenesysRegion region, String directLinkPath, Residency residency, Set<PiiField> allowed) {
    return new Spoke(
        "emea",
        ORG_ID,
        region,
        "eu-west-1",
        "env:EMEA",
        ZoneId.of("Europe/Dublin"),
        Currency.getInstance("EUR"),
        residency,
        "EMEA",
        new Schedule(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofDays(7), 90, 50),
        Optional.empty(),
        new Endpoints(region.api(), region.login(), region.apps()),
        directLinkPath,
        allowed,
        Latency.SCHEDULED,
        QueryFilter.NONE,
        QueryFilter.NONE,
        Set.of("orderId"),
        Optional.empty(),
        "/directory/#/admin/organization/queues/{queueId}/general",
        Set.of(),
        new EventPrivacy(Map.of(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
