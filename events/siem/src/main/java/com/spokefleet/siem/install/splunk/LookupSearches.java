package com.spokefleet.siem.install.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.siem.install.http.UnknownOutcomeException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads and writes what a lookup file holds. The REST API takes files from the server's own disk
 * only, so rows travel in searches: {@code inputlookup}, and {@code makeresults} to {@code
 * outputlookup}.
 */
final class LookupSearches {
  private static final int PAGE = 10_000;
  private static final int LONGEST_DATA = 60_000;
  private static final int ATTEMPTS = 3;

  private final SplunkRest rest;

  LookupSearches(SplunkRest rest) {
    this.rest = rest;
  }

  LookupTable read(String file, String purpose) {
    List<JsonNode> rows = new ArrayList<>();
    while (true) {
      String search =
          "| inputlookup strict=true start=%d max=%d %s".formatted(rows.size(), PAGE, quoted(file));
      List<JsonNode> page = rest.search(search, true, purpose);
      rows.addAll(page);
      if (page.size() < PAGE) {
        return LookupTable.ofResults(rows);
      }
    }
  }

  /** The first part replaces what was there and the others are added; all again if one is lost. */
  void write(String file, LookupTable table, String purpose) {
    for (int attempt = 1; ; attempt++) {
      try {
        boolean append = false;
        for (String data : parts(table)) {
          rest.search(search(file, table, data, append), !append, purpose);
          append = true;
        }
        return;
      } catch (UnknownOutcomeException unknown) {
        if (attempt == ATTEMPTS) {
          throw unknown;
        }
      }
    }
  }

  private static String search(String file, LookupTable table, String data, boolean append) {
    List<String> columns = table.columns().stream().map(LookupSearches::quoted).toList();
    return "| makeresults format=json data=%s | table %s | outputlookup append=%s %s"
        .formatted(quoted(data), String.join(" ", columns), append, quoted(file));
  }

  /** Rows as JSON, in pieces that fit into a search. */
  private static List<String> parts(LookupTable table) {
    List<String> parts = new ArrayList<>();
    List<SortedMap<String, String>> part = new ArrayList<>();
    int length = 0;
    for (SortedMap<String, String> row : table.rows()) {
      int size = LookupTable.json(row).length();
      if (!part.isEmpty() && length + size > LONGEST_DATA) {
        parts.add(LookupTable.json(part));
        part.clear();
        length = 0;
      }
      part.add(row);
      length += size;
    }
    if (part.isEmpty() && parts.isEmpty()) {
      // Without a row there would be no file: one without values makes the header.
      SortedMap<String, String> none = new TreeMap<>();
      table.columns().forEach(column -> none.put(column, ""));
      part.add(none);
    }
    if (!part.isEmpty()) {
      parts.add(LookupTable.json(part));
    }
    return parts;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
