package com.spokefleet.siem.lookup;

/** Comma-separated values by RFC 4180, with line feeds only, as lookups of Splunk are written. */
public final class Csv {
  private final StringBuilder text = new StringBuilder();

  public Csv(String... columns) {
    row(columns);
  }

  public void row(String... values) {
    for (int at = 0; at < values.length; at++) {
      text.append(at == 0 ? "" : ",").append(quoted(values[at]));
    }
    text.append('\n');
  }

  public String text() {
    return text.toString();
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
