package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.ledger.TrueStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Holds the statuses DuckDB reads in the lake against those the fake org knows to be true. */
final class StatusTruth {
  private StatusTruth() {}

  /** P1 for statuses: each that started since the first day is in exactly one row, to the ms. */
  static void assertLakeEqualsLedger(
      SmallFleet fleet, String orgName, LocalDate firstDay, Instant asOf, String description) {
    FakeOrg org = fleet.org(orgName);
    List<String> truth =
        org.ledger().statuses(asOf).stream()
            .filter(status -> !status.poison() && !status.day().isBefore(firstDay))
            .map(StatusTruth::text)
            .toList();
    assertThat(truth).as(description).isNotEmpty();
    assertThat(held(fleet, org.orgId())).as(description).containsExactlyInAnyOrderElementsOf(truth);
  }

  /** Every row of both tables, as text. */
  static List<String> held(SmallFleet fleet, String orgId) {
    String columns =
        "user_id, epoch_ms(start_time), epoch_ms(end_time), duration_ms, day, org_id || ':' ||"
            + " user_id = user_key, ";
    List<String> held = new ArrayList<>();
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      lake.query(
              "select 'PRESENCE', "
                  + columns
                  + "system_presence, organization_presence_id from {agent_presence} where org_id"
                  + " = '"
                  + orgId
                  + "' union all select 'ROUTING', "
                  + columns
                  + "routing_status, null from {agent_routing_status} where org_id = '"
                  + orgId
                  + "'")
          .forEach(row -> held.add(String.valueOf(row)));
    }
    return held;
  }

  private static String text(TrueStatus status) {
    Instant end = status.end();
    return "[%s, %s, %d, %s, %s, %s, true, %s, %s]"
        .formatted(
            status.kind(),
            status.userId(),
            status.start().toEpochMilli(),
            end == null ? "null" : end.toEpochMilli(),
            end == null ? "null" : Duration.between(status.start(), end).toMillis(),
            status.day(),
            status.value(),
            status.organizationPresenceId());
  }
}
