package com.spokefleet.cli.demo;

import com.spokefleet.cli.LocalLake;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.RevenueTable;
import com.spokefleet.normalize.row.RevenueRow;
import com.spokefleet.testing.ledger.TrueAftermath;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.rates.FakeExchangeRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one org sold on the days that are settled: only jobs tell of sales. What ended after the
 * jobs' data is not in them yet and left out.
 */
final class RevenueComparison {
  private static final int DIGITS = 4;

  /** Jobs are behind by some hours; whatever ended before that is in them. */
  private static final Duration BEHIND = Duration.ofHours(9);

  private final DemoSpoke spoke;
  private final FakeExchangeRates bank;
  private final Map<String, BigDecimal> lake = new HashMap<>();
  private final Map<String, BigDecimal> truth = new HashMap<>();

  RevenueComparison(DemoSpoke spoke, FakeExchangeRates bank, LocalLake lake) {
    this.spoke = spoke;
    this.bank = bank;
    Set<LocalDate> settled =
        lake.proofs().read(spoke.org().orgId()).stream()
            .filter(proof -> proof.tableName().equals(ConversationsTable.TABLE.name()))
            .filter(proof -> proof.status() == ProofStatus.SETTLED)
            .map(PartitionProof::day)
            .collect(Collectors.toSet());
    lake.forEach(
        RevenueTable.TABLE,
        spoke.org().orgId(),
        (day, row) -> {
          if (settled.contains(day)) {
            add(row);
          }
        });
    Instant now = spoke.clock().instant();
    for (TrueConversation conversation : spoke.server().ledger().ended(now)) {
      if (settled.contains(conversation.day())) {
        add(conversation, now.minus(BEHIND));
      }
    }
  }

  private void add(Row row) {
    RevenueRow sale = RevenueTable.record(row);
    lake.put(
        sale.conversationId(), Optional.ofNullable(sale.amountConverted()).orElse(BigDecimal.ZERO));
  }

  private void add(TrueConversation conversation, Instant inJobs) {
    TrueAftermath sale = conversation.aftermath();
    String amount = sale.amount();
    Instant end = conversation.end();
    if (amount == null || end == null) {
      return;
    }
    if (lake.containsKey(conversation.id()) || end.isBefore(inJobs)) {
      truth.put(conversation.id(), converted(amount, sale.currency(), end));
    }
  }

  /** At the bank's rate of that instant; nothing for what is no amount. */
  private BigDecimal converted(String amount, @Nullable String currency, Instant end) {
    if (!amount.matches("-?\\d+\\.\\d\\d")) {
      return BigDecimal.ZERO;
    }
    BigDecimal rate =
        bank.ecbRate(currency == null ? spoke.org().currency() : currency, bank.inForce(end));
    return new BigDecimal(amount).divide(rate, DIGITS, RoundingMode.HALF_EVEN);
  }

  String org() {
    return spoke.org().name();
  }

  long salesInLake() {
    return lake.size();
  }

  long trueSales() {
    return truth.size();
  }

  long convertedInLake() {
    return sum(lake);
  }

  long trulyConverted() {
    return sum(truth);
  }

  private static long sum(Map<String, BigDecimal> amounts) {
    return amounts.values().stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .movePointRight(DIGITS)
        .longValueExact();
  }
}
