package com.spokefleet.siem.install.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a lookup holds.
 *
 * @param columns in the order of the file
 * @param rows without cells that are empty
 */
record LookupTable(List<String> columns, List<SortedMap<String, String>> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  LookupTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  static LookupTable ofCsv(String csv) {
    List<List<String>> lines = CsvText.read(csv);
    List<String> columns = lines.isEmpty() ? List.of() : lines.getFirst();
    List<SortedMap<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.stream().skip(1).toList()) {
      SortedMap<String, String> row = new TreeMap<>();
      for (int column = 0; column < Math.min(columns.size(), line.size()); column++) {
        if (!line.get(column).isEmpty()) {
          row.put(columns.get(column), line.get(column));
        }
      }
      rows.add(row);
    }
    return new LookupTable(columns, rows);
  }

  /** Of the rows of a search; what Splunk adds of its own begins with an underscore. */
  static LookupTable ofResults(List<JsonNode> results) {
    List<SortedMap<String, String>> rows = new ArrayList<>();
    for (JsonNode result : results) {
      SortedMap<String, String> row = new TreeMap<>();
      for (var cell : result.properties()) {
        if (!cell.getKey().startsWith("_") && !cell.getValue().asText().isEmpty()) {
          row.put(cell.getKey(), cell.getValue().asText());
        }
      }
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    return new LookupTable(List.of(), rows);
  }

  /** One text for equal rows in one order. */
  String text() {
    return json(rows);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("Cannot write JSON", impossible);
    }
  }
}
