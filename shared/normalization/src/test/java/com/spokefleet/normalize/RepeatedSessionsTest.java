package com.spokefleet.normalize;

import static com.spokefleet.normalize.ConversationBuilder.conversation;
import static com.spokefleet.normalize.LegBuilder.agent;
import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.normalize.figure.Figure;
import com.spokefleet.normalize.row.InteractionRow;
import com.spokefleet.normalize.row.SegmentRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session id is part of every key, so it must be unique within its conversation. */
class RepeatedSessionsTest {
  private final ConversationNormalizer normalizer = new ConversationNormalizer(Spokes.dublin());

  @Test
  void theSameSessionTwiceCountsOnce() {
    NormalizedConversation rows = normalize(ann(60_000), ann(60_000));
    assertThat(rows.interactions()).hasSize(1);
    assertThat(rows.segments()).hasSize(1);
    assertThat(rows.conversation().sessions()).isEqualTo(1);
    assertThat(rows.conversation().figures().get(Figure.TALK_MS)).isEqualTo(60_000);
  }

  @Test
  void differentSessionsUnderOneIdAreBothKeptUnderDifferentKeys() {
    NormalizedConversation rows =
        normalize(ann(60_000), ann(30_000), agent("bob").session("taken").metric("tAcw", 1));
    assertThat(rows.interactions())
        .extracting(InteractionRow::sessionId)
        .containsExactly("taken", "taken#2", "taken#3");
    assertThat(rows.conversation().figures().get(Figure.TALK_MS)).isEqualTo(90_000);
  }

  @Test
  void anIdThatLooksLikeOneOfOursIsNotTakenTwice() {
    NormalizedConversation rows =
        normalize(ann(1), ann(2), agent("bob").session("taken#2").metric("tAcw", 3), ann(2));
    assertThat(rows.interactions())
        .extracting(InteractionRow::sessionId)
        .containsExactly("taken", "taken#2", "taken#2#2");
  }

  @Test
  void segmentKeysStayUnique() {
    List<SegmentRow> segments = normalize(ann(60_000), ann(30_000)).segments();
    assertThat(segments)
        .extracting(row -> row.sessionId() + "/" + row.segmentIndex())
        .containsExactly("taken/0", "taken#2/0");
  }

  private NormalizedConversation normalize(LegBuilder... legs) {
    return normalizer.normalize(conversation().with(legs).build());
  }

  private static LegBuilder ann(long talk) {
    return agent("ann")
        .session("taken")
        .metric("tTalkComplete", talk)
        .segment("interact", "14:00:00", "14:01:00");
  }
}
