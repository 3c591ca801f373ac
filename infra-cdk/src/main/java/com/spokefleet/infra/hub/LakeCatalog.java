package com.spokefleet.infra.hub;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.infra.naming.FleetNames;
import com.spokefleet.lake.table.Column;
import com.spokefleet.lake.table.ColumnType;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.glue.CfnTable;
import software.constructs.Construct;

/**
 * The lake's tables as Athena sees them, made of the very declarations the Parquet files are
 * written by. Partitions are worked out by rule from org and day, so no crawler runs and a new day
 * is there at once.
 */
final class LakeCatalog extends Construct {
  private static final String ORG_ID = "org_id";
  private static final String DAY = "day";

  /** Before the oldest data any org could hold. */
  private static final String FIRST_DAY = "2015-01-01";

  LakeCatalog(Construct scope, String id, Fleet fleet) {
    super(scope, id);
    String database = new FleetNames(fleet.name()).database();
    CfnDatabase made =
        CfnDatabase.Builder.create(this, "Database")
            .catalogId(Stack.of(this).getAccount())
            .databaseInput(
                CfnDatabase.DatabaseInputProperty.builder()
                    .name(database)
                    .description("The lake of fleet " + fleet.name())
                    .build())
            .build();
    for (Table<?> table : Tables.ALL) {
      CfnTable.Builder.create(this, table.name())
          .catalogId(Stack.of(this).getAccount())
          .databaseName(database)
          .tableInput(input(table, fleet))
          .build()
          .addResourceDependency(made);
    }
  }

  private static CfnTable.TableInputProperty input(Table<?> table, Fleet fleet) {
    String location = "s3://" + fleet.hub().lakeBucket() + "/" + table.name() + "/";
    return CfnTable.TableInputProperty.builder()
        .name(table.name())
        .description(table.description())
        .tableType("EXTERNAL_TABLE")
        .parameters(parameters(table, fleet, location))
        .partitionKeys(partitionKeys(table))
        .storageDescriptor(
            CfnTable.StorageDescriptorProperty.builder()
                .location(location)
                .inputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat")
                .outputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat")
                .serdeInfo(
                    CfnTable.SerdeInfoProperty.builder()
                        .serializationLibrary(
                            "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe")
                        .build())
                .columns(columns(table))
                .build())
        .build();
  }

  private static Map<String, String> parameters(Table<?> table, Fleet fleet, String location) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("classification", "parquet");
    parameters.put("projection.enabled", "true");
    parameters.put("projection.org_id.type", "enum");
    parameters.put(
        "projection.org_id.values",
        fleet.spokes().stream().map(Spoke::orgId).sorted().collect(Collectors.joining(",")));
    String template = location + "org_id=${org_id}";
    if (table.isDaily()) {
      parameters.put("projection.day.type", "date");
      parameters.put("projection.day.format", "yyyy-MM-dd");
      parameters.put("projection.day.range", FIRST_DAY + ",NOW+1DAYS");
      parameters.put("projection.day.interval", "1");
      parameters.put("projection.day.interval.unit", "DAYS");
      template += "/day=${day}";
    }
    parameters.put("storage.location.template", template);
    return parameters;
  }

  private static List<CfnTable.ColumnProperty> partitionKeys(Table<?> table) {
    List<CfnTable.ColumnProperty> keys = new ArrayList<>();
    keys.add(column(ORG_ID, "string", "Genesys Cloud's id of the org."));
    if (table.isDaily()) {
      keys.add(column(DAY, "date", "UTC start day."));
    }
    return keys;
  }

  /** Files hold the partition's values as columns, too; Hive's way is to name them once. */
  private static List<CfnTable.ColumnProperty> columns(Table<?> table) {
    return table.columns().stream()
        .filter(column -> !column.name().equals(ORG_ID))
        .filter(column -> !(table.isDaily() && column.name().equals(DAY)))
        .map(LakeCatalog::column)
        .toList();
  }

  private static CfnTable.ColumnProperty column(Column<?> column) {
    return column(column.name(), type(column.type()), column.description());
  }

  private static CfnTable.ColumnProperty column(String name, String type, String comment) {
    return CfnTable.ColumnProperty.builder()
        .name(name)
        .type(type)
        .comment(comment.length() > 255 ? comment.substring(0, 255) : comment)
        .build();
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case TEXT -> "string";
      case INTEGER -> "bigint";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case TIMESTAMP -> "timestamp";
      case DATE -> "date";
      case DECIMAL, RATE -> "decimal(%d,%d)".formatted(ColumnType.DECIMAL_PRECISION, type.scale());
    };
  }
}
