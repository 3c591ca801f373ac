package com.spokefleet.normalize;

import static com.spokefleet.normalize.ConversationBuilder.at;
import static com.spokefleet.normalize.ConversationBuilder.conversation;
import static com.spokefleet.normalize.LegBuilder.agent;
import static com.spokefleet.normalize.LegBuilder.customer;
import static com.spokefleet.normalize.LegBuilder.ivr;
import static com.spokefleet.normalize.LegBuilder.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.spokefleet.normalize.figure.Figure;
import com.spokefleet.normalize.row.ConversationRow;
import com.spokefleet.normalize.row.InteractionRow;
import com.spokefleet.normalize.row.Outcome;
import com.spokefleet.normalize.row.SegmentRow;
import org.junit.jupiter.api.Test;

/**
 * One call worked out by hand: 20 s in the IVR, 10 s waiting for Sales, 60 s of talk with Ann, who
 * passes it on blindly; 40 s waiting for Billing, where Bob lets it ring for 12 s and Cleo answers,
 * talks 30 s, holds 15 s, talks 25 s and writes 20 s of notes.
 */
class TransferredCallTest {
  private final NormalizedConversation rows =
      new ConversationNormalizer(Spokes.dublin())
          .normalize(
              conversation()
                  .from("14:00:00")
                  .to("14:03:40")
                  .with(
                      customer()
                          .metric("nConnected", 1, "14:00:00")
                          .metric("tConnected", 200_000, "14:03:20")
                          .segment("interact", "14:00:00", "14:03:20", "endpoint"),
                      ivr("Main menu")
                          .metric("nFlow", 1)
                          .metric("tIvr", 20_000, "14:00:20")
                          .segment("ivr", "14:00:00", "14:00:20", "transfer"),
                      queue("sales")
                          .metric("nOffered", 1, "14:00:20")
                          .metric("tAcd", 10_000, "14:00:30")
                          .segment("interact", "14:00:20", "14:00:30", "transfer"),
                      agent("ann")
                          .inQueue("sales")
                          .metric("tAlert", 4_000, "14:00:30")
                          .metric("tAnswered", 10_000, "14:00:30")
                          .metric("tTalk", 60_000, "14:01:30")
                          .metric("tTalkComplete", 60_000, "14:01:30")
                          .metric("nTransferred", 1, "14:01:30")
                          .metric("nBlindTransferred", 1, "14:01:30")
                          .metric("tAcw", 5_000, "14:01:35")
                          .metric("tHandle", 65_000, "14:01:35")
                          .segment("alert", "14:00:26", "14:00:30")
                          .segment("interact", "14:00:30", "14:01:30", "transfer")
                          .wrapup("ININ-WRAP-UP-TIMEOUT", "14:01:30", "14:01:35"),
                      queue("billing")
                          .metric("nOffered", 1, "14:01:30")
                          .metric("nOverSla", 1, "14:02:10")
                          .metric("tAcd", 40_000, "14:02:10")
                          .segment("interact", "14:01:30", "14:02:10", "transfer"),
                      agent("bob")
                          .inQueue("billing")
                          .metric("tAlert", 12_000, "14:01:47")
                          .metric("tNotResponding", 12_000, "14:01:47")
                          .segment("alert", "14:01:35", "14:01:47", "system"),
                      agent("cleo")
                          .inQueue("billing")
                          .metric("tAlert", 3_000, "14:02:10")
                          .metric("tAnswered", 40_000, "14:02:10")
                          .metric("tTalk", 30_000, "14:02:40")
                          .metric("tHeld", 15_000, "14:02:55")
                          .metric("tTalk", 25_000, "14:03:20")
                          .metric("tTalkComplete", 55_000, "14:03:20")
                          .metric("tHeldComplete", 15_000, "14:03:20")
                          .metric("tAcw", 20_000, "14:03:40")
                          .metric("tHandle", 90_000, "14:03:40")
                          .segment("alert", "14:02:07", "14:02:10")
                          .segment("interact", "14:02:10", "14:02:40")
                          .segment("hold", "14:02:40", "14:02:55")
                          .segment("interact", "14:02:55", "14:03:20", "peer")
                          .wrapup("paid", "14:03:20", "14:03:40"))
                  .build());

  @Test
  void addsUpTheConversationsFigures() {
    ConversationRow row = rows.conversation();
    assertThat(row.durationMs()).isEqualTo(220_000);
    assertThat(row.ivrMs()).isEqualTo(20_000);
    assertFigure(row, Figure.OFFERED, 2);
    assertFigure(row, Figure.WAIT_MS, 50_000);
    assertFigure(row, Figure.ANSWERED, 2);
    assertFigure(row, Figure.ANSWER_WAIT_MS, 50_000);
    assertFigure(row, Figure.OVER_SLA, 1);
    assertFigure(row, Figure.ABANDONED, 0);
    assertFigure(row, Figure.ALERTED, 3);
    assertFigure(row, Figure.ALERT_MS, 19_000);
    assertFigure(row, Figure.NOT_RESPONDING, 1);
    assertFigure(row, Figure.TALKED, 2);
    assertFigure(row, Figure.TALK_MS, 115_000);
    assertFigure(row, Figure.HELD, 1);
    assertFigure(row, Figure.HELD_MS, 15_000);
    assertFigure(row, Figure.ACW_MS, 25_000);
    assertFigure(row, Figure.HANDLED, 2);
    assertFigure(row, Figure.HANDLE_MS, 155_000);
    assertFigure(row, Figure.TRANSFERRED, 1);
    assertFigure(row, Figure.BLIND_TRANSFERRED, 1);
    assertFigure(row, Figure.CONSULT_TRANSFERRED, 0);
  }

  @Test
  void namesWhereItBeganAndEnded() {
    ConversationRow row = rows.conversation();
    assertThat(row.firstQueueId()).isEqualTo("sales");
    assertThat(row.lastQueueId()).isEqualTo("billing");
    assertThat(row.firstUserId()).isEqualTo("ann");
    assertThat(row.lastUserId()).isEqualTo("cleo");
    assertThat(row.firstFlowName()).isEqualTo("Main menu");
    assertThat(row.firstMediaType()).isEqualTo("voice");
    assertThat(row.divisionId()).isEqualTo("division-1");
    assertThat(row.wrapupCode()).isEqualTo("paid");
  }

  @Test
  void countsItsParts() {
    ConversationRow row = rows.conversation();
    assertThat(row.participants()).isEqualTo(7);
    assertThat(row.sessions()).isEqualTo(7);
    assertThat(row.interactions()).isEqualTo(rows.interactions().size()).isEqualTo(5);
    assertThat(row.segments()).isEqualTo(rows.segments().size()).isEqualTo(13);
  }

  @Test
  void tellsHowEachLegEnded() {
    assertThat(rows.interactions())
        .extracting(InteractionRow::outcome)
        .containsExactly(
            Outcome.ANSWERED,
            Outcome.TRANSFERRED,
            Outcome.ANSWERED,
            Outcome.NOT_RESPONDING,
            Outcome.ANSWERED);
  }

  @Test
  void datesTheFiguresByTheirEmission() {
    InteractionRow ann = rows.interactions().get(1);
    assertThat(ann.moments().answeredAt()).isEqualTo(at("14:00:30"));
    assertThat(ann.moments().transferredAt()).isEqualTo(at("14:01:30"));
    assertThat(ann.moments().handledAt()).isEqualTo(at("14:01:35"));
    assertThat(ann.moments().offeredAt()).isNull();
    assertThat(ann.start()).isEqualTo(at("14:00:26"));
    assertThat(ann.end()).isEqualTo(at("14:01:35"));
  }

  @Test
  void keysCarryTheOrg() {
    InteractionRow ann = rows.interactions().get(1);
    assertThat(ann.userKey()).isEqualTo(Spokes.ORG_ID + ":ann");
    assertThat(ann.queueKey()).isEqualTo(Spokes.ORG_ID + ":sales");
    assertThat(ann.conversationKey()).isEqualTo(Spokes.ORG_ID + ":conversation-1");
  }

  @Test
  void keepsEverySegmentInItsPlace() {
    assertThat(rows.segments())
        .filteredOn(row -> row.sessionId().equals("session-cleo"))
        .extracting(SegmentRow::segmentIndex, SegmentRow::segmentType, SegmentRow::durationMs)
        .containsExactly(
            tuple(0L, "alert", 3_000L),
            tuple(1L, "interact", 30_000L),
            tuple(2L, "hold", 15_000L),
            tuple(3L, "interact", 25_000L),
            tuple(4L, "wrapup", 20_000L));
  }

  private static void assertFigure(ConversationRow row, Figure figure, long expected) {
    assertThat(row.figures().get(figure)).as(figure.name()).isEqualTo(expected);
  }
}
