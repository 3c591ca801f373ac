package com.spokefleet.replay.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.replay.Events;
import com.spokefleet.replay.MemoryStore;
import com.spokefleet.replay.ScriptedTarget;
import com.spokefleet.replay.delivery.Outcome;
import com.spokefleet.replay.delivery.Receipt;
import com.spokefleet.replay.record.Outgoing;
import com.spokefleet.replay.record.TimeWindow;
import com.spokefleet.replay.tally.ReplayTally;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing lost and at most a chunk doubled, wherever a replay dies; and why each guard is there.
 */
final class BackupReplayCrashTest {
  private static final int CHUNK = 2;
  private static final int RECORDS = 9;
  private static final BackupArea AREA =
      new BackupArea("splunk-failed/", BackupArea.Kind.DELIVERY_FAILED);

  @TempDir private Path scratch;
  private MemoryStore store = new MemoryStore();
  private ScriptedTarget target = new ScriptedTarget(CHUNK);

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void afterACrashBehindAnySideEffectTheNextRunEndsTheSame() {
    int effects = 0;
    for (boolean crashed = true; crashed; effects++) {
      prepare();
      crashed = crashesAfter(effects + 1);
      ReplayTally tally = run();

      assertThat(target.ids()).as("crash after effect %d", effects + 1).containsAll(ids());
      assertThat(target.ids().size() - RECORDS).isLessThanOrEqualTo(CHUNK);
      assertThat(tally.left()).isZero();
      assertThat(store.list(AREA.prefix())).isEmpty();
      assertThat(store.text("replay-poison/splunk-failed/a")).isEqualTo("poison\n");
    }
    // Five chunks with as many notes, poison, two completions, two removals.
    assertThat(effects).isGreaterThan(14);
  }

  /** The control: without its journal a replay that died sends everything once more. */
  @Test
  void withoutTheJournalMoreThanAChunkIsDoubled() {
    prepare();
    crashesAfter(5);
    store.list(Journal.ROOT).forEach(store::remove);
    run();

    assertThat(target.ids().size() - RECORDS).isGreaterThan(CHUNK);
  }

  /** The control: who takes silence for success removes what never arrived. */
  @Test
  void takingUnknownForSentLosesEvents() {
    prepare();
    target.answers(chunk -> ScriptedTarget.answer(chunk, Outcome.Kind.SENT));
    run();
    target.answers(target::take);
    run();

    assertThat(target.ids()).isEmpty();
    assertThat(store.list(AREA.prefix())).isEmpty();
  }

  @Test
  void underRandomFaultsEveryEventArrivesAndOnlyDoubtDoubles() {
    long seed = new Random().nextLong();
    System.out.println("BackupReplayCrashTest seed " + seed);
    Random random = new Random(seed);
    Set<String> seen = new HashSet<>();
    for (int round = 0; round < 150; round++) {
      prepare();
      long allowed = 0;
      for (int attempt = 0; attempt < 4; attempt++) {
        Faults faults = new Faults(random, target, seen);
        target.answers(faults::answer);
        int effect = 1 + random.nextInt(12);
        if (random.nextBoolean()) {
          if (crashesAfter(effect, faults::answer)) {
            seen.add("crash");
          }
          allowed += CHUNK;
        } else {
          run();
        }
        allowed += faults.doubtful;
      }
      target.answers(target::take);
      ReplayTally tally = run();
      assertThat(target.ids()).as("seed %d round %d", seed, round).containsAll(ids());
      assertThat(target.ids().size() - RECORDS)
          .as("seed %d", seed)
          .isLessThanOrEqualTo((int) allowed);
      assertThat(tally.left()).isZero();
      assertThat(store.list(AREA.prefix())).isEmpty();
      assertThat(store.text("replay-poison/splunk-failed/a")).isEqualTo("poison\n");
    }
    assertThat(seen).contains("sent", "lost answer", "never arrived", "refused", "busy", "crash");
  }

  /** A target whose answers are a matter of luck. */
  private static final class Faults {
    private final Random random;
    private final ScriptedTarget target;
    private final Set<String> seen;
    private long doubtful;

    Faults(Random random, ScriptedTarget target, Set<String> seen) {
      this.random = random;
      this.target = target;
      this.seen = seen;
    }

    Receipt answer(List<Outgoing> chunk) {
      return switch (random.nextInt(6)) {
        case 0 -> {
          seen.add("lost answer");
          doubtful += chunk.size();
          target.take(chunk);
          yield ScriptedTarget.answer(chunk, Outcome.Kind.UNKNOWN);
        }
        case 1 -> {
          seen.add("never arrived");
          yield ScriptedTarget.answer(chunk, Outcome.Kind.UNKNOWN);
        }
        case 2 -> {
          seen.add("refused");
          yield ScriptedTarget.answer(chunk, Outcome.Kind.REFUSED);
        }
        case 3 -> {
          seen.add("busy");
          yield ScriptedTarget.answer(chunk, Outcome.Kind.NOT_SENT);
        }
        default -> {
          seen.add("sent");
          yield target.take(chunk);
        }
      };
    }
  }

  private void prepare() {
    store = new MemoryStore();
    target = new ScriptedTarget(CHUNK);
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < RECORDS; number++) {
      lines.add(Events.line(Events.splunk(number), 1_795_000_000_000L));
    }
    put("a", String.join("\n", lines.subList(0, 5)) + "\npoison\n");
    put("b", String.join("\n", lines.subList(5, RECORDS)));
  }

  private void put(String name, String content) {
    store.put(AREA.prefix() + name, content.getBytes(StandardCharsets.UTF_8));
  }

  private boolean crashesAfter(int effects) {
    return crashesAfter(effects, target::take);
  }

  /** Whether there were so many. */
  private boolean crashesAfter(
      int effects, java.util.function.Function<List<Outgoing>, Receipt> answers) {
    int[] left = {effects};
    Runnable step =
        () -> {
          if (--left[0] == 0) {
            throw new Crash();
          }
        };
    store.onChange(step);
    target.answers(
        chunk -> {
          Receipt receipt = answers.apply(chunk);
          step.run();
          return receipt;
        });
    try {
      run();
      return false;
    } catch (Crash crashed) {
      return true;
    } finally {
      store.onChange(() -> {});
      target.answers(target::take);
    }
  }

  private ReplayTally run() {
    ReplayTally tally = new ReplayTally();
    new BackupReplay(
            new BackupBucket(store, store, scratch),
            new ReplayRules(TimeWindow.ALL, false, true),
            "run")
        .replay(AREA, target, tally);
    return tally;
  }

  private static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < RECORDS; number++) {
      ids.add(Events.id(number));
    }
    return ids;
  }
}
