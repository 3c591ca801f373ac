package com.spokefleet.siem.detection;

import java.time.Duration;
import java.util.List;

/**
 * When events that meet a detection's predicate are an alert. Counting is done for each group of
 * {@link Detection#by} apart, over the time that events tell, and no event counts twice.
 */
public sealed interface Trigger {
  /** Every one of them. */
  record EachEvent() implements Trigger {}

  /** At least so many within a span of time, wherever it begins. */
  record Count(int least, Duration within) implements Trigger {}

  /** At least so many different values of a field within a span of time. */
  record Distinct(String field, int least, Duration within) implements Trigger {}

  /**
   * One whose fields the group has not had together for {@code baseline}. A group that is known for
   * less than {@code learning} has nothing that would be unusual for it.
   */
  record NewCombination(List<String> fields, Duration baseline, Duration learning)
      implements Trigger {
    public NewCombination {
      fields = List.copyOf(fields);
    }
  }

  /** None for so long, of an org that is known to have some. */
  record Silence(Duration longest) implements Trigger {}
}
