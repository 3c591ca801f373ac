package com.spokefleet.ingest.currency;

import com.spokefleet.lake.tables.RevenueWaitingTable.FeedRow;
import com.spokefleet.normalize.currency.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the values of one row of a feed, whatever form it came in. */
record FeedFields(
    @Nullable String conversationId,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable String conversationStart) {
  static final String CONVERSATION_ID = "conversation_id";
  static final String AMOUNT = "amount";
  static final String CURRENCY = "currency";
  static final String CONVERSATION_START = "conversation_start";

  private static final int LONGEST_ID = 100;

  /** What makes the row unusable, if anything. */
  Optional<String> fault() {
    if (conversationId == null || !isId(conversationId.strip())) {
      return Optional.of(CONVERSATION_ID + " is missing or no id");
    }
    if (amount == null || Money.amount(amount).isEmpty()) {
      return Optional.of(AMOUNT + " is no decimal number such as 1234.50");
    }
    if (currency != null && !currency.isBlank() && Money.currency(currency).isEmpty()) {
      return Optional.of(CURRENCY + " is no ISO 4217 code");
    }
    try {
      start();
      return Optional.empty();
    } catch (DateTimeException malformed) {
      return Optional.of(CONVERSATION_START + " is no instant such as 2026-11-20T14:00:00Z");
    }
  }

  /** For fields without fault. */
  FeedRow row(String orgId, String source, long line) {
    return new FeedRow(
        orgId,
        String.valueOf(conversationId).strip().toLowerCase(Locale.ROOT),
        String.valueOf(amount).strip(),
        currency == null || currency.isBlank() ? null : currency.strip(),
        start(),
        source,
        line);
  }

  private @Nullable Instant start() {
    return conversationStart == null || conversationStart.isBlank()
        ? null
        : Instant.parse(conversationStart.strip());
  }

  private static boolean isId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_ID
        && text.chars().allMatch(character -> character > ' ' && character < 0x7f);
  }
}
