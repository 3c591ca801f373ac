package com.spokefleet.ingest.user;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of an org's statuses is landed and what is still owed. Immutable; every change is a pure
 * function, so that what is stored after a landing says exactly what was landed.
 *
 * @param firstDay statuses that started earlier are not kept
 * @param readUpTo every status that started before this is landed as it was then, save for days
 *     still owed
 * @param owed days to be read whole, each with the instant up to which it is landed already
 * @param position how far the reading of one owed day has come, if it was interrupted
 * @param unreachableDays days with more statuses than the query can page through; owed until
 *     settled by job
 * @param filterHash of the filter everything was read under
 */
public record UsersProgress(
    LocalDate firstDay,
    Instant readUpTo,
    NavigableMap<LocalDate, Instant> owed,
    Optional<UserDayPosition> position,
    Set<LocalDate> unreachableDays,
    String filterHash) {

  public UsersProgress {
    owed = Collections.unmodifiableNavigableMap(new TreeMap<>(owed));
    unreachableDays = Collections.unmodifiableSet(new TreeSet<>(unreachableDays));
  }

  /** The first run of an org: every day since {@code firstDay} is owed. */
  static UsersProgress first(Instant upTo, LocalDate firstDay, String filterHash) {
    TreeMap<LocalDate, Instant> owed = new TreeMap<>();
    firstDay.datesUntil(day(upTo).plusDays(1)).forEach(day -> owed.put(day, startOf(day)));
    return new UsersProgress(firstDay, upTo, owed, Optional.empty(), Set.of(), filterHash);
  }

  /**
   * A later run at {@code upTo}: owes the days that were still changing behind the overlap. Under
   * another filter it owes everything, as if nothing had been read.
   */
  UsersProgress advancedTo(Instant upTo, Duration overlap, String hash) {
    Instant until = upTo.isAfter(readUpTo) ? upTo : readUpTo;
    if (!hash.equals(filterHash)) {
      return first(until, firstDay, hash);
    }
    if (until.equals(readUpTo)) {
      return this;
    }
    List<LocalDate> changing =
        day(readUpTo.minus(overlap)).datesUntil(day(until).plusDays(1)).toList();
    return new UsersProgress(firstDay, until, owed, position, unreachableDays, filterHash)
        .owing(changing, readUpTo);
  }

  /** Owes these days, too; days before the history make it longer. */
  UsersProgress withDays(Collection<LocalDate> days) {
    LocalDate first =
        days.stream().min(Comparator.naturalOrder()).filter(firstDay::isAfter).orElse(firstDay);
    UsersProgress owing = owing(days, readUpTo);
    TreeMap<LocalDate, Instant> all = new TreeMap<>(owing.owed);
    first.datesUntil(firstDay).forEach(day -> all.put(day, startOf(day)));
    return new UsersProgress(first, readUpTo, all, position, unreachableDays, filterHash);
  }

  private UsersProgress owing(Collection<LocalDate> days, Instant landedUpTo) {
    TreeMap<LocalDate, Instant> all = new TreeMap<>(owed);
    days.stream()
        .filter(day -> !day.isBefore(firstDay) && !day.isAfter(day(readUpTo)))
        .forEach(day -> all.putIfAbsent(day, landed(day, landedUpTo)));
    return new UsersProgress(firstDay, readUpTo, all, position, unreachableDays, filterHash);
  }

  UsersProgress at(UserDayPosition reached) {
    return new UsersProgress(
        firstDay, readUpTo, owed, Optional.of(reached), unreachableDays, filterHash);
  }

  /**
   * The day has been read to its end by a reading that began at {@code begunAt}: a status that
   * ended since then may be landed as open, so a day that was not over then stays owed.
   */
  UsersProgress dayRead(LocalDate day, Instant begunAt) {
    TreeMap<LocalDate, Instant> rest = new TreeMap<>(owed);
    rest.remove(day);
    if (begunAt.isBefore(readUpTo) && begunAt.isBefore(startOf(day.plusDays(1)))) {
      rest.put(day, begunAt);
    }
    return new UsersProgress(
        firstDay, readUpTo, rest, Optional.empty(), without(unreachableDays, day), filterHash);
  }

  /** The day was read as far as the query's paging goes, and rows are left in its middle. */
  UsersProgress dayUnreachable(LocalDate day) {
    TreeMap<LocalDate, Instant> rest = new TreeMap<>(owed);
    rest.remove(day);
    Set<LocalDate> unreachable = new TreeSet<>(unreachableDays);
    unreachable.add(day);
    return new UsersProgress(firstDay, readUpTo, rest, Optional.empty(), unreachable, filterHash);
  }

  /** The day was over and has been read to its end by a job. */
  UsersProgress settled(LocalDate day) {
    TreeMap<LocalDate, Instant> rest = new TreeMap<>(owed);
    rest.remove(day);
    return new UsersProgress(
        firstDay,
        readUpTo,
        rest,
        position.filter(begun -> !begun.day().equals(day)),
        without(unreachableDays, day),
        filterHash);
  }

  /** The day to read next: the one begun, else the newest; none of those to leave out. */
  Optional<UserDayPosition> next(Set<LocalDate> leaveOut) {
    return position
        .filter(begun -> owed.containsKey(begun.day()) && !leaveOut.contains(begun.day()))
        .or(
            () ->
                owed.descendingKeySet().stream()
                    .filter(day -> !leaveOut.contains(day))
                    .findFirst()
                    .map(day -> UserDayPosition.start(day, readUpTo)));
  }

  boolean isComplete() {
    return owed.isEmpty();
  }

  /** The instant up to which everything is landed: never past anything still owed. */
  Instant watermark() {
    Instant earliest = owed.values().stream().min(Comparator.naturalOrder()).orElse(readUpTo);
    Instant unreachable =
        unreachableDays.stream().findFirst().map(UsersProgress::startOf).orElse(readUpTo);
    Instant watermark = earliest.isBefore(unreachable) ? earliest : unreachable;
    return watermark.isBefore(readUpTo) ? watermark : readUpTo;
  }

  /** The instant up to which one day is landed. */
  Instant completeUpTo(LocalDate day) {
    return unreachableDays.contains(day) ? startOf(day) : owed.getOrDefault(day, readUpTo);
  }

  /** Whether nothing of the day has been landed by a reading of it. */
  boolean isNeverRead(LocalDate day) {
    return startOf(day).equals(owed.get(day));
  }

  /** Time owed, of all days. */
  Duration gap() {
    Duration gap = Duration.ofDays(unreachableDays.size());
    for (Map.Entry<LocalDate, Instant> day : owed.entrySet()) {
      Instant end = landed(day.getKey(), readUpTo);
      if (day.getValue().isBefore(end)) {
        gap = gap.plus(Duration.between(day.getValue(), end));
      }
    }
    return gap;
  }

  private static Set<LocalDate> without(Set<LocalDate> days, LocalDate day) {
    Set<LocalDate> rest = new TreeSet<>(days);
    rest.remove(day);
    return rest;
  }

  /** The instant within the day, its end included, that is nearest. */
  private static Instant landed(LocalDate day, Instant upTo) {
    Instant start = startOf(day);
    Instant end = startOf(day.plusDays(1));
    return upTo.isBefore(start) ? start : upTo.isAfter(end) ? end : upTo;
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
