package com.spokefleet.normalize.currency;

import com.spokefleet.normalize.row.StartDay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation is said to have earned, as it was told.
 *
 * @param amount the text that tells the amount
 * @param currency the text that tells its currency; null where it is the org's
 * @param source {@code attribute}, or the key of the file that told it
 */
public record Sale(
    String conversationId,
    StartDay startDay,
    Instant start,
    Instant end,
    String amount,
    @Nullable String currency,
    String source) {
  /** The source of sales told by participant attributes. */
  public static final String ATTRIBUTE = "attribute";
}
