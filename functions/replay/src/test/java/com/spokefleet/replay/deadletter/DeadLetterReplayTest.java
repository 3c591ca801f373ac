package com.spokefleet.replay.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.spokefleet.replay.Events;
import com.spokefleet.replay.ReplayHandler;
import com.spokefleet.replay.ScriptedTarget;
import com.spokefleet.replay.delivery.Outcome;
import com.spokefleet.replay.delivery.Receipt;
import com.spokefleet.replay.record.TimeWindow;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.replay.tally.ReplayTally.Fate;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.RecordedMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dead letters go to the stream they were meant for, and leave the queue only then. */
final class DeadLetterReplayTest {
  private static final String STREAM =
      "arn:aws:firehose:eu-central-1:111122223333:deliverystream/north-splunk";
  private static final String LAMBDA = "arn:aws:lambda:eu-central-1:111122223333:function:x";

  private final FakeQueue queue = new FakeQueue();
  private final ScriptedTarget target = new ScriptedTarget(500);
  private final List<StreamArn> opened = new ArrayList<>();
  private final RecordedMetrics metrics = new RecordedMetrics();

  /** Hands out ten at a time, oldest first, and each again in the next round. */
  private static final class FakeQueue implements DeadLetters {
    private final Map<String, DeadLetter> messages = new LinkedHashMap<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> undeletable = new ArrayList<>();
    private List<DeadLetter> round = List.of();

    void add(String id, String body, String targetArn) {
      messages.put(id, new DeadLetter(id, "receipt-" + id, body, targetArn, "NO_PERMISSIONS"));
      round = new ArrayList<>(messages.values());
    }

    @Override
    public List<DeadLetter> receive() {
      List<DeadLetter> batch = round.stream().limit(10).toList();
      round = round.subList(batch.size(), round.size());
      return batch;
    }

    @Override
    public Set<String> delete(List<String> receipts) {
      Set<String> failed = new java.util.HashSet<>();
      for (String receipt : receipts) {
        if (undeletable.remove(receipt)) {
          failed.add(receipt);
          round = new ArrayList<>(round);
          round.add(messages.get(receipt.substring("receipt-".length())));
        } else {
          deleted.add(receipt);
          messages.remove(receipt.substring("receipt-".length()));
        }
      }
      return failed;
    }
  }

  @Test
  void lettersGoToTheStreamOfTheirTargetArnAndAreDeletedAfterwards() {
    for (int number = 0; number < 25; number++) {
      queue.add("m" + number, Events.raw(number), STREAM);
    }

    ReplayTally tally = replay(TimeWindow.ALL, false);
    assertThat(target.ids()).hasSize(25).doesNotHaveDuplicates();
    assertThat(target.texts().getFirst()).isEqualTo(Events.raw(0));
    assertThat(opened).containsExactly(new StreamArn("eu-central-1", "north-splunk"));
    assertThat(queue.messages).isEmpty();
    assertThat(tally.count(Events.ORG, Fate.SENT)).isEqualTo(25);
  }

  @Test
  void poisonStaysInTheQueueAndIsCounted() {
    queue.add("bad", "no JSON", STREAM);
    queue.add("function", Events.raw(1), LAMBDA);
    queue.add("nothing", Events.raw(2), "");
    queue.add("good", Events.raw(3), STREAM);

    ReplayTally tally = replay(TimeWindow.ALL, false);
    assertThat(queue.messages).containsOnlyKeys("bad", "function", "nothing");
    assertThat(tally.count(Fate.POISON)).isEqualTo(3);
    assertThat(tally.reasons())
        .containsKey("Cannot replay a dead letter for '" + LAMBDA + "': it is no Firehose stream");
  }

  @Test
  void whatWasNotTakenOrIsInDoubtStays() {
    queue.add("a", Events.raw(1), STREAM);
    queue.add("b", Events.raw(2), STREAM);
    target.answers(
        chunk ->
            new Receipt(
                List.of(new Outcome(Outcome.Kind.UNKNOWN, "Cannot tell"), Outcome.SENT),
                Optional.of("Cannot go on")));

    ReplayTally tally = replay(TimeWindow.ALL, false);
    assertThat(queue.messages).containsOnlyKeys("a");
    assertThat(tally.count(Fate.UNKNOWN)).isEqualTo(1);
    assertThat(tally.stopped()).contains("Cannot go on");
  }

  @Test
  void aLetterWhoseDeletionFailedIsDeletedWhenItComesBackAndNotSentAgain() {
    queue.add("a", Events.raw(1), STREAM);
    queue.add("b", Events.raw(2), STREAM);
    queue.undeletable.add("receipt-a");

    replay(TimeWindow.ALL, false);
    assertThat(target.ids()).hasSize(2);
    assertThat(queue.messages).isEmpty();
  }

  @Test
  void dryRunAndWindowLeaveTheQueueAlone() {
    queue.add("a", Events.raw(1), STREAM);
    assertThat(replay(TimeWindow.ALL, true).count(Fate.NOT_SENT)).isEqualTo(1);

    queue.add("a", Events.raw(1), STREAM);
    TimeWindow later =
        new TimeWindow(Optional.of(Instant.parse("2026-11-20T12:00:01Z")), Optional.empty());
    assertThat(replay(later, false).count(Fate.OUTSIDE)).isEqualTo(1);
    assertThat(target.ids()).isEmpty();
    assertThat(queue.messages).hasSize(1);
  }

  /** The control: who deletes before the stream has it, loses it. */
  @Test
  void deletingFirstLosesEvents() {
    queue.add("a", Events.raw(1), STREAM);
    target.answers(chunk -> ScriptedTarget.answer(chunk, Outcome.Kind.NOT_SENT));

    queue.delete(queue.receive().stream().map(DeadLetter::receipt).toList());
    replay(TimeWindow.ALL, false);
    assertThat(target.ids()).isEmpty();
    assertThat(queue.messages).isEmpty();
  }

  @Test
  void theFunctionReportsExactlyWhatIsToStay() {
    SQSEvent event = new SQSEvent();
    event.setRecords(
        List.of(
            message("a", Events.raw(1), STREAM),
            message("bad", "no JSON", STREAM),
            message("b", Events.raw(2), STREAM)));
    target.answers(
        chunk ->
            new Receipt(
                List.of(Outcome.SENT, new Outcome(Outcome.Kind.REFUSED, "Cannot")),
                Optional.empty()));

    SQSBatchResponse response = new ReplayHandler(stream -> target, metrics).replay(event);
    assertThat(response.getBatchItemFailures())
        .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .containsExactly("bad", "b");
    assertThat(metrics.sum(MetricName.DEAD_LETTERS, Dimensions.org(Events.ORG).reason("sent")))
        .isEqualTo(1);
    assertThat(metrics.sum(MetricName.DEAD_LETTERS, Dimensions.org("unknown").reason("poison")))
        .isEqualTo(1);
  }

  private static SQSEvent.SQSMessage message(String id, String body, String targetArn) {
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    SQSEvent.MessageAttribute attribute = new SQSEvent.MessageAttribute();
    attribute.setStringValue(targetArn);
    message.setMessageAttributes(Map.of("TARGET_ARN", attribute));
    return message;
  }

  private ReplayTally replay(TimeWindow window, boolean dryRun) {
    ReplayTally tally = new ReplayTally();
    DeadLetterSender sender =
        new DeadLetterSender(
            stream -> {
              opened.add(stream);
              return target;
            });
    new DeadLetterReplay(queue, sender, window, dryRun).replay(tally);
    return tally;
  }
}
