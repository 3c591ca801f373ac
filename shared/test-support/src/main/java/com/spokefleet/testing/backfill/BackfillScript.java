package com.spokefleet.testing.backfill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reports of the units of one backfill, and what follows: one table for all who repeat units, the
 * command line's loop and the state machine, so that they cannot come apart.
 *
 * @param pauses between one unit and the next
 */
public record BackfillScript(
    String name, List<UnitReport> reports, List<Duration> pauses, End end) {
  /** Days asked for. */
  public static final int DAYS = 10;

  private static final int MOST_BUSY = 180;
  private static final UnitReport DONE = unit("completed", 1, 0);
  private static final UnitReport BUSY = unit("busy", 0, 0);

  /** How it comes to an end. */
  public enum End {
    COMPLETED,
    IN_VAIN,
    BUSY
  }

  public static List<BackfillScript> all() {
    return List.of(
        script("done at once", End.COMPLETED, List.of(), DONE),
        script("a tick gets its turn", End.COMPLETED, seconds(2), unit("incomplete", 5, 9), DONE),
        script(
            "results are being prepared",
            End.COMPLETED,
            seconds(10),
            unit("incomplete", 0, 9),
            DONE),
        script("the share is spent", End.COMPLETED, seconds(47), spent(47), DONE),
        script("the share is there again", End.COMPLETED, seconds(2), spent(-3), DONE),
        script("nearly there again", End.COMPLETED, seconds(2), spent(1), DONE),
        script("another run is at work", End.COMPLETED, seconds(10, 10), BUSY, BUSY, DONE),
        script(
            "failures in a row are in vain",
            End.IN_VAIN,
            seconds(15, 30, 60, 120),
            failed(10),
            failed(10),
            failed(10),
            failed(10),
            failed(10)),
        script(
            "failures that get further are not",
            End.COMPLETED,
            seconds(15, 15, 15, 15, 15),
            failed(9),
            failed(8),
            failed(7),
            failed(6),
            unit("failed", 4, 6),
            DONE),
        script(
            "what works in between counts",
            End.COMPLETED,
            seconds(15, 30, 2, 15),
            failed(10),
            failed(10),
            unit("incomplete", 5, 9),
            failed(9),
            DONE),
        script(
            "waiting for the org excuses no failure",
            End.COMPLETED,
            seconds(15, 10, 30),
            failed(10),
            BUSY,
            failed(10),
            DONE),
        script(
            "an org that is never free", End.BUSY, times(MOST_BUSY - 1, 10), all(BUSY, MOST_BUSY)),
        script(
            "nor after a failure",
            End.BUSY,
            joined(times(MOST_BUSY - 1, 10), seconds(15)),
            joined(all(BUSY, MOST_BUSY - 1), List.of(failed(10), BUSY))));
  }

  @Override
  public String toString() {
    return name;
  }

  private static BackfillScript script(
      String name, End end, List<Duration> pauses, UnitReport... reports) {
    return script(name, end, pauses, List.of(reports));
  }

  private static BackfillScript script(
      String name, End end, List<Duration> pauses, List<UnitReport> reports) {
    return new BackfillScript(name, reports, pauses, end);
  }

  private static UnitReport unit(String status, long landed, long daysAhead) {
    return new UnitReport(status, landed, daysAhead, Optional.empty());
  }

  private static UnitReport failed(long daysAhead) {
    return unit("failed", 0, daysAhead);
  }

  private static UnitReport spent(long seconds) {
    return new UnitReport("incomplete", 0, 9, Optional.of(Duration.ofSeconds(seconds)));
  }

  private static List<Duration> seconds(long... seconds) {
    return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
  }

  private static List<Duration> times(int count, long seconds) {
    return Collections.nCopies(count, Duration.ofSeconds(seconds));
  }

  private static List<UnitReport> all(UnitReport report, int count) {
    return Collections.nCopies(count, report);
  }

  private static <T> List<T> joined(List<T> first, List<T> then) {
    List<T> all = new ArrayList<>(first);
    all.addAll(then);
    return List.copyOf(all);
  }
}
