package com.spokefleet.normalize.servicelevel;

import com.spokefleet.normalize.aggregate.QueueInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one org, in the order in which they were noticed. Learning more figures narrows the
 * latest rule down; figures it cannot explain mean that somebody changed a switch, and begin the
 * next. Because a changed switch rewrites the past, the next rule can be valid from an interval
 * before the change, down to the earliest that was read again. Immutable.
 */
public final class ServiceLevelRules {
  public static final ServiceLevelRules NONE = new ServiceLevelRules(List.of());

  private final List<ServiceLevelRule> rules;

  public ServiceLevelRules(List<ServiceLevelRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * What is known after one reading.
   *
   * @param byInterval the rule each interval's figures follow; intervals without a service level
   *     have none
   * @param unexplained how many denominators no formula gives
   */
  public record Learned(
      ServiceLevelRules rules,
      NavigableMap<Instant, ServiceLevelRule> byInterval,
      long unexplained) {
    /** The id of the rule for an interval's figures; empty if they told no service level. */
    public Optional<String> ruleId(Instant interval) {
      return Optional.ofNullable(byInterval.get(interval)).map(ServiceLevelRule::id);
    }
  }

  public List<ServiceLevelRule> all() {
    return rules;
  }

  /** Learns the figures of one reading. */
  public Learned learn(Collection<QueueInterval> read) {
    NavigableMap<Instant, Set<ServiceLevelFormula>> explaining = new TreeMap<>();
    long unexplained = 0;
    for (QueueInterval interval : read) {
      if (tellsServiceLevel(interval)) {
        Set<ServiceLevelFormula> formulas = ServiceLevelFormula.explaining(interval.figures());
        Set<ServiceLevelFormula> before =
            explaining.getOrDefault(
                interval.key().start(), EnumSet.allOf(ServiceLevelFormula.class));
        Set<ServiceLevelFormula> both = common(before, formulas);
        if (both.isEmpty()) {
          unexplained++;
        }
        explaining.put(interval.key().start(), both.isEmpty() ? before : both);
      }
    }
    return learn(explaining, unexplained);
  }

  /**
   * One reading follows one rule, for a changed switch changes the past, too. So a reading that has
   * one explanation decides; of a reading that has none, what the latest rule does not explain is
   * left unexplained instead of being taken for a change.
   */
  private Learned learn(
      NavigableMap<Instant, Set<ServiceLevelFormula>> explaining, long unexplained) {
    NavigableMap<Instant, ServiceLevelRule> byInterval = new TreeMap<>();
    if (explaining.isEmpty()) {
      return new Learned(this, byInterval, unexplained);
    }
    Set<ServiceLevelFormula> ofAll = ofAll(explaining.values());
    if (ofAll.isEmpty()) {
      return contradictory(explaining, unexplained);
    }
    List<ServiceLevelRule> known = new ArrayList<>(rules);
    Instant from = explaining.firstKey();
    if (known.isEmpty() || common(known.getLast().formulas(), ofAll).isEmpty()) {
      known.add(new ServiceLevelRule(known.size() + 1, from, ofAll));
    } else {
      known.set(known.size() - 1, known.getLast().narrowed(ofAll, from));
    }
    explaining.keySet().forEach(interval -> byInterval.put(interval, known.getLast()));
    return new Learned(new ServiceLevelRules(known), byInterval, unexplained);
  }

  private Learned contradictory(
      NavigableMap<Instant, Set<ServiceLevelFormula>> explaining, long unexplained) {
    NavigableMap<Instant, ServiceLevelRule> byInterval = new TreeMap<>();
    long contradicted = 0;
    for (Map.Entry<Instant, Set<ServiceLevelFormula>> entry : explaining.entrySet()) {
      if (!rules.isEmpty() && !common(rules.getLast().formulas(), entry.getValue()).isEmpty()) {
        byInterval.put(entry.getKey(), rules.getLast());
      } else {
        contradicted++;
      }
    }
    return new Learned(this, byInterval, unexplained + contradicted);
  }

  private static boolean tellsServiceLevel(QueueInterval interval) {
    var told = interval.figures().serviceLevel();
    return told != null && told.denominator() != null;
  }

  private static Set<ServiceLevelFormula> ofAll(Collection<Set<ServiceLevelFormula>> sets) {
    Set<ServiceLevelFormula> all = EnumSet.allOf(ServiceLevelFormula.class);
    sets.forEach(all::retainAll);
    return all;
  }

  private static Set<ServiceLevelFormula> common(
      Set<ServiceLevelFormula> left, Set<ServiceLevelFormula> right) {
    EnumSet<ServiceLevelFormula> common = EnumSet.noneOf(ServiceLevelFormula.class);
    common.addAll(left);
    common.retainAll(right);
    return common;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ServiceLevelRules those && rules.equals(those.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  @Override
  public String toString() {
    return rules.toString();
  }
}
