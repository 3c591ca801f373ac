package com.spokefleet.replay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.replay.record.EventIdentity;
import com.spokefleet.replay.record.Outgoing;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What Firehose says to single records and to whole calls. */
final class StreamTargetTest {
  private final List<Duration> waits = new ArrayList<>();
  private final Retry retry = Retry.brief(new Random(7), waits::add);
  private final List<List<String>> calls = new ArrayList<>();

  @Test
  void onlyRefusedRecordsArePutAgainWithBackOff() {
    Receipt receipt =
        send(
            data -> !data.equals("b") || calls.size() > 2 ? "" : "ServiceUnavailableException",
            "a",
            "b",
            "c");

    assertThat(receipt.outcomes()).containsOnly(Outcome.SENT);
    assertThat(calls).containsExactly(List.of("a", "b", "c"), List.of("b"), List.of("b"));
    assertThat(waits).hasSize(2);
  }

  @Test
  void recordsRefusedToTheEndStopTheRun() {
    Receipt receipt = send(data -> data.equals("b") ? "InternalFailure: no" : "", "a", "b");

    assertThat(receipt.outcomes())
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.SENT, Outcome.Kind.NOT_SENT);
    assertThat(receipt.stop()).contains("Cannot put records on stream s: InternalFailure: no");
  }

  @Test
  void aRecordLargerThanFirehoseTakesIsRefusedUnsent() {
    Receipt receipt = send(data -> "", "a", "x".repeat(1_024_001));

    assertThat(receipt.outcomes())
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.SENT, Outcome.Kind.REFUSED);
    assertThat(calls).containsExactly(List.of("a"));
    assertThat(receipt.stop()).isEmpty();
  }

  @Test
  void aLostAnswerIsUnknownAndADeniedCallStops() {
    assertThat(failing(FailureKind.UNKNOWN_OUTCOME).outcomes())
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.UNKNOWN);
    assertThat(calls).hasSize(1);
    Receipt denied = failing(FailureKind.PERMANENT);
    assertThat(denied.outcomes()).extracting(Outcome::kind).containsOnly(Outcome.Kind.NOT_SENT);
    assertThat(denied.stop()).contains("Cannot call");
    assertThat(waits).isEmpty();
    failing(FailureKind.THROTTLED);
    assertThat(waits).hasSize(3);
  }

  /** How Firehose judges one record. */
  private interface Judge {
    String error(String data);
  }

  private Receipt send(Judge judge, String... texts) {
    return new StreamTarget(
            "s",
            records -> {
              List<String> call =
                  records.stream().map(data -> new String(data, StandardCharsets.UTF_8)).toList();
              calls.add(call);
              return call.stream()
                  .map(judge::error)
                  .map(error -> error.isEmpty() ? Optional.<String>empty() : Optional.of(error))
                  .toList();
            },
            retry)
        .send(records(texts));
  }

  private Receipt failing(FailureKind kind) {
    return new StreamTarget(
            "s",
            records -> {
              calls.add(List.of());
              throw new CallFailed(kind);
            },
            retry)
        .send(records("a"));
  }

  private static final class CallFailed extends SpokefleetException {
    private static final long serialVersionUID = 1;

    CallFailed(FailureKind kind) {
      super(kind, "Cannot call", null);
    }
  }

  private static List<Outgoing> records(String... texts) {
    List<Outgoing> records = new ArrayList<>();
    for (String text : texts) {
      byte[] data = text.getBytes(StandardCharsets.UTF_8);
      records.add(new Outgoing(EventIdentity.of(data), data));
    }
    return records;
  }
}
