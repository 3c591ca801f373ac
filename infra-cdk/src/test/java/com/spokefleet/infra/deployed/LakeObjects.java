package com.spokefleet.infra.deployed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An org's objects in the lake, read by DuckDB, which shares no code with what wrote them. */
final class LakeObjects {
  private final String orgId;
  private final Path folder;
  private final Set<String> keys = new TreeSet<>();

  LakeObjects(DeployedFleet fleet, String org, Path folder) throws IOException {
    this.orgId = fleet.org(org).orgId();
    this.folder = folder;
    String bucket = fleet.lakeBucket();
    try (S3Client s3 = fleet.buckets()) {
      for (S3Object object :
          s3.listObjectsV2Paginator(request -> request.bucket(bucket)).contents()) {
        if (object.key().contains(orgId)) {
          keys.add(object.key());
          Path file = folder.resolve(object.key());
          Files.createDirectories(file.getParent());
          s3.getObject(request -> request.bucket(bucket).key(object.key()), file);
        }
      }
    }
  }

  Set<String> keys() {
    return Set.copyOf(keys);
  }

  /** First words of the keys. */
  Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    keys.forEach(key -> tables.add(key.substring(0, key.indexOf('/'))));
    return tables;
  }

  /** The distinct values of a column over all files of a table. */
  Set<String> values(String table, String column) {
    String sql =
        "select distinct %s from read_parquet('%s/%s/org_id=%s/**/*.parquet', union_by_name = true)"
            .formatted(column, folder, table, orgId);
    Set<String> values = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot run " + sql, failure);
    }
  }
}
