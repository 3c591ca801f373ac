package com.spokefleet.ingest.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of an org's aggregates and what is owed. Immutable.
 *
 * @param readUpTo all figures emitted before it are landed, save those of {@code pendingDays}
 * @param dayReadAt when today was last read whole
 * @param pendingDays days never read: history, and those missed in an outage
 * @param rereadDays days to be read once more
 * @param rereadThrough by number of days after, the last day that was or will be read once more
 */
record AggregateProgress(
    Instant readUpTo,
    Instant dayReadAt,
    SortedSet<LocalDate> pendingDays,
    SortedSet<LocalDate> rereadDays,
    Map<Integer, LocalDate> rereadThrough) {
  AggregateProgress {
    pendingDays = Collections.unmodifiableSortedSet(new TreeSet<>(pendingDays));
    rereadDays = Collections.unmodifiableSortedSet(new TreeSet<>(rereadDays));
    rereadThrough = Collections.unmodifiableMap(new TreeMap<>(rereadThrough));
  }

  /** Before the first run: today from its start, and the days from {@code firstDay} to today. */
  static AggregateProgress first(Instant now, LocalDate firstDay, AggregatePlan plan) {
    LocalDate today = AggregateWindow.dayOf(now);
    TreeMap<Integer, LocalDate> through = new TreeMap<>();
    for (int days : plan.rereadAfterDays()) {
      through.put(days, lastRereadDay(now, days, plan));
    }
    TreeSet<LocalDate> history = new TreeSet<>();
    if (firstDay.isBefore(today)) {
      history.addAll(firstDay.datesUntil(today).toList());
    }
    return new AggregateProgress(
        AggregateWindow.startOf(today), Instant.EPOCH, history, new TreeSet<>(), through);
  }

  /** With what the passing of time adds to what is owed. */
  AggregateProgress advancedTo(Instant now, AggregatePlan plan) {
    LocalDate today = AggregateWindow.dayOf(now);
    AggregateProgress advanced = this;
    if (readUpTo.plus(plan.longestOutage()).isBefore(now)) {
      LocalDate missed = AggregateWindow.dayOf(readUpTo);
      if (missed.isBefore(today)) {
        advanced = advanced.withPending(missed.datesUntil(today).toList());
        advanced = advanced.readTo(AggregateWindow.startOf(today));
      }
    }
    TreeSet<LocalDate> reread = new TreeSet<>(advanced.rereadDays);
    TreeMap<Integer, LocalDate> through = new TreeMap<>(rereadThrough);
    for (int days : plan.rereadAfterDays()) {
      LocalDate last = lastRereadDay(now, days, plan);
      LocalDate before = through.getOrDefault(days, last);
      if (before.isBefore(last)) {
        reread.addAll(before.plusDays(1).datesUntil(last.plusDays(1)).toList());
        through.put(days, last);
      }
    }
    reread.removeAll(advanced.pendingDays);
    return new AggregateProgress(
        advanced.readUpTo, dayReadAt, advanced.pendingDays, reread, through);
  }

  AggregateProgress withPending(Collection<LocalDate> days) {
    TreeSet<LocalDate> pending = new TreeSet<>(pendingDays);
    pending.addAll(days);
    return new AggregateProgress(readUpTo, dayReadAt, pending, rereadDays, rereadThrough);
  }

  /** The same, with today to be read whole. */
  AggregateProgress withToday() {
    return new AggregateProgress(readUpTo, Instant.EPOCH, pendingDays, rereadDays, rereadThrough);
  }

  /**
   * What is read before anything else: the intervals since the last run and the overlap before
   * them, or all of today where that is due.
   */
  AggregateWindow fresh(Instant now, AggregatePlan plan) {
    Instant from = readUpTo.minus(plan.overlap());
    Instant today = AggregateWindow.startOf(AggregateWindow.dayOf(now));
    boolean whole = isDayDue(now, plan);
    return AggregateWindow.around(whole && today.isBefore(from) ? today : from, now);
  }

  boolean isDayDue(Instant now, AggregatePlan plan) {
    return !now.isBefore(dayReadAt.plus(plan.dayPeriod()));
  }

  /** The newest day owed; days never read come before those read once. */
  Optional<LocalDate> nextDay(Collection<LocalDate> exceptFor) {
    return newest(pendingDays, exceptFor).or(() -> newest(rereadDays, exceptFor));
  }

  private static Optional<LocalDate> newest(
      SortedSet<LocalDate> days, Collection<LocalDate> exceptFor) {
    return days.reversed().stream().filter(day -> !exceptFor.contains(day)).findFirst();
  }

  AggregateProgress afterFresh(Instant upTo, Instant now, boolean wholeDay) {
    return new AggregateProgress(
        upTo.isAfter(readUpTo) ? upTo : readUpTo,
        wholeDay ? now : dayReadAt,
        pendingDays,
        rereadDays,
        rereadThrough);
  }

  AggregateProgress afterDay(LocalDate day) {
    TreeSet<LocalDate> pending = new TreeSet<>(pendingDays);
    TreeSet<LocalDate> reread = new TreeSet<>(rereadDays);
    pending.remove(day);
    reread.remove(day);
    return new AggregateProgress(readUpTo, dayReadAt, pending, reread, rereadThrough);
  }

  boolean isComplete() {
    return pendingDays.isEmpty() && rereadDays.isEmpty();
  }

  /** Everything emitted before it is landed. */
  Instant watermark() {
    if (pendingDays.isEmpty()) {
      return readUpTo;
    }
    Instant oldest = AggregateWindow.startOf(pendingDays.first());
    return oldest.isBefore(readUpTo) ? oldest : readUpTo;
  }

  private AggregateProgress readTo(Instant instant) {
    return new AggregateProgress(instant, dayReadAt, pendingDays, rereadDays, rereadThrough);
  }

  private static LocalDate lastRereadDay(Instant now, int days, AggregatePlan plan) {
    return now.atOffset(ZoneOffset.UTC).minusHours(plan.rereadHour()).toLocalDate().minusDays(days);
  }
}
