package com.spokefleet.siem.dashboard;

import java.util.List;

/** What is made of the events of a source. */
public sealed interface Measure {
  /** How many events, each once, however often it was delivered. */
  record Count() implements Measure {}

  /** How many different values the field has. */
  record Distinct(String field) implements Measure {}

  record Average(String field) implements Measure {}

  record Maximum(String field) implements Measure {}

  record Minimum(String field) implements Measure {}

  /** How many records there are, copies included. */
  record Copies() implements Measure {}

  /** Seconds since the newest event happened. */
  record Age() implements Measure {}

  /** A sum of figures of the event stream; only of {@link Source#STREAM}. */
  record Flow(List<StreamFigure> added, List<StreamFigure> subtracted) implements Measure {
    public Flow {
      added = List.copyOf(added);
      subtracted = List.copyOf(subtracted);
    }

    public static Flow of(StreamFigure... added) {
      return new Flow(List.of(added), List.of());
    }

    public Flow less(StreamFigure... figures) {
      return new Flow(added, List.of(figures));
    }
  }
}
