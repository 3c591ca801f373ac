package com.spokefleet.testing.traffic;

import com.spokefleet.testing.ledger.TrueAftermath;
import com.spokefleet.testing.org.Directory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a conversation earned and what comes days after it, by draws of its own, so that its
 * course stays as it is.
 */
final class Aftermath {
  /** Attributes by which flows tell a sale. */
  static final String AMOUNT = "orderValue";

  static final String CURRENCY = "orderCurrency";

  private static final long HOUR_MILLIS = 3_600_000;
  private static final long RESOLUTION_MILLIS = 7 * 24 * HOUR_MILLIS;
  private static final List<String> NO_AMOUNTS = List.of("n/a", "12,50", "1.234,56", "--");

  private final Directory directory;
  private final List<String> currencies;
  private final boolean later;

  /**
   * @param currencies that sales are made in; one without an attribute is in the first
   * @param later whether evaluations, surveys and resolutions come
   */
  Aftermath(Directory directory, List<String> currencies, boolean later) {
    this.directory = directory;
    this.currencies = currencies;
    this.later = later;
  }

  void addTo(GeneratedConversation conversation, long seed) {
    Dice dice = new Dice(Dice.mix(seed, 0x5A1EL, 3));
    String amount = dice.chance(0.4) ? amount(dice) : null;
    String currency = dice.chance(0.7) ? dice.pick(currencies) : null;
    GeneratedParticipant customer = conversation.participants().getFirst();
    if (amount != null) {
      customer.attribute(AMOUNT, amount);
      customer.attribute("orderId", "order-" + dice.between(100_000, 999_999));
      if (currency != null) {
        customer.attribute(CURRENCY, currency);
      }
    }
    conversation.aftermath(
        new TrueAftermath(
            amount,
            amount == null ? null : currency,
            later && dice.chance(0.3) ? List.of(evaluation(conversation, dice)) : List.of(),
            later && dice.chance(0.2) ? List.of(survey(conversation, dice)) : List.of(),
            later && dice.chance(0.5) ? (Boolean) dice.chance(0.8) : null));
  }

  /** What of it is known at an instant (epoch milliseconds). */
  static TrueAftermath asOf(GeneratedConversation conversation, long asOf) {
    TrueAftermath all = conversation.aftermath();
    Instant instant = Instant.ofEpochMilli(asOf);
    return new TrueAftermath(
        all.amount(),
        all.currency(),
        all.evaluations().stream().filter(one -> !one.at().isAfter(instant)).toList(),
        all.surveys().stream().filter(one -> !one.at().isAfter(instant)).toList(),
        conversation.resolvedAt() <= asOf ? all.nextContactAvoided() : null);
  }

  static long resolvedAt(long end) {
    return end + RESOLUTION_MILLIS;
  }

  private static @Nullable String amount(Dice dice) {
    if (dice.chance(0.03)) {
      return dice.pick(NO_AMOUNTS);
    }
    long cents = dice.around(8_990);
    String sign = dice.chance(0.05) ? "-" : "";
    return sign + String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }

  private TrueAftermath.Evaluation evaluation(GeneratedConversation conversation, Dice dice) {
    return new TrueAftermath.Evaluation(
        dice.uuid(),
        Instant.ofEpochMilli(conversation.end() + dice.between(2, 120) * HOUR_MILLIS),
        dice.pick(directory.users()).id(),
        dice.pick(directory.users()).id(),
        (int) dice.between(0, 100));
  }

  private TrueAftermath.Survey survey(GeneratedConversation conversation, Dice dice) {
    return new TrueAftermath.Survey(
        dice.uuid(),
        Instant.ofEpochMilli(conversation.end() + dice.between(1, 72) * HOUR_MILLIS),
        (int) dice.between(0, 10));
  }
}
