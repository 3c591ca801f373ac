package com.spokefleet.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text with columns as wide as their widest cell, counted in terminal cells. The first
 * {@code labels} columns and the last {@code notes} ones are aligned left, figures between them
 * right.
 */
public final class TextTable {
  private static final String GAP = "  ";

  private final int labels;
  private final int notes;
  private final List<String> titles;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(int labels, int notes, List<String> titles) {
    this.labels = labels;
    this.notes = notes;
    this.titles = List.copyOf(titles);
  }

  public TextTable row(List<String> cells) {
    if (cells.size() != titles.size()) {
      throw new IllegalArgumentException(
          "Cannot put %d cells under %d titles".formatted(cells.size(), titles.size()));
    }
    rows.add(cells.stream().map(DisplayWidth::printable).toList());
    return this;
  }

  /** A line across the whole table. */
  public TextTable rule() {
    rows.add(List.of());
    return this;
  }

  /** The table's lines, without trailing blanks. */
  public List<String> lines() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    lines.add(line(titles, widths));
    lines.add(rule(widths));
    for (List<String> row : rows) {
      lines.add(row.isEmpty() ? rule(widths) : line(row, widths));
    }
    return lines;
  }

  private int[] widths() {
    int[] widths = titles.stream().mapToInt(DisplayWidth::of).toArray();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], DisplayWidth.of(row.get(column)));
      }
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String blanks = " ".repeat(widths[column] - DisplayWidth.of(cell));
      line.append(column == 0 ? "" : GAP);
      boolean text = column < labels || column >= cells.size() - notes;
      line.append(text ? cell + blanks : blanks + cell);
    }
    return line.toString().stripTrailing();
  }

  private static String rule(int[] widths) {
    int total = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return "─".repeat(total);
  }
}
