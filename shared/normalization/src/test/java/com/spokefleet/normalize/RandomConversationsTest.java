package com.spokefleet.normalize;

import static com.spokefleet.normalize.ConversationBuilder.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Metric;
import com.spokefleet.normalize.figure.Figure;
import com.spokefleet.normalize.figure.Figures;
import com.spokefleet.normalize.row.InteractionRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every conversation, however odd. Repeat a failure with -Dspokefleet.seed=… */
class RandomConversationsTest {
  private static final int RUNS = 200;
  private static final List<String> PURPOSES =
      List.of("customer", "ivr", "acd", "agent", "agent", "user", "external", "new-purpose");
  private static final List<String> METRICS =
      List.of(
          "nOffered",
          "tAcd",
          "tAnswered",
          "tAbandon",
          "tShortAbandon",
          "tFlowOut",
          "nOverSla",
          "tAlert",
          "tNotResponding",
          "tTalk",
          "tTalkComplete",
          "tHeld",
          "tHeldComplete",
          "tAcw",
          "tHandle",
          "nTransferred",
          "nBlindTransferred",
          "nConsultTransferred",
          "nConsult",
          "tIvr",
          "nConnected",
          "tNewMetric");

  private final ConversationNormalizer normalizer = new ConversationNormalizer(Spokes.dublin());

  @Test
  void theFiguresOfAConversationAreTheSumsOverItsInteractions() {
    forEach(
        conversation -> {
          NormalizedConversation rows = normalizer.normalize(conversation);
          for (Figure figure : Figure.values()) {
            long sum =
                rows.interactions().stream().mapToLong(row -> row.figures().get(figure)).sum();
            assertThat(rows.conversation().figures().get(figure)).as(figure.name()).isEqualTo(sum);
          }
        });
  }

  @Test
  void noTalkAnswerOrOfferOfAnyLegIsLost() {
    forEach(
        conversation -> {
          Figures figures = normalizer.normalize(conversation).conversation().figures();
          assertThat(figures.get(Figure.OFFERED)).isEqualTo(sum(conversation, "nOffered"));
          assertThat(figures.get(Figure.ANSWER_WAIT_MS)).isEqualTo(sum(conversation, "tAnswered"));
          assertThat(figures.get(Figure.HANDLE_MS)).isEqualTo(sum(conversation, "tHandle"));
        });
  }

  @Test
  void everyKeyIsUnique() {
    forEach(
        conversation -> {
          NormalizedConversation rows = normalizer.normalize(conversation);
          Set<String> sessions =
              rows.interactions().stream()
                  .map(InteractionRow::sessionId)
                  .collect(Collectors.toSet());
          Set<String> segments =
              rows.segments().stream()
                  .map(row -> row.sessionId() + "/" + row.segmentIndex())
                  .collect(Collectors.toSet());
          assertThat(sessions).hasSameSizeAs(rows.interactions());
          assertThat(segments).hasSameSizeAs(rows.segments());
        });
  }

  @Test
  void theSameRecordAlwaysGivesTheSameRows() {
    forEach(
        conversation ->
            assertThat(new ConversationNormalizer(Spokes.dublin()).normalize(conversation))
                .isEqualTo(normalizer.normalize(conversation)));
  }

  private static void forEach(Consumer<Conversation> property) {
    long first = Long.getLong("spokefleet.seed", new Random().nextLong());
    for (int run = 0; run < RUNS; run++) {
      long seed = first + run;
      Conversation conversation = random(new Random(seed));
      assertThat(conversation).as("-Dspokefleet.seed=%d", seed).satisfies(property);
    }
  }

  private static Conversation random(Random random) {
    ConversationBuilder conversation = conversation();
    int legs = random.nextInt(8);
    for (int index = 0; index < legs; index++) {
      @Nullable String purpose =
          random.nextInt(12) == 0 ? null : PURPOSES.get(random.nextInt(PURPOSES.size()));
      LegBuilder leg =
          LegBuilder.participant(purpose, "party-" + random.nextInt(6))
              .session("session-" + random.nextInt(10));
      if (random.nextBoolean()) {
        leg.inQueue("queue-" + random.nextInt(3));
      }
      int metrics = random.nextInt(10);
      for (int metric = 0; metric < metrics; metric++) {
        leg.metric(METRICS.get(random.nextInt(METRICS.size())), random.nextInt(100_000));
      }
      int segments = random.nextInt(4);
      for (int segment = 0; segment < segments; segment++) {
        leg.segment("interact", time(random), time(random));
      }
      conversation.with(leg);
    }
    return conversation.build();
  }

  private static String time(Random random) {
    return String.format(Locale.ROOT, "14:%02d:%02d", random.nextInt(60), random.nextInt(60));
  }

  /** Over the record itself, where a session repeated within its participant is one session. */
  private static long sum(Conversation conversation, String metric) {
    return conversation.participants().stream()
        .flatMap(
            participant ->
                participant.sessions().stream()
                    .map(session -> Map.entry(participant.participantId(), session)))
        .distinct()
        .flatMap(entry -> entry.getValue().metrics().stream())
        .filter(candidate -> candidate.name().equals(metric))
        .mapToLong(Metric::value)
        .sum();
  }
}
