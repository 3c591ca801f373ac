package com.spokefleet.cli.demo;

import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.faults.FaultPlan;
import com.spokefleet.testing.faults.FaultRule;
import com.spokefleet.testing.ledger.ServedCounts;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Language;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** One fake org at work: a server on a port of its own, with a clock of its own. */
final class DemoSpoke implements AutoCloseable {
  /** Everything that strikes the troubled org, by the number of the request it strikes. */
  private static final FaultRule[] TROUBLE = {
    new FaultRule(Endpoint.DETAILS_QUERY, 2, 2, FaultKind.TOO_MANY_REQUESTS),
    new FaultRule(Endpoint.DETAILS_QUERY, 4, 4, FaultKind.CONNECTION_RESET),
    new FaultRule(Endpoint.DETAILS_QUERY, 6, 6, FaultKind.TOKEN_EXPIRED),
    new FaultRule(Endpoint.DETAILS_QUERY, 8, 8, FaultKind.TRUNCATED_JSON),
    new FaultRule(Endpoint.DETAILS_QUERY, 10, 10, FaultKind.TOO_MANY_REQUESTS_WITHOUT_RETRY_AFTER),
    new FaultRule(Endpoint.DETAILS_QUERY, 12, 12, FaultKind.SERVICE_UNAVAILABLE),
    new FaultRule(Endpoint.DETAILS_QUERY, 14, 14, FaultKind.DUPLICATE_ROWS)
  };

  private static final DataOddities ODD_RECORDS = new DataOddities(2, 30, 30);

  private final DemoOrg org;
  private final VirtualClock clock;
  private final FakeGenesysCloud cloud;
  private final FakeOrg server;

  private DemoSpoke(DemoOrg org, VirtualClock clock, FakeGenesysCloud cloud) {
    this.org = org;
    this.clock = clock;
    this.cloud = cloud;
    this.server = cloud.org(org.name());
  }

  /**
   * Starts serving at once.
   *
   * @param troubled whether faults strike and some records are odd
   */
  static DemoSpoke start(DemoOrg org, DemoSettings settings, long seed, boolean troubled) {
    VirtualClock clock = new VirtualClock(settings.asOf());
    FakeOrgSettings fake =
        FakeOrgSettings.named(org.name(), seed, historyStart(settings))
            .orgId(org.orgId())
            .zone(ZoneId.of(org.timeZone()))
            .languages(org.languages().toArray(Language[]::new))
            .conversationsPerDay(settings.conversationsPerDay())
            .saleCurrencies(org.saleCurrency())
            .oddities(troubled ? ODD_RECORDS : DataOddities.none())
            .build();
    DemoSpoke spoke = new DemoSpoke(org, clock, FakeGenesysCloud.start(List.of(fake), clock));
    spoke.server.serviceLevelBy(org.serviceLevelSwitches());
    if (troubled) {
      spoke.server.faults(FaultPlan.scripted(TROUBLE));
    }
    return spoke;
  }

  /** From the start of a UTC day, so that the first day asked for is a whole one. */
  private static Instant historyStart(DemoSettings settings) {
    LocalDate today = LocalDate.ofInstant(settings.asOf(), ZoneOffset.UTC);
    return today.minusDays(settings.days()).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  DemoOrg org() {
    return org;
  }

  VirtualClock clock() {
    return clock;
  }

  FakeOrg server() {
    return server;
  }

  URI endpoint() {
    return server.api();
  }

  Map<String, String> credentials() {
    return Map.of(
        org.credentialsPrefix() + "_CLIENT_ID", server.clientId(),
        org.credentialsPrefix() + "_CLIENT_SECRET", server.clientSecret());
  }

  long requestsServed() {
    ServedCounts served = server.ledger().served();
    long requests = 0;
    for (Endpoint endpoint : Endpoint.values()) {
      requests += served.requests(endpoint);
    }
    return requests;
  }

  long recordsServed() {
    return server.ledger().served().rows(Endpoint.DETAILS_QUERY);
  }

  @Override
  public void close() {
    cloud.close();
  }
}
