package com.spokefleet.config;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** What must hold for the money of conversations, within a spoke and against the fleet. */
final class RevenueChecks {
  private final Problems problems;
  private final UniqueValues prefixes;

  RevenueChecks(Problems problems) {
    this.problems = problems;
    this.prefixes = new UniqueValues(problems, "must be this org's own, but is also");
  }

  void check(SectionValues fleet, List<Located<SectionValues>> spokes) {
    for (Located<SectionValues> spoke : spokes) {
      Optional<Located<SectionValues>> revenue = spoke.value().located(SpokeSection.REVENUE);
      revenue.ifPresent(
          section -> {
            checkSource(section);
            checkResidency(section, spoke.value());
            checkRates(section, spoke.value(), fleet);
          });
    }
  }

  private void checkSource(Located<SectionValues> revenue) {
    Optional<Located<SectionValues>> attribute = revenue.value().located(RevenueSection.ATTRIBUTE);
    Optional<Located<SectionValues>> feed = revenue.value().located(RevenueSection.FEED);
    if (attribute.isPresent() && feed.isPresent()) {
      problems.add(feed.get(), "must not stand beside attribute: revenue has one source");
    }
    if (revenue.value().values().isEmpty() && !hasKeys(revenue)) {
      problems.add(revenue, "must name a source: attribute or feed");
    }
    feed.flatMap(section -> section.value().located(RevenueSection.PREFIX))
        .ifPresent(this::checkPrefix);
  }

  /** A source that is there and wrong has its own problem. */
  private static boolean hasKeys(Located<SectionValues> revenue) {
    return revenue.node() instanceof MappingNode mapping && !mapping.getValue().isEmpty();
  }

  private void checkPrefix(Located<String> prefix) {
    prefixes.add(prefix);
  }

  private void checkResidency(Located<SectionValues> revenue, SectionValues spoke) {
    spoke
        .optional(SpokeSection.RESIDENCY)
        .filter(Residency.METRICS_ONLY::equals)
        .ifPresent(
            residency ->
                problems.add(
                    revenue,
                    "must not be given, for residency is metrics-only: no conversation is"
                        + " recorded"));
  }

  private void checkRates(
      Located<SectionValues> revenue, SectionValues spoke, SectionValues fleet) {
    Optional<Currency> fleetCurrency =
        fleet
            .optional(FleetSection.STANDARDS)
            .flatMap(standards -> standards.optional(StandardsSection.CURRENCY));
    Optional<Currency> own = spoke.optional(SpokeSection.CURRENCY);
    boolean differ =
        fleetCurrency.isPresent() && own.isPresent() && !own.get().equals(fleetCurrency.get());
    if (differ && fleet.located(FleetSection.EXCHANGE_RATES).isEmpty()) {
      problems.add(
          revenue,
          "needs exchangeRates of the fleet, to convert %s to %s"
              .formatted(own.get(), fleetCurrency.get()));
    }
  }
}
