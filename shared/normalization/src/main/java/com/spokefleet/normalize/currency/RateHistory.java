package com.spokefleet.normalize.currency;

import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All rates there are, and for which time they are all. Immutable. */
public final class RateHistory {
  /**
   * In order, so that of two ways through equally new rates it is always the same that is taken.
   */
  private final Map<Pair, NavigableMap<Instant, ExchangeRate>> rates = new TreeMap<>();

  private final KnownPeriod known;

  public RateHistory(Collection<ExchangeRate> rates, KnownPeriod known) {
    for (ExchangeRate rate : rates) {
      this.rates
          .computeIfAbsent(new Pair(rate.base(), rate.quote()), _ -> new TreeMap<>())
          .put(rate.asOf(), rate);
    }
    this.known = known;
  }

  private RateHistory(Map<Pair, NavigableMap<Instant, ExchangeRate>> rates, KnownPeriod known) {
    this.rates.putAll(rates);
    this.known = known;
  }

  /** Where nothing is ever converted: all rates there will be are known, and there are none. */
  public static RateHistory none() {
    return new RateHistory(List.of(), new KnownPeriod(Instant.EPOCH, Instant.MAX));
  }

  public KnownPeriod known() {
    return known;
  }

  /** The same where nobody will ever tell older rates than these. */
  public RateHistory withoutOlder() {
    return known.isEmpty()
        ? this
        : new RateHistory(rates, new KnownPeriod(Instant.EPOCH, known.until()));
  }

  /**
   * The cross rate in force at an instant: of both legs the newest that is not after it, from the
   * base in which the older leg is newest; straight from one currency to the other if that is no
   * older. Empty where there is none, however old.
   */
  Optional<CrossRate> inForce(Currency from, Currency to, Instant at) {
    Optional<CrossRate> best = newest(from, to, at).map(CrossRate::straight);
    for (Pair pair : rates.keySet()) {
      if (pair.quote().equals(to) && !pair.base().equals(from)) {
        Optional<CrossRate> across =
            newest(pair.base(), from, at)
                .flatMap(
                    first ->
                        newest(pair.base(), to, at).map(second -> CrossRate.across(first, second)));
        best = newerOf(best, across);
      }
    }
    Optional<CrossRate> inverse = newest(to, from, at).map(CrossRate::inverse);
    return newerOf(best, inverse);
  }

  private static Optional<CrossRate> newerOf(
      Optional<CrossRate> first, Optional<CrossRate> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.or(() -> second);
    }
    return second.get().asOf().isAfter(first.get().asOf()) ? second : first;
  }

  private Optional<ExchangeRate> newest(Currency base, Currency quote, Instant at) {
    NavigableMap<Instant, ExchangeRate> ofPair = rates.get(new Pair(base, quote));
    return Optional.ofNullable(ofPair)
        .map(history -> history.floorEntry(at))
        .map(Map.Entry::getValue);
  }

  private record Pair(Currency base, Currency quote) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return toString().compareTo(other.toString());
    }
  }
}
