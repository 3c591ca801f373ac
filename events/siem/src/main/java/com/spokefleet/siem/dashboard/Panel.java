package com.spokefleet.siem.dashboard;

/**
 * One chart with its title.
 *
 * @param id lower case with underscores, unique on its dashboard
 * @param note what a reader has to know to read it rightly; empty if nothing
 * @param width of {@link #FULL}
 */
public record Panel(String id, String title, String note, int width, Chart chart) {
  /** The width of a row. */
  public static final int FULL = 12;

  public Panel {
    if (width < 1 || width > FULL) {
      throw new IllegalArgumentException("Cannot have a panel %s of width %d".formatted(id, width));
    }
  }
}
