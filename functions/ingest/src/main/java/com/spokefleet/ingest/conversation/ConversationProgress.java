package com.spokefleet.ingest.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of an org's conversations is landed and what is still owed. Immutable; every change is a
 * pure function, so that what is stored after a landing says exactly what was landed.
 *
 * @param readUpTo every conversation that ended before this is landed, save for what the lists
 *     below still owe
 * @param gaps ranges of conversation end still owed, newest first
 * @param rechecks ranges of conversation end that were read and are to be read once more, because a
 *     re-opened conversation can hide a row from one reading; served after the gaps so that they
 *     can never starve them
 * @param pendingDays start days to be read whole (history, long outages), newest first
 * @param dayPosition how far the first pending day has been read, if it was begun
 * @param unreachableDays start days with more conversations than the query can page through; owed
 *     until settled by job
 * @param filterHash identifies the filter that all this was and is read under
 */
public record ConversationProgress(
    Instant readUpTo,
    List<TimeRange> gaps,
    List<TimeRange> rechecks,
    List<LocalDate> pendingDays,
    Optional<DayPosition> dayPosition,
    List<LocalDate> unreachableDays,
    String filterHash) {

  public ConversationProgress {
    gaps = List.copyOf(gaps);
    rechecks = List.copyOf(rechecks);
    pendingDays = List.copyOf(pendingDays);
    unreachableDays = List.copyOf(unreachableDays);
  }

  /** The first run of an org: every start day since {@code firstDay} is owed. */
  public static ConversationProgress first(Instant upTo, LocalDate firstDay, String filterHash) {
    return new ConversationProgress(
        upTo,
        List.of(),
        List.of(),
        days(firstDay, day(upTo)),
        Optional.empty(),
        List.of(),
        filterHash);
  }

  /**
   * From now on read under a filter: if it is another than before, every start day since {@code
   * firstDay} is owed again, from its beginning. Days that hold nothing yet are no exception, for
   * the filter before may have admitted none of theirs.
   */
  public ConversationProgress underFilter(String hash, LocalDate firstDay) {
    if (hash.equals(filterHash)) {
      return this;
    }
    return new ConversationProgress(
            readUpTo, gaps, rechecks, pendingDays, Optional.empty(), List.of(), hash)
        .withDays(unreachableDays)
        .withDays(days(firstDay, day(readUpTo)));
  }

  /**
   * A later run at {@code upTo}: owes what ended since, and looks once more at the overlap before.
   * What is older than the query can look back becomes start days to be read whole.
   */
  public ConversationProgress advancedTo(Instant upTo, Duration overlap, Duration lookback) {
    if (!upTo.isAfter(readUpTo)) {
      return this;
    }
    List<TimeRange> owed = joined(gaps, new TimeRange(readUpTo, upTo));
    List<TimeRange> again =
        overlap.isZero()
            ? rechecks
            : joined(rechecks, new TimeRange(readUpTo.minus(overlap), readUpTo));
    Instant horizon = upTo.minus(lookback);
    List<TimeRange> tooOld =
        Stream.of(owed, again)
            .flatMap(List::stream)
            .filter(range -> range.from().isBefore(horizon))
            .toList();
    ConversationProgress advanced =
        new ConversationProgress(
            upTo, owed, again, pendingDays, dayPosition, unreachableDays, filterHash);
    for (TimeRange range : tooOld) {
      advanced = advanced.readWhole(range, lookback);
    }
    return advanced;
  }

  /** Owes whole start days instead of a range of ends, for what paging by end cannot reach. */
  public ConversationProgress readWhole(TimeRange range, Duration lookback) {
    return covered(range).withDays(days(day(range.from().minus(lookback)), day(range.to())));
  }

  /** Owes these start days, too; a day whose reading was begun goes on where it stood. */
  public ConversationProgress withDays(Collection<LocalDate> days) {
    TreeSet<LocalDate> all = new TreeSet<>(Comparator.reverseOrder());
    all.addAll(pendingDays);
    all.addAll(days);
    return new ConversationProgress(
        readUpTo, gaps, rechecks, new ArrayList<>(all), dayPosition, unreachableDays, filterHash);
  }

  /** Everything that ended in the range has been read. */
  public ConversationProgress covered(TimeRange range) {
    return new ConversationProgress(
        readUpTo,
        TimeRange.subtract(gaps, range),
        TimeRange.subtract(rechecks, range),
        pendingDays,
        dayPosition,
        unreachableDays,
        filterHash);
  }

  public ConversationProgress at(DayPosition position) {
    return new ConversationProgress(
        readUpTo, gaps, rechecks, pendingDays, Optional.of(position), unreachableDays, filterHash);
  }

  /** The day has been read whole. */
  public ConversationProgress dayRead(LocalDate day) {
    return new ConversationProgress(
        readUpTo,
        gaps,
        rechecks,
        without(pendingDays, day),
        Optional.empty(),
        without(unreachableDays, day),
        filterHash);
  }

  /** The day was read as far as the query's paging goes, and rows are left in its middle. */
  public ConversationProgress dayUnreachable(LocalDate day) {
    List<LocalDate> unreachable = new ArrayList<>(without(unreachableDays, day));
    unreachable.add(day);
    return new ConversationProgress(
        readUpTo,
        gaps,
        rechecks,
        without(pendingDays, day),
        Optional.empty(),
        unreachable,
        filterHash);
  }

  /** A job has re-read the day whole, so paging need not reach it any more. */
  public ConversationProgress settled(LocalDate day) {
    return new ConversationProgress(
        readUpTo,
        gaps,
        rechecks,
        pendingDays,
        dayPosition,
        without(unreachableDays, day),
        filterHash);
  }

  /** The day to read next: the one begun, else the newest; none of those to leave out. */
  public Optional<DayPosition> nextDay(Set<LocalDate> leaveOut) {
    List<LocalDate> readable = pendingDays.stream().filter(day -> !leaveOut.contains(day)).toList();
    return dayPosition
        .filter(position -> readable.contains(position.day()))
        .or(() -> readable.stream().findFirst().map(DayPosition::start));
  }

  public boolean isComplete() {
    return gaps.isEmpty() && rechecks.isEmpty() && pendingDays.isEmpty();
  }

  /** The instant up to which everything is landed: never past anything still owed. */
  public Instant watermark() {
    return Stream.of(
            gaps.stream().map(TimeRange::from),
            pendingDays.stream().map(ConversationProgress::startOf),
            unreachableDays.stream().map(ConversationProgress::startOf))
        .flatMap(instants -> instants)
        .min(Comparator.naturalOrder())
        .filter(owed -> owed.isBefore(readUpTo))
        .orElse(readUpTo);
  }

  /**
   * The instant up to which one start day is landed; later than the watermark where older days are
   * still owed.
   */
  Instant completeUpTo(LocalDate day) {
    if (pendingDays.contains(day) || unreachableDays.contains(day)) {
      return watermark();
    }
    return gaps.isEmpty() ? readUpTo : gaps.getLast().from();
  }

  private static List<TimeRange> joined(List<TimeRange> ranges, TimeRange added) {
    List<TimeRange> all = new ArrayList<>(ranges);
    all.add(added);
    return TimeRange.union(all);
  }

  private static List<LocalDate> without(List<LocalDate> days, LocalDate day) {
    return days.stream().filter(other -> !other.equals(day)).toList();
  }

  private static List<LocalDate> days(LocalDate first, LocalDate last) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = last; !day.isBefore(first); day = day.minusDays(1)) {
      days.add(day);
    }
    return days;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
