package com.spokefleet.normalize;

import static com.spokefleet.normalize.ConversationBuilder.at;
import static com.spokefleet.normalize.ConversationBuilder.conversation;
import static com.spokefleet.normalize.LegBuilder.agent;
import static com.spokefleet.normalize.LegBuilder.customer;
import static com.spokefleet.normalize.LegBuilder.participant;
import static com.spokefleet.normalize.LegBuilder.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.spokefleet.normalize.figure.Figure;
import com.spokefleet.normalize.figure.Figures;
import com.spokefleet.normalize.row.InteractionRow;
import com.spokefleet.normalize.row.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnusualConversationsTest {
  private final ConversationNormalizer normalizer = new ConversationNormalizer(Spokes.dublin());

  @Test
  void anAgentWhoNeverAnsweredKeepsItsHandleTimeAndCountsNoAnswer() {
    InteractionRow row =
        onlyInteraction(
            conversation()
                .with(
                    agent("ann")
                        .metric("tAlert", 8_000)
                        .metric("tNotResponding", 8_000)
                        .metric("nError", 1)
                        .metric("tAcw", 200)
                        .metric("tHandle", 200)));
    assertThat(row.outcome()).isEqualTo(Outcome.NOT_RESPONDING);
    assertThat(row.figures().get(Figure.ANSWERED)).isZero();
    assertThat(row.figures().get(Figure.TALK_MS)).isZero();
    assertThat(row.figures().get(Figure.ACW_MS)).isEqualTo(200);
    assertThat(row.figures().get(Figure.HANDLE_MS)).isEqualTo(200);
    assertThat(row.figures().get(Figure.ERRORS)).isEqualTo(1);
  }

  @Test
  void anAbandonedCallHasNoAgentFigures() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation()
                .with(
                    customer().metric("nConnected", 1),
                    queue("sales")
                        .metric("nOffered", 1, "14:00:05")
                        .metric("tAcd", 36_000, "14:00:41")
                        .metric("tAbandon", 36_000, "14:00:41")
                        .segment("interact", "14:00:05", "14:00:41", "peer"))
                .build());
    InteractionRow row = rows.interactions().getFirst();
    assertThat(row.outcome()).isEqualTo(Outcome.ABANDONED);
    assertThat(row.moments().abandonedAt()).isEqualTo(at("14:00:41"));
    assertThat(row.figures().get(Figure.ABANDON_WAIT_MS)).isEqualTo(36_000);
    assertThat(rows.conversation().figures()).isEqualTo(row.figures());
  }

  @Test
  void aFlowOutIsNeitherAnsweredNorAbandonedThoughItEndsByTransfer() {
    InteractionRow row =
        onlyInteraction(
            conversation()
                .with(
                    queue("sales")
                        .metric("nOffered", 1)
                        .metric("tFlowOut", 90_000)
                        .segment("interact", "14:00:00", "14:01:30", "transfer")));
    assertThat(row.outcome()).isEqualTo(Outcome.FLOW_OUT);
    assertThat(row.figures().get(Figure.FLOW_OUT)).isEqualTo(1);
  }

  @Test
  void aDirectCallWithoutAQueueStillHasItsTalk() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation()
                .with(
                    customer().metric("tConnected", 30_000),
                    participant("user", "ann").metric("tTalkComplete", 30_000))
                .build());
    assertThat(rows.interactions())
        .extracting(InteractionRow::purpose, InteractionRow::queueId, InteractionRow::outcome)
        .containsExactly(tuple("user", null, Outcome.OTHER));
    assertThat(rows.conversation().figures().get(Figure.OFFERED)).isZero();
    assertThat(rows.conversation().firstQueueId()).isNull();
  }

  @Test
  void workUnderAPurposeNobodyKnowsYetIsNotLost() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation()
                .with(
                    participant("hologram", "one").metric("tHandle", 1_000),
                    participant(null, "two").metric("tAnswered", 2_000))
                .build());
    assertThat(rows.interactions()).hasSize(2);
    assertThat(rows.conversation().figures().get(Figure.HANDLE_MS)).isEqualTo(1_000);
    assertThat(rows.conversation().figures().get(Figure.ANSWER_WAIT_MS)).isEqualTo(2_000);
  }

  @Test
  void legsThatOnlyConnectAreNoInteractions() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation()
                .with(
                    customer().metric("nConnected", 1).metric("tConnected", 5_000),
                    participant(null, "nobody").metric("nConnected", 1),
                    participant("voicemail", "box").metric("tVoicemail", 5_000))
                .build());
    assertThat(rows.interactions()).isEmpty();
    assertThat(rows.conversation().figures()).isEqualTo(Figures.NONE);
  }

  @Test
  void aConversationWithNobodyInItIsARowOfZeros() {
    NormalizedConversation rows = normalizer.normalize(conversation().divisions().build());
    assertThat(rows.conversation().figures()).isEqualTo(Figures.NONE);
    assertThat(rows.conversation().divisionId()).isNull();
    assertThat(rows.conversation().firstMediaType()).isNull();
    assertThat(rows.segments()).isEmpty();
  }

  @Test
  void aSessionWithoutSegmentsHasNoTimesAndComesLast() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation()
                .with(
                    agent("late").inQueue("nowhere").metric("tHandle", 1),
                    agent("ann").inQueue("sales").segment("alert", "14:00:00", "14:00:04"))
                .build());
    assertThat(rows.interactions().getFirst().start()).isNull();
    assertThat(rows.interactions().getFirst().queueId()).isNull();
    assertThat(rows.conversation().firstUserId()).isEqualTo("ann");
    assertThat(rows.conversation().lastUserId()).isEqualTo("late");
  }

  @Test
  void aLegWithAnOpenSegmentHasNoEnd() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation()
                .with(
                    agent("ann")
                        .segment("interact", "14:00:00", "14:01:00")
                        .openSegment("wrapup", "14:01:00"))
                .build());
    assertThat(rows.interactions().getFirst().end()).isNull();
    assertThat(rows.segments().getLast().end()).isNull();
    assertThat(rows.segments().getLast().durationMs()).isNull();
  }

  @Test
  void aMetricWithoutADateStillCounts() {
    InteractionRow row =
        onlyInteraction(conversation().with(agent("ann").metric("tAnswered", 7_000)));
    assertThat(row.figures().get(Figure.ANSWERED)).isEqualTo(1);
    assertThat(row.moments().answeredAt()).isNull();
  }

  @Test
  void severalSessionsOfOneAgentStaySeparateRows() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation()
                .with(
                    agent("ann").session("first").metric("tTalkComplete", 1_000),
                    agent("ann").session("second").metric("tTalkComplete", 2_000))
                .build());
    assertThat(rows.interactions())
        .extracting(InteractionRow::sessionId)
        .containsExactly("first", "second");
    assertThat(rows.conversation().participants()).isEqualTo(1);
    assertThat(rows.conversation().figures().get(Figure.TALK_MS)).isEqualTo(3_000);
  }

  @Test
  void aConsultThatBecomesATransferIsCountedOnTheAgentWhoAsked() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation()
                .with(
                    agent("ann")
                        .metric("tAnswered", 5_000)
                        .metric("nConsult", 1)
                        .metric("nTransferred", 1)
                        .metric("nConsultTransferred", 1),
                    agent("bob").metric("tTalkComplete", 9_000))
                .build());
    assertThat(rows.interactions())
        .extracting(row -> row.figures().get(Figure.CONSULT_TRANSFERRED))
        .containsExactly(1L, 0L);
    assertThat(rows.conversation().figures().get(Figure.CONSULTED)).isEqualTo(1);
    assertThat(rows.conversation().figures().get(Figure.BLIND_TRANSFERRED)).isZero();
  }

  @Test
  void aCallbackKeepsItsMediaTypeAndAppointment() {
    InteractionRow row =
        onlyInteraction(
            conversation()
                .with(
                    agent("ann")
                        .media("callback")
                        .scheduledFor("16:00:00")
                        .metric("tAnswered", 7_200_000)));
    assertThat(row.mediaType()).isEqualTo("callback");
    assertThat(row.callbackScheduledAt()).isEqualTo(at("16:00:00"));
    assertThat(row.figures().get(Figure.ANSWER_WAIT_MS)).isEqualTo(7_200_000);
  }

  @Test
  void firstAndLastFollowTheClockNotTheRecord() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation()
                .with(
                    agent("bob").inQueue("billing").wrapup("late", "14:20:00", "14:21:00"),
                    agent("ann").inQueue("sales").wrapup("early", "14:10:00", "14:11:00"))
                .build());
    assertThat(rows.conversation().firstQueueId()).isEqualTo("sales");
    assertThat(rows.conversation().lastUserId()).isEqualTo("bob");
    assertThat(rows.conversation().wrapupCode()).isEqualTo("late");
    assertThat(rows.interactions())
        .extracting(InteractionRow::userId)
        .as("rows keep the record's order")
        .containsExactly("bob", "ann");
  }

  @Test
  void aSegmentThatEndsBeforeItStartsLastsNothing() {
    NormalizedConversation rows =
        normalizer.normalize(
            conversation().with(agent("ann").segment("alert", "14:00:01", "14:00:00")).build());
    assertThat(rows.segments().getFirst().durationMs()).isZero();
    assertThat(rows.segments().getFirst().end()).isEqualTo(at("14:00:00"));
  }

  private InteractionRow onlyInteraction(ConversationBuilder conversation) {
    List<InteractionRow> rows = normalizer.normalize(conversation.build()).interactions();
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }
}
