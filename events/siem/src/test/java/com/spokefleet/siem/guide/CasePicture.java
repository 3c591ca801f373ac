package com.spokefleet.siem.guide;

import java.util.List;

/** Audits in rows, as the audit overview lists them, and what the SOC was told of each. */
final class CasePicture {
  private static final int ROW = 26;
  private static final int TOP = 66;
  private static final int[] COLUMNS = {16, 96, 200, 270, 370, 480, 680};
  private static final List<String> HEADINGS =
      List.of("Time (UTC)", "Who", "Did", "OAuth client", "From", "Changed", "Alerts");
  private static final String INK = "#333333";
  private static final String FAINT = "#dddddd";
  private static final String PAGED = "#c0392b";

  private CasePicture() {}

  /**
   * @param alerts one line each; what pages the SOC is drawn in red
   */
  record Row(List<String> cells, List<String> alerts, boolean paged) {}

  static String of(List<Row> rows) {
    int lines = rows.stream().mapToInt(row -> Math.max(1, row.alerts().size())).sum();
    Svg svg = new Svg(1_180, TOP + lines * ROW + 16, "OAuth clients: who did what, from where");
    svg.heading(COLUMNS[0], 24, "OAuth clients of emea, 19 November: who did what, from where");
    for (int column = 0; column < HEADINGS.size(); column++) {
      svg.words(COLUMNS[column], 50, "start", "#777777", HEADINGS.get(column));
    }
    int y = TOP;
    for (Row row : rows) {
      svg.line(COLUMNS[0], y - 8, 1_164, y - 8, FAINT);
      for (int column = 0; column < row.cells().size(); column++) {
        svg.words(COLUMNS[column], y + 10, "start", INK, row.cells().get(column));
      }
      for (String alert : row.alerts()) {
        svg.words(COLUMNS[6], y + 10, "start", row.paged() ? PAGED : INK, alert);
        y += ROW;
      }
      y += row.alerts().isEmpty() ? ROW : 0;
    }
    return svg.toString();
  }
}
