package com.spokefleet.replay.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.replay.Events;
import com.spokefleet.replay.MemoryStore;
import com.spokefleet.replay.ScriptedTarget;
import com.spokefleet.replay.delivery.Outcome;
import com.spokefleet.replay.delivery.Receipt;
import com.spokefleet.replay.record.TimeWindow;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.replay.tally.ReplayTally.Fate;
import com.spokefleet.replay.tally.ReplayTally.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Firehose leaves in its backup bucket, and what a replay makes of it. */
final class BackupReplayTest {
  private static final BackupArea FAILED =
      new BackupArea("splunk-failed/", BackupArea.Kind.DELIVERY_FAILED);
  private static final BackupArea UNTRANSFORMED =
      new BackupArea("processing-failed/", BackupArea.Kind.PROCESSING_FAILED);
  private static final BackupArea SOURCE = new BackupArea("all/", BackupArea.Kind.SOURCE);
  private static final String KEY = "2026/11/20/12/north-splunk-1-2026-11-20-12-00-30-u1";
  private static final Instant ARRIVAL = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path scratch;
  private final MemoryStore store = new MemoryStore();
  private final ScriptedTarget target = new ScriptedTarget(2);

  @Test
  void transformedBytesAreSentAsTheyAreAndTheirIdsAreTheEvents() {
    put("splunk-failed/" + KEY, line(Events.splunk(1)), line(Events.datadog(2)));

    ReplayTally tally = replay(FAILED, sending());
    assertThat(target.texts()).containsExactly(Events.splunk(1), Events.datadog(2));
    assertThat(target.ids()).containsExactly(Events.id(1), Events.id(2));
    assertThat(tally.count(Events.ORG, Fate.SENT)).isEqualTo(2);
    assertThat(tally.count(Source.COMPLETED)).isEqualTo(1);
  }

  @Test
  void untransformedEventsAndWhateverElseCameGoBackToTheStream() {
    put("processing-failed/" + KEY, line(Events.raw(1)), line("not JSON at all"));

    ReplayTally tally = replay(UNTRANSFORMED, sending());
    assertThat(target.texts()).containsExactly(Events.raw(1), "not JSON at all");
    assertThat(target.ids().getFirst()).isEqualTo(Events.id(1));
    assertThat(tally.count(Fate.POISON)).isZero();
  }

  @Test
  void gzipObjectsAndConcatenatedEventsAreRead() throws IOException {
    String all = Events.raw(1) + Events.raw(2) + "\n" + Events.raw(3).replace("Role", "a}\\\"{");
    store.put("all/" + KEY, gzip(all));

    replay(SOURCE, sending());
    assertThat(target.ids()).containsExactly(Events.id(1), Events.id(2), Events.id(3));
    assertThat(String.join("", target.texts())).isEqualTo(all.replace("\n", ""));
  }

  @Test
  void poisonIsKeptAsideWholeAndTheRestIsSent() {
    String badJson = "{\"rawData\":\"";
    String badBase64 = line("x").replaceFirst("\"rawData\":\"[^\"]*\"", "\"rawData\":\"***\"");
    String noData = "{\"errorCode\":\"x\"}";
    String noJsonForTheSiem = line("plain text");
    put(
        "splunk-failed/" + KEY,
        badJson,
        line(Events.splunk(1)),
        badBase64,
        noData,
        noJsonForTheSiem);

    ReplayTally tally = replay(FAILED, removing());
    assertThat(tally.count(Fate.POISON)).isEqualTo(4);
    assertThat(target.ids()).containsExactly(Events.id(1));
    assertThat(store.text("replay-poison/splunk-failed/" + KEY).lines())
        .containsExactly(badJson, badBase64, noData, noJsonForTheSiem);
    assertThat(store.list("splunk-failed/")).isEmpty();
  }

  @Test
  void garbageBetweenConcatenatedEventsIsPoison() {
    put("all/" + KEY, "garbage" + Events.raw(1) + "]" + "{\"cut\":");

    ReplayTally tally = replay(SOURCE, sending());
    assertThat(target.ids()).containsExactly(Events.id(1));
    assertThat(tally.count(Fate.POISON)).isEqualTo(3);
    assertThat(store.text("replay-poison/all/" + KEY).lines())
        .containsExactly("garbage", "]", "{\"cut\":");
  }

  @Test
  void anObjectDamagedAsAWholeIsNeverRemoved() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int number = 0; number < 200; number++) {
      lines.append(line(Events.splunk(number))).append('\n');
    }
    byte[] whole = gzip(lines.toString());
    store.put("splunk-failed/" + KEY, Arrays.copyOf(whole, whole.length / 2));
    store.put("splunk-failed/x" + KEY, Arrays.copyOf(whole, 5));

    ReplayTally tally = replay(FAILED, removing());
    assertThat(tally.count(Source.UNREADABLE)).isEqualTo(2);
    assertThat(store.list("splunk-failed/")).hasSize(2);
    assertThat(tally.reasons().firstKey()).startsWith("Cannot read splunk-failed/");
  }

  @Test
  void aSecondRunSendsNothingAndAnInterruptedOneGoesOn() {
    put("splunk-failed/" + KEY, lines(1, 5));
    target.answers(
        chunk ->
            target.ids().size() < 2
                ? target.take(chunk)
                : ScriptedTarget.answer(chunk, Outcome.Kind.NOT_SENT));

    ReplayTally first = replay(FAILED, removing());
    assertThat(first.count(Fate.SENT)).isEqualTo(2);
    assertThat(first.count(Fate.NOT_SENT)).isEqualTo(3);
    assertThat(first.stopped()).contains("Cannot: NOT_SENT");
    assertThat(store.list("splunk-failed/")).hasSize(1);

    target.answers(target::take);
    ReplayTally second = replay(FAILED, sending());
    assertThat(second.count(Fate.ALREADY_SENT)).isEqualTo(2);
    assertThat(second.count(Fate.SENT)).isEqualTo(3);
    ReplayTally third = replay(FAILED, removing());
    assertThat(third.count(Source.DONE_BEFORE)).isEqualTo(1);
    assertThat(third.count(Source.REMOVED)).isEqualTo(1);
    assertThat(target.ids()).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void anEventTwiceInAnObjectIsSentOnce() {
    put("splunk-failed/" + KEY, line(Events.splunk(1)), line(Events.splunk(1)));

    ReplayTally tally = replay(FAILED, sending());
    assertThat(target.ids()).containsExactly(Events.id(1));
    assertThat(tally.count(Fate.ALREADY_SENT)).isEqualTo(1);
  }

  @Test
  void whatMayHaveArrivedIsToldApartFromWhatWasRefusedAndKept() {
    put("splunk-failed/" + KEY, lines(1, 2));
    target.answers(
        chunk ->
            new Receipt(
                List.of(
                    new Outcome(Outcome.Kind.UNKNOWN, "Cannot tell"),
                    new Outcome(Outcome.Kind.REFUSED, "Cannot be")),
                Optional.empty()));

    ReplayTally tally = replay(FAILED, removing());
    assertThat(tally.count(Fate.UNKNOWN)).isEqualTo(1);
    assertThat(tally.count(Fate.REFUSED)).isEqualTo(1);
    assertThat(tally.left()).isEqualTo(2);
    assertThat(tally.reasons()).containsEntry("Cannot tell", 1L).containsEntry("Cannot be", 1L);
    assertThat(store.list("splunk-failed/")).hasSize(1);
  }

  @Test
  void aDryRunReadsAndChangesNothing() {
    put("splunk-failed/" + KEY, line(Events.splunk(1)), "poison");
    store.onChange(
        () -> {
          throw new AssertionError("a dry run changed the bucket");
        });

    ReplayTally tally = replay(FAILED, new ReplayRules(TimeWindow.ALL, true, true));
    assertThat(tally.count(Fate.NOT_SENT)).isEqualTo(1);
    assertThat(tally.count(Fate.POISON)).isEqualTo(1);
    assertThat(target.ids()).isEmpty();
  }

  @Test
  void theWindowIsOfArrivalsAndWhatIsOutsideStays() {
    put(
        "splunk-failed/" + KEY,
        Events.line(Events.splunk(1), ARRIVAL.minusSeconds(1).toEpochMilli()),
        Events.line(Events.splunk(2), ARRIVAL.toEpochMilli()),
        Events.line(Events.splunk(3), ARRIVAL.plusSeconds(9).toEpochMilli()));
    put("splunk-failed/2026/11/20/11/s-1-2026-11-20-11-59-58-u0", line(Events.splunk(4)));
    TimeWindow window = new TimeWindow(Optional.of(ARRIVAL), Optional.of(ARRIVAL.plusSeconds(9)));

    ReplayTally tally = replay(FAILED, new ReplayRules(window, false, true));
    assertThat(target.ids()).containsExactly(Events.id(2));
    assertThat(tally.count(Fate.OUTSIDE)).isEqualTo(2);
    assertThat(store.list("splunk-failed/")).hasSize(2);
    assertThat(replay(FAILED, removing()).count(Fate.SENT)).isEqualTo(3);
    assertThat(store.list("splunk-failed/")).isEmpty();
  }

  @Test
  void ofTwoReplaysOfOneObjectTheSecondFailsAfterOneChunk() {
    put("splunk-failed/" + KEY, lines(1, 6));
    ReplayTally other = new ReplayTally();
    target.answers(
        chunk -> {
          target.answers(target::take);
          replay("other", FAILED, sending(), other);
          return target.take(chunk);
        });

    assertThatThrownBy(() -> replay(FAILED, sending()))
        .hasMessageStartingWith("Cannot go on with the replay: another one is at work");
    assertThat(other.count(Fate.SENT)).isEqualTo(6);
    assertThat(target.ids()).hasSize(8);
  }

  private ReplayTally replay(BackupArea area, ReplayRules rules) {
    ReplayTally tally = new ReplayTally();
    replay("run", area, rules, tally);
    return tally;
  }

  private void replay(String run, BackupArea area, ReplayRules rules, ReplayTally tally) {
    new BackupReplay(new BackupBucket(store, store, scratch), rules, run)
        .replay(area, target, tally);
  }

  private static ReplayRules sending() {
    return new ReplayRules(TimeWindow.ALL, false, false);
  }

  private static ReplayRules removing() {
    return new ReplayRules(TimeWindow.ALL, false, true);
  }

  private static String line(String data) {
    return Events.line(data, ARRIVAL.toEpochMilli());
  }

  private static String[] lines(int first, int last) {
    List<String> lines = new ArrayList<>();
    for (int number = first; number <= last; number++) {
      lines.add(line(Events.splunk(number)));
    }
    return lines.toArray(String[]::new);
  }

  private void put(String key, String... lines) {
    store.put(key, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
