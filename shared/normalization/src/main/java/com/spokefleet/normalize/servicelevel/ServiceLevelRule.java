package com.spokefleet.normalize.servicelevel;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which an org's Genesys worked service levels out when they were read. Inferred from
 * its own figures, for no API tells the switches: it is what all denominators read under it allow.
 *
 * @param number counts the org's rules from 1, in the order in which they were noticed
 * @param validFrom the earliest interval whose stored figures follow it
 * @param formulas those that explain every denominator so far; one means determined
 */
public record ServiceLevelRule(int number, Instant validFrom, Set<ServiceLevelFormula> formulas) {
  public ServiceLevelRule {
    if (formulas.isEmpty()) {
      throw new IllegalArgumentException("Cannot have rule " + number + " without a formula");
    }
    formulas = Collections.unmodifiableSet(EnumSet.copyOf(formulas));
  }

  /** As facts refer to it. */
  public String id() {
    return "rule-%04d".formatted(number);
  }

  public boolean isDetermined() {
    return formulas.size() == 1;
  }

  /**
   * What all formulas that are left agree on; null while they differ, or where it has no effect.
   */
  public @Nullable Boolean agreed(Function<ServiceLevelFormula, @Nullable Boolean> aspect) {
    Boolean first = aspect.apply(formulas.iterator().next());
    for (ServiceLevelFormula formula : formulas) {
      Boolean other = aspect.apply(formula);
      if (first == null || !first.equals(other)) {
        return null;
      }
    }
    return first;
  }

  ServiceLevelRule narrowed(Set<ServiceLevelFormula> further, Instant from) {
    EnumSet<ServiceLevelFormula> left = EnumSet.copyOf(formulas);
    left.retainAll(further);
    return new ServiceLevelRule(number, from.isBefore(validFrom) ? from : validFrom, left);
  }
}
