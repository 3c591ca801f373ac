package com.spokefleet.testing.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a set of figures is about; parts the grouping leaves out are null. */
public record FigureKey(
    @Nullable LocalDate day, @Nullable String queueId, @Nullable String mediaType) {
  public static final FigureKey ALL = new FigureKey(null, null, null);
}
