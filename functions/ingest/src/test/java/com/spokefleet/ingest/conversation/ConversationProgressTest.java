package com.spokefleet.ingest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationProgressTest {
  private static final Duration OVERLAP = Duration.ofMinutes(30);
  private static final Duration LOOKBACK = Duration.ofDays(7);
  private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");

  @Test
  void aFirstRunOwesEveryStartDayNewestFirst() {
    ConversationProgress first =
        ConversationProgress.first(NOON, LocalDate.parse("2026-11-08"), "none");

    assertThat(first.pendingDays())
        .containsExactly(
            LocalDate.parse("2026-11-10"),
            LocalDate.parse("2026-11-09"),
            LocalDate.parse("2026-11-08"));
    assertThat(first.watermark()).isEqualTo(Instant.parse("2026-11-08T00:00:00Z"));
    assertThat(first.isComplete()).isFalse();
  }

  @Test
  void aTickOwesWhatEndedSinceAndLooksAgainAtTheOverlap() {
    ConversationProgress later = complete().advancedTo(NOON.plusSeconds(300), OVERLAP, LOOKBACK);

    assertThat(later.gaps()).containsExactly(new TimeRange(NOON, NOON.plusSeconds(300)));
    assertThat(later.rechecks()).containsExactly(new TimeRange(NOON.minus(OVERLAP), NOON));
    assertThat(later.watermark()).isEqualTo(NOON);
  }

  @Test
  void anotherFilterOwesEveryDayAgainFromItsBeginningAndTheSameOneNothing() {
    LocalDate today = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
    ConversationProgress read =
        complete()
            .withDays(List.of(today.minusDays(9)))
            .at(new DayPosition(today.minusDays(9), 7, Optional.empty()))
            .dayUnreachable(today.minusDays(5))
            .withDays(List.of(today.minusDays(9)))
            .at(new DayPosition(today.minusDays(9), 7, Optional.empty()));

    assertThat(read.underFilter("none", today.minusDays(3))).isSameAs(read);

    ConversationProgress other = read.underFilter("abc", today.minusDays(3));
    assertThat(other.pendingDays())
        .containsExactly(
            today,
            today.minusDays(1),
            today.minusDays(2),
            today.minusDays(3),
            today.minusDays(5),
            today.minusDays(9));
    assertThat(other.unreachableDays()).as("it may admit few enough").isEmpty();
    assertThat(other.dayPosition()).as("what was read of it was filtered otherwise").isEmpty();
    assertThat(other.watermark()).isEqualTo(startOf(today.minusDays(9)));
    assertThat(other.underFilter("abc", today.minusDays(3))).isSameAs(other);
    String stored = new ProgressJson().write(other);
    assertThat(new ProgressJson().read("key", stored)).isEqualTo(other);
    assertThat(
            new ProgressJson()
                .read("key", stored.replace("\"filterHash\":\"abc\",", ""))
                .filterHash())
        .as("what was stored before there were filters")
        .isEqualTo("none");
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Test
  void whatWasLeftStaysOwedWhenTheNextTickAddsItsOwn() {
    ConversationProgress left =
        complete()
            .advancedTo(NOON.plusSeconds(600), OVERLAP, LOOKBACK)
            .covered(new TimeRange(NOON.plusSeconds(400), NOON.plusSeconds(600)));

    ConversationProgress next = left.advancedTo(NOON.plusSeconds(900), OVERLAP, LOOKBACK);

    assertThat(next.gaps())
        .containsExactly(
            new TimeRange(NOON.plusSeconds(600), NOON.plusSeconds(900)),
            new TimeRange(NOON, NOON.plusSeconds(400)));
    assertThat(next.watermark()).isEqualTo(NOON);
  }

  @Test
  void anOutageLongerThanTheLookBackBecomesWholeDaysWithNoneSkipped() {
    ConversationProgress after =
        complete().advancedTo(NOON.plus(Duration.ofDays(45)), OVERLAP, LOOKBACK);

    LocalDate first = LocalDate.ofInstant(NOON.minus(LOOKBACK), ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(NOON.plus(Duration.ofDays(45)), ZoneOffset.UTC);
    assertThat(after.pendingDays()).containsAll(first.datesUntil(last.plusDays(1)).toList());
    assertThat(after.gaps()).isEmpty();
    assertThat(after.watermark()).isBeforeOrEqualTo(NOON);
  }

  @Test
  void aClockThatWentBackOwesNothingTwiceAndMovesNothing() {
    assertThat(complete().advancedTo(NOON.minusSeconds(60), OVERLAP, LOOKBACK))
        .isEqualTo(complete());
  }

  @Test
  void aDayTooLargeToPageThroughHoldsTheWatermark() {
    LocalDate day = LocalDate.parse("2026-11-09");
    ConversationProgress stuck = complete().withDays(List.of(day)).dayUnreachable(day);

    assertThat(stuck.isComplete()).isTrue();
    assertThat(stuck.watermark()).isEqualTo(Instant.parse("2026-11-09T00:00:00Z"));
    assertThat(stuck.dayRead(day).watermark()).isEqualTo(NOON);
  }

  @Test
  void theStoredFormKeepsEverything() {
    ConversationProgress progress =
        complete()
            .advancedTo(NOON.plusSeconds(300), OVERLAP, LOOKBACK)
            .withDays(List.of(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02")))
            .at(DayPosition.start(LocalDate.parse("2026-11-02")).advanced().turned(NOON))
            .dayUnreachable(LocalDate.parse("2026-10-01"))
            .at(
                DayPosition.start(LocalDate.parse("2026-11-02"))
                    .advanced()
                    .turned(NOON)
                    .advanced());

    ProgressJson json = new ProgressJson();
    assertThat(json.read("key", json.write(progress))).isEqualTo(progress);
  }

  /**
   * Plays random ticks, partial reads and outages against a list of instants at which conversations
   * ended, and holds what has been read against what the progress claims: whatever ended before
   * readUpTo and is not owed must have been read.
   */
  @Test
  void nothingUnreadIsEverForgotten() {
    long seed = Long.getLong("spokefleet.seed", 20261120L);
    for (int run = 0; run < 100; run++) {
      Random random = new Random(seed + run);
      String description = "seed " + (seed + run);
      List<Instant> ends = ends(random);
      Set<Instant> read = new HashSet<>();
      ConversationProgress progress = complete();
      Instant now = NOON;
      for (int tick = 0; tick < 40; tick++) {
        now =
            now.plusSeconds(
                random.nextInt(20) == 0 ? 86_400L * random.nextInt(12) : random.nextInt(7_200));
        progress = progress.advancedTo(now, OVERLAP, LOOKBACK);
        int steps = random.nextInt(4);
        for (int step = 0; step < steps; step++) {
          progress = readSome(progress, ends, read, random);
        }
        assertNothingForgotten(progress, ends, read, description);
      }
      while (!progress.isComplete()) {
        progress = readSome(progress, ends, read, random);
      }
      assertNothingForgotten(progress, ends, read, description);
      assertThat(progress.watermark()).as(description).isEqualTo(progress.readUpTo());
    }
  }

  /**
   * The control of the test above: were a range counted as covered one second too wide, it would
   * notice.
   */
  @Test
  void countingTooMuchAsCoveredWouldBeNoticed() {
    ConversationProgress progress = complete().advancedTo(NOON.plusSeconds(300), OVERLAP, LOOKBACK);
    Instant end = NOON.plusSeconds(100);
    ConversationProgress tooMuch =
        progress.covered(new TimeRange(NOON.plusSeconds(100), NOON.plusSeconds(300)));

    assertThat(isOwed(progress, end)).isTrue();
    assertThat(isOwed(tooMuch, end)).isFalse();
  }

  private static ConversationProgress readSome(
      ConversationProgress progress, List<Instant> ends, Set<Instant> read, Random random) {
    List<TimeRange> ranges = progress.gaps().isEmpty() ? progress.rechecks() : progress.gaps();
    if (!ranges.isEmpty() && (progress.pendingDays().isEmpty() || random.nextBoolean())) {
      TimeRange range = ranges.getFirst();
      long millis = Duration.between(range.from(), range.to()).toMillis();
      long part = 1 + random.nextLong(millis);
      TimeRange covered = new TimeRange(range.to().minusMillis(part), range.to());
      ends.stream().filter(end -> contains(covered, end)).forEach(read::add);
      return progress.covered(covered);
    }
    if (!progress.pendingDays().isEmpty()) {
      LocalDate day = progress.pendingDays().getFirst();
      // Conversations here last a moment, so that the day of the end is the day of the start.
      ends.stream()
          .filter(end -> LocalDate.ofInstant(end, ZoneOffset.UTC).equals(day))
          .filter(end -> end.isBefore(progress.readUpTo()))
          .forEach(read::add);
      return progress.dayRead(day);
    }
    return progress;
  }

  private static void assertNothingForgotten(
      ConversationProgress progress, List<Instant> ends, Set<Instant> read, String description) {
    List<Instant> forgotten =
        ends.stream()
            .filter(end -> end.isBefore(progress.readUpTo()))
            .filter(end -> !isOwed(progress, end))
            .filter(end -> !read.contains(end))
            .toList();
    assertThat(forgotten).as(description).isEmpty();
    assertThat(ends.stream().filter(end -> end.isBefore(progress.watermark())).toList())
        .as(description)
        .allMatch(read::contains);
  }

  private static boolean isOwed(ConversationProgress progress, Instant end) {
    return progress.gaps().stream().anyMatch(gap -> contains(gap, end))
        || progress.pendingDays().contains(LocalDate.ofInstant(end, ZoneOffset.UTC));
  }

  private static boolean contains(TimeRange range, Instant instant) {
    return !instant.isBefore(range.from()) && instant.isBefore(range.to());
  }

  private static List<Instant> ends(Random random) {
    List<Instant> ends = new ArrayList<>();
    for (int index = 0; index < 200; index++) {
      ends.add(NOON.plusMillis(random.nextLong(Duration.ofDays(60).toMillis())));
    }
    return ends;
  }

  private static ConversationProgress complete() {
    return new ConversationProgress(
        NOON, List.of(), List.of(), List.of(), Optional.empty(), List.of(), "none");
  }
}
