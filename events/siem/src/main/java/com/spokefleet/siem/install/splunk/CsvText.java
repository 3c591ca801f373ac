package com.spokefleet.siem.install.splunk;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV of RFC 4180: quoted cells may hold commas, quotes and line breaks. */
final class CsvText {
  private CsvText() {}

  /** Its lines; an empty line is none. */
  static List<List<String>> read(String csv) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int index = 0; index < csv.length(); index++) {
      char at = csv.charAt(index);
      if (quoted) {
        boolean quote = at == '"';
        boolean twice = quote && index + 1 < csv.length() && csv.charAt(index + 1) == '"';
        if (quote && !twice) {
          quoted = false;
        } else {
          cell.append(at);
          index += twice ? 1 : 0;
        }
      } else {
        switch (at) {
          case '"' -> quoted = true;
          case ',' -> {
            line.add(cell.toString());
            cell.setLength(0);
          }
          case '\n' -> {
            end(lines, line, cell);
            line = new ArrayList<>();
          }
          case '\r' -> {
            // Belongs to the line break after it.
          }
          default -> cell.append(at);
        }
      }
    }
    end(lines, line, cell);
    return lines;
  }

  private static void end(List<List<String>> lines, List<String> line, StringBuilder cell) {
    if (!line.isEmpty() || !cell.isEmpty()) {
      line.add(cell.toString());
      lines.add(line);
    }
    cell.setLength(0);
  }
}
