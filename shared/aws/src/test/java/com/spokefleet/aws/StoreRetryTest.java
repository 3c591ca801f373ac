package com.spokefleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StoreRetryTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261120L);

  private final List<Duration> waits = new ArrayList<>();
  private int calls;

  @Test
  void shouldWaitARandomTimeUpToADoublingLimit() {
    StoreRetry retry = retry(6);

    assertThatThrownBy(() -> retry.call(() -> fail(FailureKind.RETRYABLE)))
        .isInstanceOf(StoreException.class);

    assertThat(calls).isEqualTo(6);
    List<Long> limits = List.of(100L, 200L, 400L, 500L, 500L);
    assertThat(waits).as("seed %d", SEED).hasSize(limits.size());
    for (int wait = 0; wait < limits.size(); wait++) {
      assertThat(waits.get(wait).toMillis()).as("seed %d", SEED).isBetween(0L, limits.get(wait));
    }
  }

  @Test
  void shouldReturnTheFirstSuccess() {
    String result = retry(3).call(() -> calls == 2 ? "done" : fail(FailureKind.THROTTLED));

    assertThat(result).isEqualTo("done");
    assertThat(waits).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RETRYABLE", "THROTTLED"})
  void shouldNotRepeat_whatMayHaveHappenedOrWillHappenAgain(FailureKind kind) {
    assertThatThrownBy(() -> retry(3).call(() -> fail(kind))).isInstanceOf(StoreException.class);

    assertThat(calls).isEqualTo(1);
    assertThat(waits).isEmpty();
  }

  @Test
  void shouldGiveUpAndStayInterrupted_whenInterrupted() {
    StoreRetry retry =
        new StoreRetry(
            3,
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            new Random(SEED),
            pause -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> retry.call(() -> fail(FailureKind.RETRYABLE)))
        .isInstanceOf(StoreException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls).isEqualTo(1);
  }

  private StoreRetry retry(int attempts) {
    return new StoreRetry(
        attempts, Duration.ofMillis(100), Duration.ofMillis(500), new Random(SEED), waits::add);
  }

  private String fail(FailureKind kind) {
    calls++;
    throw new StoreException(kind, "Cannot, says the test", null);
  }
}
