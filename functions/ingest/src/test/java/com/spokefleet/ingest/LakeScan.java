package com.spokefleet.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for texts in everything a fleet has left behind: values, bytes, checkpoints, scratch files
 * and the log.
 */
final class LakeScan {
  private final SmallFleet fleet;

  LakeScan(SmallFleet fleet) {
    this.fleet = fleet;
  }

  /**
   * The places outside quarantine where one of the texts stands, without regard to case; columns as
   * table.column.
   */
  Set<String> findings(List<String> texts) {
    Set<String> findings = new TreeSet<>();
    for (String text : texts) {
      String wanted = text.toLowerCase(Locale.ROOT);
      findings.addAll(columnsWith(wanted));
      for (Path file : files(fleet.folder())) {
        if (!isQuarantine(file) && bytes(file).contains(wanted)) {
          findings.add("bytes of " + fleet.folder().relativize(file));
        }
      }
      if (fleet.log().toLowerCase(Locale.ROOT).contains(wanted)) {
        findings.add("the log");
      }
    }
    return findings;
  }

  /** Whether a quarantined record holds the text. */
  boolean isInQuarantine(String text) {
    return files(fleet.lake()).stream()
        .filter(LakeScan::isQuarantine)
        .anyMatch(file -> bytes(file).contains(text.toLowerCase(Locale.ROOT)));
  }

  /** Every value of every table, as text. */
  Set<String> values() {
    Set<String> values = new TreeSet<>();
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      for (String table : tables()) {
        lake.query("select * from {" + table + "}")
            .forEach(row -> row.forEach(value -> values.add(String.valueOf(value))));
      }
    }
    return values;
  }

  /** The tables that have at least one file. */
  Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    for (Path file : files(fleet.lake())) {
      if (file.toString().endsWith(".parquet")) {
        tables.add(fleet.lake().relativize(file).getName(0).toString());
      }
    }
    return tables;
  }

  private Set<String> columnsWith(String wanted) {
    Set<String> columns = new TreeSet<>();
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      for (String table : tables()) {
        List<String> names = new ArrayList<>();
        lake.query("describe select * from {" + table + "}")
            .forEach(row -> names.add(String.valueOf(row.getFirst())));
        List<String> hits =
            names.stream()
                .map(
                    name -> "bool_or(contains(lower(\"" + name + "\"::varchar), '" + wanted + "'))")
                .toList();
        List<Object> found =
            lake.query("select " + String.join(", ", hits) + " from {" + table + "}").getFirst();
        for (int column = 0; column < names.size(); column++) {
          if (Boolean.TRUE.equals(found.get(column))) {
            columns.add(table + "." + names.get(column));
          }
        }
      }
    }
    return columns;
  }

  private static boolean isQuarantine(Path file) {
    for (Path name : file) {
      if (name.toString().equals("quarantine")) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
