package com.spokefleet.ingest.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time that includes {@code from} and excludes {@code to}; never empty. */
public record TimeRange(Instant from, Instant to) {
  public TimeRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("Cannot make a time range from " + from + " to " + to);
    }
  }

  boolean overlaps(TimeRange other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** What is left of this range without the other: none, one or two ranges. */
  List<TimeRange> minus(TimeRange other) {
    if (!overlaps(other)) {
      return List.of(this);
    }
    List<TimeRange> rest = new ArrayList<>(2);
    if (other.to.isBefore(to)) {
      rest.add(new TimeRange(other.to, to));
    }
    if (from.isBefore(other.from)) {
      rest.add(new TimeRange(from, other.from));
    }
    return rest;
  }

  /** The same instants as disjoint, non-adjacent ranges, newest first. */
  static List<TimeRange> union(List<TimeRange> ranges) {
    List<TimeRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(TimeRange::to).reversed());
    List<TimeRange> merged = new ArrayList<>();
    for (TimeRange range : sorted) {
      TimeRange last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || range.to.isBefore(last.from)) {
        merged.add(range);
      } else if (range.from.isBefore(last.from)) {
        merged.set(merged.size() - 1, new TimeRange(range.from, last.to));
      }
    }
    return List.copyOf(merged);
  }

  static List<TimeRange> subtract(List<TimeRange> ranges, TimeRange covered) {
    return ranges.stream().flatMap(range -> range.minus(covered).stream()).toList();
  }
}
