package com.spokefleet.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A secret of an org is that org's alone: whoever may read it for one purpose can use it for every
 * other, and a key shared by two orgs tells which persons of the two are the same. Destinations'
 * tokens may be shared, for events of all orgs go there.
 */
final class SecretChecks {
  private final Problems problems;
  private final Map<String, Located<String>> own = new HashMap<>();

  SecretChecks(Problems problems) {
    this.problems = problems;
  }

  void check(SectionValues fleet, List<Located<SectionValues>> spokes) {
    for (Located<SectionValues> spoke : spokes) {
      spoke
          .value()
          .located(SpokeSection.CREDENTIALS)
          .ifPresent(found -> claim(found, "must be a client of this org's own, but is also"));
    }
    for (Located<SectionValues> spoke : spokes) {
      spoke
          .value()
          .section(SpokeSection.PRIVACY)
          .located(SpokeSection.HASH_KEY)
          .ifPresent(found -> claim(found, "must be a key of this org's own, but is also"));
    }
    for (Located<Variants.Variant> destination :
        fleet.optional(FleetSection.DESTINATIONS).orElse(List.of())) {
      SectionValues values = destination.value().values();
      values.located(DestinationSection.TOKEN).ifPresent(this::requireNobodys);
      values.located(DestinationSection.API_KEY).ifPresent(this::requireNobodys);
    }
    fleet
        .optional(FleetSection.EXCHANGE_RATES)
        .flatMap(rates -> rates.values().located(ExchangeRatesSection.API_KEY))
        .ifPresent(this::requireNobodys);
  }

  private void claim(Located<String> secret, String message) {
    Located<String> before = own.putIfAbsent(secret.value(), secret);
    if (before != null) {
      problems.add(secret, message + " " + before.path());
    }
  }

  private void requireNobodys(Located<String> secret) {
    Located<String> before = own.get(secret.value());
    if (before != null) {
      problems.add(secret, "must be a secret of its own, but is also " + before.path());
    }
  }
}
