package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template.Resource;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Athena's tables are those of the Parquet files: same columns, same order, same keys of objects.
 */
final class CatalogContractTest {
  private static final SynthesisedFleet FLEET = SynthesisedFleet.example();

  @Test
  void everyTableIsThereWithAllItsColumns() {
    List<Resource> tables = FLEET.template("hub").resources("AWS::Glue::Table");
    assertThat(tables).hasSameSizeAs(Tables.ALL);
    for (Table<?> table : Tables.ALL) {
      JsonNode input = input(table);
      List<String> names = new ArrayList<>();
      input.path("PartitionKeys").forEach(key -> names.add(key.path("Name").asText()));
      input
          .path("StorageDescriptor")
          .path("Columns")
          .forEach(column -> names.add(column.path("Name").asText()));
      assertThat(names).as(table.name()).doesNotHaveDuplicates();
      assertThat(names)
          .as(table.name())
          .containsAll(table.columns().stream().map(Column::name).toList());
    }
  }

  /** Partitions are worked out by rule, so the rule must give the very keys we write to. */
  @Test
  void partitionsAreFoundWhereTheyAreWritten() {
    String org = FLEET.fleet().spokes().getFirst().orgId();
    LocalDate day = LocalDate.parse("2026-11-03");
    String lake = "s3://" + FLEET.fleet().hub().lakeBucket() + "/";
    for (Table<?> table : Tables.ALL) {
      Partition partition =
          table.isDaily()
              ? Partition.daily(table.name(), org, day)
              : Partition.perOrg(table.name(), org);
      JsonNode parameters = input(table).path("Parameters");
      String found =
          parameters
              .path("storage.location.template")
              .asText()
              .replace("${org_id}", org)
              .replace("${day}", day.toString());
      assertThat(lake + partition.key()).isEqualTo(found + "/part.parquet");
      assertThat(parameters.path("projection.enabled").asText()).isEqualTo("true");
      assertThat(parameters.path("projection.org_id.values").asText()).contains(org);
      assertThat(parameters.has("projection.day.format")).isEqualTo(table.isDaily());
    }
  }

  @Test
  void noCrawlerRuns() {
    assertThat(FLEET.template("hub").resources("AWS::Glue::Crawler")).isEmpty();
  }

  @Test
  void queriesHaveLimitsNobodyCanLift() {
    JsonNode configuration =
        FLEET
            .template("hub")
            .resources("AWS::Athena::WorkGroup")
            .getFirst()
            .property("WorkGroupConfiguration");
    assertThat(configuration.path("EnforceWorkGroupConfiguration").asBoolean()).isTrue();
    assertThat(configuration.path("BytesScannedCutoffPerQuery").asLong()).isPositive();
    assertThat(configuration.findPath("EncryptionOption").asText()).isEqualTo("SSE_KMS");
  }

  private static JsonNode input(Table<?> table) {
    return FLEET.template("hub").resources("AWS::Glue::Table").stream()
        .map(resource -> resource.property("TableInput"))
        .filter(input -> input.path("Name").asText().equals(table.name()))
        .findFirst()
        .orElseThrow();
  }
}
