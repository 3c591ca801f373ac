package com.spokefleet.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.replay.archive.ReplayState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asking twice for the same replay is asking for one. */
final class ArchiveReplayTest {
  private static final Instant FROM = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-20T12:00:00Z");

  private final FakeArchive archive = new FakeArchive();
  private final List<Duration> waits = new ArrayList<>();
  private final ArchiveReplay replay = new ArchiveReplay(archive, waits::add);

  private static final class FakeArchive implements Archive {
    private final Map<String, ReplayState> states = new LinkedHashMap<>();
    private final List<Instant> starts = new ArrayList<>();

    @Override
    public String name() {
      return "north";
    }

    @Override
    public Optional<ReplayState> describe(String name) {
      return Optional.ofNullable(states.get(name));
    }

    @Override
    public void start(String name, Instant from, Instant to, List<String> ruleArns) {
      starts.add(from);
      states.put(name, new ReplayState(Phase.RUNNING, "", Optional.empty()));
    }
  }

  @Test
  void aSecondAskingFindsTheFirstReplay() {
    ArchiveReplay.Result first = replay.ensure(FROM, TO, List.of());
    ArchiveReplay.Result second = replay.ensure(FROM, TO, List.of());

    assertThat(first.started()).isTrue();
    assertThat(second.started()).isFalse();
    assertThat(second.name()).isEqualTo(first.name()).matches("[.\\-_A-Za-z0-9]{1,64}");
    assertThat(archive.starts).hasSize(1);
    assertThat(replay.ensure(FROM, TO, List.of("rule")).name()).isNotEqualTo(first.name());
  }

  @Test
  void oneThatEndedEarlyIsFollowedByAnotherFromWhereItStopped() {
    String first = replay.ensure(FROM, TO, List.of()).name();
    archive.states.put(
        first,
        new ReplayState(Phase.ENDED_EARLY, "cancelled", Optional.of(FROM.plusSeconds(3_600))));

    ArchiveReplay.Result second = replay.ensure(FROM, TO, List.of());
    assertThat(second.started()).isTrue();
    assertThat(archive.starts).containsExactly(FROM, FROM.plusSeconds(3_540));
  }

  @Test
  void lookingStartsNothingAndWaitingEnds() throws InterruptedException {
    assertThat(replay.look(FROM, TO, List.of()).started()).isFalse();
    assertThat(archive.starts).isEmpty();

    ArchiveReplay.Result started = replay.ensure(FROM, TO, List.of());
    assertThat(replay.await(started, Duration.ofSeconds(25)).state().phase())
        .isEqualTo(Phase.RUNNING);
    assertThat(waits).hasSize(3);
    archive.states.put(started.name(), new ReplayState(Phase.COMPLETED, "", Optional.of(TO)));
    assertThat(replay.await(started, Duration.ofSeconds(25)).state().phase())
        .isEqualTo(Phase.COMPLETED);
  }
}
