package com.spokefleet.siem.dashboard;

import java.util.List;

/** How figures are drawn. */
public sealed interface Chart {
  /** One number for the whole range of time. */
  record Figure(Series series) implements Chart {}

  /** Figures over time, all on one axis of time. */
  record Timeline(Drawing drawing, List<Series> series) implements Chart {
    public Timeline {
      series = List.copyOf(series);
    }
  }

  /** The groups with the highest figures; the series says by which field. */
  record Ranking(Series series, int most) implements Chart {}

  /**
   * A row for each group, a column for each series.
   *
   * @param by fields that make a group
   * @param series not split by themselves
   */
  record Table(List<String> by, List<Series> series, int most) implements Chart {
    public Table {
      by = List.copyOf(by);
      series = List.copyOf(series);
    }
  }

  /**
   * The newest events themselves, each once.
   *
   * @param when in the language of detections; empty for all
   * @param fields columns, after the time
   */
  record Listing(Source source, String when, List<String> fields, int most) implements Chart {
    public Listing {
      fields = List.copyOf(fields);
    }
  }

  /** What a timeline's left axis has; series of the right axis are always lines. */
  enum Drawing {
    LINES,
    /** Columns, on top of each other. */
    STACKED_COLUMNS
  }
}
