package com.spokefleet.normalize.row;

import com.spokefleet.normalize.currency.RevenueStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one conversation earned, in its own currency and, where a rate was in force when it ended,
 * in the fleet's.
 *
 * @param amount null where what was told is no amount
 * @param currency null where what was told is no currency
 * @param base the currency both rates below are per unit of; null without conversion
 */
public record RevenueRow(
    String orgId,
    String conversationId,
    StartDay startDay,
    Instant start,
    Instant end,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable BigDecimal amountConverted,
    String fleetCurrency,
    @Nullable BigDecimal rate,
    @Nullable Instant rateAsOf,
    @Nullable String rateSource,
    RevenueStatus status,
    @Nullable String base,
    @Nullable BigDecimal currencyPerBase,
    @Nullable BigDecimal fleetCurrencyPerBase,
    String source) {}
