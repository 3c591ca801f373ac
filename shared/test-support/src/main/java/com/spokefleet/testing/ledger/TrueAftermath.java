package com.spokefleet.testing.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation beside its course: what it earned, and what came days after it.
 *
 * @param amount what a flow wrote down as its revenue, right or wrong; null if nothing
 * @param currency what it wrote down as the amount's currency; null if nothing
 * @param evaluations those that had happened
 * @param surveys those that had been answered
 * @param nextContactAvoided whether it spared a next contact; null while that is not known
 */
public record TrueAftermath(
    @Nullable String amount,
    @Nullable String currency,
    List<Evaluation> evaluations,
    List<Survey> surveys,
    @Nullable Boolean nextContactAvoided) {
  public static final TrueAftermath NONE =
      new TrueAftermath(null, null, List.of(), List.of(), null);

  /** A quality evaluation. */
  public record Evaluation(String id, Instant at, String userId, String evaluatorId, int score) {}

  /** A customer's answer. */
  public record Survey(String id, Instant at, int promoterScore) {}
}
