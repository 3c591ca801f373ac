package com.spokefleet.testing.stream.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.Events;
import com.spokefleet.testing.stream.Post;
import com.spokefleet.testing.stream.bus.EventSink.Offer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventBusTest {
  private static final String TARGET = "arn:aws:firehose:us-east-1:111122223333:deliverystream/s";

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final EventBus bus = new EventBus(Events.SOURCE, clock);
  private final DeadLetterQueue deadLetters = new DeadLetterQueue();
  private final List<String> taken = new ArrayList<>();
  private Offer answer = Offer.ACCEPTED;

  @Test
  void anEventGoesToTheTargetsOfTheRulesThatMatchIt() {
    bus.rule("audits", Events.PATTERN, target());
    bus.rule("everything", "{\"source\":[{\"prefix\":\"aws.partner/genesys.com/\"}]}");

    bus.put(Events.audit("a", 1));
    bus.work();

    assertThat(taken).containsExactly(Events.audit("a", 1));
    assertThat(bus.matched(TARGET)).containsExactly(Events.id("a", 1));
    assertThat(bus.pending(TARGET)).isEmpty();
  }

  @Test
  void whatNoRuleMatchesIsCountedByItsKind() {
    bus.rule("audits", Events.PATTERN, target());

    bus.put(Events.event("v2.users.{id}.presence", "p-1"));
    bus.put(Events.event("v2.users.{id}.presence", "p-2"));
    bus.work();

    assertThat(taken).isEmpty();
    assertThat(bus.unmatched()).isEqualTo(Map.of("v2.users.{id}.presence", 2L));
    assertThat(bus.received()).containsExactlyInAnyOrder("p-1", "p-2");
  }

  @Test
  void aTargetThatIsUnavailableGetsTheEventLater() {
    bus.rule("audits", Events.PATTERN, target());
    answer = new Offer.Unavailable("THROTTLING", "Slow down.");
    bus.put(Events.audit("a", 1));
    pass(Duration.ofHours(3));
    assertThat(bus.pending(TARGET)).hasSize(1);

    answer = Offer.ACCEPTED;
    pass(Duration.ofMinutes(10));

    assertThat(taken).hasSize(1);
    assertThat(deadLetters.messages()).isEmpty();
  }

  @Test
  void afterItsAgeOrAllRetriesAnEventIsADeadLetter() {
    bus.rule("aged", Events.PATTERN, target().retrying(new RetryPolicy(185, Duration.ofHours(2))));
    bus.rule("twice", Events.PATTERN, target().retrying(new RetryPolicy(1, Duration.ofHours(1))));
    answer = new Offer.Unavailable("THROTTLING", "Slow down.");
    bus.put(Events.audit("a", 1));
    pass(Duration.ofHours(25));

    assertThat(deadLetters.messages()).hasSize(2);
    DeadLetter first = deadLetters.messages().getFirst();
    assertThat(first.body()).isEqualTo(Events.audit("a", 1));
    assertThat(first.attributes())
        .containsEntry("RULE_ARN", ruleArn("twice"))
        .containsEntry("TARGET_ARN", TARGET)
        .containsEntry("ERROR_CODE", "THROTTLING")
        .containsEntry("ERROR_MESSAGE", "Slow down.")
        .containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts")
        .containsEntry("RETRY_ATTEMPTS", "1");
    assertThat(deadLetters.messages().getLast().attributes())
        .containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumEventAgeInSeconds");
    assertThat(bus.pending(TARGET)).isEmpty();
  }

  @Test
  void aRefusedEventIsADeadLetterAtOnce() {
    bus.rule("audits", Events.PATTERN, target());
    answer = new Offer.Refused("NO_PERMISSIONS", "Not authorized");
    bus.put(Events.audit("a", 1));
    bus.work();

    assertThat(deadLetters.messages().getFirst().attributes())
        .containsEntry("RETRY_ATTEMPTS", "0")
        .doesNotContainKey("EXHAUSTED_RETRY_CONDITION");
    deadLetters.delete(deadLetters.messages().getFirst());
    assertThat(deadLetters.messages()).isEmpty();
  }

  @Test
  void withoutAQueueTheEventIsGone() {
    bus.rule("audits", Events.PATTERN, target().withoutDeadLetters());
    answer = new Offer.Unavailable("THROTTLING", "Slow down.");
    bus.put(Events.audit("a", 1));
    pass(Duration.ofHours(25));

    assertThat(bus.exhausted(TARGET)).containsExactly(Events.id("a", 1));
    assertThat(taken).isEmpty();
  }

  @Test
  void aReplayBringsTheSameEventsUnderItsNameAndArchivesNothing() throws Exception {
    bus.rule("audits", Events.PATTERN, target());
    bus.put(Events.audit("a", 1));
    clock.advance(Duration.ofMinutes(5));
    bus.put(Events.audit("a", 2));
    bus.work();

    bus.replay("again", clock.instant(), clock.instant().plusSeconds(1));
    bus.work();

    assertThat(taken).hasSize(3);
    assertThat(Post.JSON.readTree(taken.getLast()).path("replay-name").asText()).isEqualTo("again");
    assertThat(Post.JSON.readTree(taken.getLast()).path("id").asText())
        .isEqualTo(Events.id("a", 2));
    assertThat(bus.archive()).hasSize(2);
    assertThat(bus.received()).hasSize(2);
  }

  @Test
  void whatEventBridgeWouldNotTakeIsRefused() {
    assertThatThrownBy(() -> bus.rule("bad", "{\"source\":\"text\"}"))
        .hasMessageContaining("Cannot use the pattern of rule bad");
    assertThatThrownBy(() -> bus.put(Events.event("x".repeat(1024 * 1024), "big")))
        .hasMessageContaining("1 MiB");
    assertThatThrownBy(() -> new RetryPolicy(186, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofHours(25)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private BusTarget target() {
    return BusTarget.of(
        TARGET,
        event -> {
          if (answer instanceof Offer.Accepted) {
            taken.add(new String(event, StandardCharsets.UTF_8));
          }
          return answer;
        },
        deadLetters);
  }

  private void pass(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minusSeconds(30)) {
      clock.advance(Duration.ofSeconds(30));
      bus.work();
    }
  }

  private static String ruleArn(String rule) {
    return "arn:aws:events:us-east-1:111122223333:rule/" + Events.SOURCE + "/" + rule;
  }
}
