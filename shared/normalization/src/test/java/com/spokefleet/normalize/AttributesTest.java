package com.spokefleet.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.spokefleet.config.RevenueSource;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Evaluation;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Resolution;
import com.spokefleet.normalize.currency.Sale;
import com.spokefleet.normalize.row.AttributeRow;
import com.spokefleet.normalize.row.EvaluationRow;
import com.spokefleet.normalize.row.StartDay;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is made of attributes and of what comes after a conversation. */
class AttributesTest {
  private static final Instant START = Instant.parse("2026-11-10T14:00:00Z");
  private static final Instant END = START.plusSeconds(600);
  private static final StartDay DAY = StartDay.of(START, ZoneOffset.UTC);
  private static final SaleOfAttributes SALES =
      new SaleOfAttributes(
          Optional.of(new RevenueSource.Attributes("amount", Optional.of("currency"))));

  @Test
  void shouldStoreAllowedNamesOnlyAndOfAParticipantTwiceTheLaterValue() {
    List<AttributeRow> rows =
        new AttributeRows("org", Set.of("orderId"))
            .rows(
                conversation(
                    participant("p2", "agent", Map.of("orderId", "2", "name", "Jane")),
                    participant("p1", "customer", Map.of("orderId", "1")),
                    participant("p2", "agent", Map.of("orderId", "3"))),
                DAY);

    assertThat(rows)
        .extracting(AttributeRow::participantId, AttributeRow::name, AttributeRow::value)
        .containsExactly(tuple("p1", "orderId", "1"), tuple("p2", "orderId", "3"));
  }

  @Test
  void shouldTakeTheCustomersAmountBeforeCopiesWithOthersAndNeverAddThemUp() {
    assertThat(
            sale(
                participant("p1", "agent", Map.of("amount", "5", "currency", "GBP")),
                participant("p2", "customer", Map.of("amount", "7")),
                participant("p3", "agent", Map.of("amount", "9"))))
        .map(Sale::amount)
        .contains("7");
    assertThat(
            sale(
                participant("p1", "agent", Map.of("amount", "5")),
                participant("p2", "customer", Map.of("amount", " ")),
                participant("p3", null, Map.of("amount", "9", "currency", "GBP"))))
        .hasValueSatisfying(
            sale -> {
              assertThat(sale.amount()).isEqualTo("9");
              assertThat(sale.currency()).isEqualTo("GBP");
            });
    assertThat(sale(participant("p1", "customer", Map.of("currency", "GBP")))).isEmpty();
  }

  @Test
  void shouldKeepEvaluationsWithoutAnIdAndTheLaterOfTwoWithOne() {
    Conversation conversation =
        new Conversation(
            "c",
            START,
            END,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(evaluation("e1", 1), evaluation(null, 2), evaluation("e1", 3)),
            List.of(),
            List.of(new Resolution(null, null, null, 1L), new Resolution(null, null, null, null)));

    assertThat(new AftermathRows("org").evaluations(conversation, DAY))
        .extracting(EvaluationRow::evaluationId, row -> row.evaluation().totalScore())
        .containsExactly(tuple("e1", 3.0), tuple("position-1", 2.0));
    assertThat(new ConversationNormalizer(Spokes.dublin()).normalize(conversation).conversation())
        .satisfies(
            row -> {
              assertThat(row.resolutions()).isEqualTo(2);
              assertThat(row.nextContactAvoided()).isEqualTo(1);
            });
  }

  private static Optional<Sale> sale(Participant... participants) {
    return SALES.of(conversation(participants), END, DAY);
  }

  private static Conversation conversation(Participant... participants) {
    return new Conversation(
        "c",
        START,
        END,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(participants),
        List.of(),
        List.of(),
        List.of());
  }

  private static Participant participant(
      String id, @Nullable String purpose, Map<String, String> attributes) {
    return new Participant(id, null, purpose, null, null, null, null, null, attributes, List.of());
  }

  private static Evaluation evaluation(@Nullable String id, double score) {
    return new Evaluation(
        id, null, null, null, null, null, null, null, null, null, null, null, null, null, score,
        null);
  }
}
