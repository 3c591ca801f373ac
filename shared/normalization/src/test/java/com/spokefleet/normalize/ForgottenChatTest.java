package com.spokefleet.normalize;

import static com.spokefleet.normalize.ConversationBuilder.at;
import static com.spokefleet.normalize.ConversationBuilder.conversation;
import static com.spokefleet.normalize.LegBuilder.agent;
import static com.spokefleet.normalize.LegBuilder.customer;
import static com.spokefleet.normalize.LegBuilder.queue;
import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.normalize.figure.Figure;
import com.spokefleet.normalize.row.ConversationRow;
import com.spokefleet.normalize.row.InteractionRow;
import com.spokefleet.normalize.row.Outcome;
import com.spokefleet.normalize.row.SegmentRow;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * A chat over midnight worked out by hand: answered after 9 s, two minutes of talk, then held for
 * five until it times out with an error; nobody wraps it up.
 */
class ForgottenChatTest {
  private final NormalizedConversation rows =
      new ConversationNormalizer(Spokes.dublin())
          .normalize(
              conversation()
                  .from("2026-11-10T23:56:51Z")
                  .to("2026-11-11T00:04:00Z")
                  .with(
                      customer()
                          .media("chat")
                          .metric("nConnected", 1, "2026-11-10T23:56:51Z")
                          .segment(
                              "interact",
                              "2026-11-10T23:56:51Z",
                              "2026-11-11T00:04:00Z",
                              "timeout"),
                      queue("help")
                          .media("chat")
                          .metric("nOffered", 1, "2026-11-10T23:56:51Z")
                          .metric("tAcd", 9_000, "2026-11-10T23:57:00Z")
                          .segment(
                              "interact",
                              "2026-11-10T23:56:51Z",
                              "2026-11-10T23:57:00Z",
                              "transfer"),
                      agent("ann")
                          .media("chat")
                          .inQueue("help")
                          .metric("tAlert", 8_900, "2026-11-10T23:57:00Z")
                          .metric("tAnswered", 9_000, "2026-11-10T23:57:00Z")
                          .metric("tTalk", 120_000, "2026-11-10T23:59:00Z")
                          .metric("tTalkComplete", 120_000, "2026-11-10T23:59:00Z")
                          .metric("nError", 1, "2026-11-11T00:04:00Z")
                          .metric("tHandle", 420_000, "2026-11-11T00:04:00Z")
                          .metric("tHeld", 300_000, "2026-11-11T00:04:00Z")
                          .metric("tHeldComplete", 300_000, "2026-11-11T00:04:00Z")
                          .segment("interact", "2026-11-10T23:57:00Z", "2026-11-10T23:59:00Z")
                          .segment("hold", "2026-11-10T23:59:00Z", "2026-11-11T00:04:00Z", "peer"))
                  .build());

  @Test
  void countsTalkAndHoldOnceAndNoWrapup() {
    ConversationRow row = rows.conversation();
    assertThat(row.durationMs()).isEqualTo(429_000);
    assertThat(row.figures().get(Figure.TALK_MS)).isEqualTo(120_000);
    assertThat(row.figures().get(Figure.HELD_MS)).isEqualTo(300_000);
    assertThat(row.figures().get(Figure.WRAPPED_UP)).isZero();
    assertThat(row.figures().get(Figure.HANDLE_MS)).isEqualTo(420_000);
    assertThat(row.figures().get(Figure.ERRORS)).isEqualTo(1);
    assertThat(row.wrapupCode()).isNull();
  }

  @Test
  void anErrorAfterTheAnswerLeavesItAnswered() {
    assertThat(rows.interactions())
        .extracting(InteractionRow::outcome)
        .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED);
  }

  @Test
  void everyRowStandsUnderTheDayTheConversationStarted() {
    LocalDate startDay = LocalDate.of(2026, 11, 10);
    assertThat(rows.conversation().startDay().day()).isEqualTo(startDay);
    assertThat(rows.interactions()).allMatch(row -> row.startDay().day().equals(startDay));
    assertThat(rows.segments()).allMatch(row -> row.startDay().day().equals(startDay));
    assertThat(rows.segments()).extracting(SegmentRow::end).contains(at("2026-11-11T00:04:00Z"));
    assertThat(rows.interactions().getLast().moments().handledAt())
        .as("figures are emitted when they happen, on whatever day")
        .isEqualTo(at("2026-11-11T00:04:00Z"));
  }
}
