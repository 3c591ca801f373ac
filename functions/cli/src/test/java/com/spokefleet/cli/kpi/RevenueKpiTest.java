package com.spokefleet.cli.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.RevenueTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revenue of two orgs by hand: what is not converted is told and never in the sum. */
final class RevenueKpiTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final String NORTH = "00000000-0000-4000-8000-000000000001";
  private static final String SOUTH = "00000000-0000-4000-8000-000000000002";
  private static final LocalDate DAY = LocalDate.parse("2026-11-19");

  @TempDir private Path lake;

  @BeforeEach
  void twoOrgs() throws Exception {
    new LakeBuilder(lake)
        .partition(
            OrgsTable.TABLE,
            Partition.perOrg("dim_org", NORTH),
            Map.of("org_id", NORTH, "spoke_name", "north", "residency", "full"))
        .partition(
            OrgsTable.TABLE,
            Partition.perOrg("dim_org", SOUTH),
            Map.of("org_id", SOUTH, "spoke_name", "south", "residency", "full"))
        .partition(
            RevenueTable.TABLE,
            Partition.daily("revenue", NORTH, DAY),
            sale(NORTH, "a", "1000.10", "EUR", "1000.10"),
            sale(NORTH, "b", "234.56", "EUR", "234.56"))
        .partition(
            RevenueTable.TABLE,
            Partition.daily("revenue", SOUTH, DAY),
            sale(SOUTH, "c", "100", "USD", "92.5926"),
            sale(SOUTH, "d", "50", "USD", null),
            sale(SOUTH, "e", null, null, null))
        .partition(
            RevenueTable.TABLE,
            Partition.daily("revenue", SOUTH, DAY.minusDays(1)),
            sale(SOUTH, "f", "7777", "USD", "7777"));
  }

  private static Map<String, Object> sale(
      String org,
      String id,
      @Nullable String amount,
      @Nullable String currency,
      @Nullable String converted) {
    Map<String, Object> row = new HashMap<>();
    row.put("org_id", org);
    row.put("conversation_id", id);
    row.put("day", DAY);
    row.put("fleet_currency", "EUR");
    row.put("status", converted == null ? "no_rate" : "converted");
    if (amount != null && currency != null) {
      row.put("amount", new BigDecimal(amount));
      row.put("currency", currency);
    }
    if (converted != null) {
      row.put("amount_converted", new BigDecimal(converted));
    }
    return row;
  }

  @Test
  void showsEachOrgInTheFleetsCurrencyAndAsTold() {
    String out = run().out();

    assertThat(out)
        .containsPattern("Org +Sales +EUR +Unconverted +As told")
        .containsPattern("north +2 +1,234\\.66 +0\\.0% +EUR 1,234\\.66")
        .containsPattern("south +3 +92\\.59 +66\\.7% +USD 150\\.00")
        .containsPattern("All orgs +5 +1,327\\.25 +40\\.0% +EUR 1,234\\.66, USD 150\\.00");
  }

  @Test
  void tellsAmountsToTheLastUnit() throws Exception {
    JsonNode revenue = new ObjectMapper().readTree(run("--json").out()).path("revenue");

    assertThat(revenue.path("fleetCurrency").asText()).isEqualTo("EUR");
    assertThat(revenue.path("fleet").path("converted").asText()).isEqualTo("1327.2526");
    assertThat(revenue.path("orgs").path("south").path("unconverted").path("USD").asText())
        .isEqualTo("50.0000");
    assertThat(revenue.path("orgs").path("south").path("unconvertedSales").asInt()).isEqualTo(2);
  }

  private CommandRun run(String... more) {
    String[] words = new String[5 + more.length];
    words[0] = "kpi";
    words[1] = "--lake";
    words[2] = lake.toString();
    words[3] = "--from";
    words[4] = DAY.toString();
    System.arraycopy(more, 0, words, 5, more.length);
    return CommandRun.of(CLOCK, words);
  }
}
