package com.spokefleet.normalize;

import static com.spokefleet.normalize.ConversationBuilder.conversation;
import static com.spokefleet.normalize.LegBuilder.agent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.telemetry.FailureKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidConversationsTest {
  private final ConversationNormalizer normalizer = new ConversationNormalizer(Spokes.dublin());

  @Test
  void refusesAConversationThatHasNotEnded() {
    assertRefused(conversation().stillOpen(), "it has not ended");
  }

  @Test
  void refusesAConversationThatEndsBeforeItStarts() {
    assertRefused(
        conversation().from("14:00:00").to("13:59:59"),
        "it ends at 2026-11-10T13:59:59Z, before it starts at 2026-11-10T14:00:00Z");
  }

  @Test
  void refusesAConversationWithoutAnId() {
    assertThatThrownBy(() -> normalizer.normalize(conversation().id(" ").build()))
        .hasMessageContaining("it has no id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tTalk", "tHeld", "tTalkComplete", "nOffered", "tIvr"})
  void refusesANegativeMetricThatASumWouldHide(String metric) {
    assertRefused(
        conversation().with(agent("ann").metric(metric, -1)),
        "its metric " + metric + " has the impossible value -1");
  }

  @Test
  void refusesAMetricLongerThanTenYears() {
    long tooLong = Duration.ofDays(3650).toMillis() + 1;
    assertRefused(
        conversation().with(agent("ann").metric("tHandle", tooLong)),
        "its metric tHandle has the impossible value " + tooLong);
    assertThatCode(
            () ->
                normalizer.normalize(
                    conversation().with(agent("ann").metric("tHandle", tooLong - 1)).build()))
        .doesNotThrowAnyException();
  }

  @Test
  void ignoresAMetricThatNoFigureIsReadFrom() {
    assertThatCode(
            () ->
                normalizer.normalize(
                    conversation().with(agent("ann").metric("tSomethingNew", -1)).build()))
        .doesNotThrowAnyException();
  }

  @Test
  void isNeverBuiltForAMetricsOnlyOrg() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConversationNormalizer(Spokes.metricsOnly()))
        .withMessage("Cannot normalize conversations of emea: the org is metrics-only");
  }

  private void assertRefused(ConversationBuilder conversation, String reason) {
    assertThatThrownBy(() -> normalizer.normalize(conversation.build()))
        .isInstanceOfSatisfying(
            InvalidConversationException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA))
        .hasMessage(
            "Cannot normalize conversation conversation-1 of org " + Spokes.ORG_ID + ": " + reason);
  }
}
