package com.spokefleet.cli.kpi;

import java.time.LocalDate;
import java.util.Optional;

/** The UTC start days asked for, both ends included; an absent end is as far as the lake goes. */
public record Window(Optional<LocalDate> from, Optional<LocalDate> to) {
  public static final Window EVERYTHING = new Window(Optional.empty(), Optional.empty());

  public boolean contains(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(last -> !day.isAfter(last)).orElse(true);
  }
}
