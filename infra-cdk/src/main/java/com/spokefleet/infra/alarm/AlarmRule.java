package com.spokefleet.infra.alarm;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When somebody is woken: an expression over figures, compared with a threshold.
 *
 * @param name what the alarm's name ends in
 * @param says one sentence about what is wrong
 * @param figures by the identifiers the expression uses
 * @param whenBelow whether too little is wrong, instead of too much
 * @param periods how many in a row must be wrong
 * @param missingIsWrong whether no figure at all is wrong as well
 */
public record AlarmRule(
    String name,
    String says,
    Runbook runbook,
    String expression,
    Map<String, Figure> figures,
    double threshold,
    boolean whenBelow,
    Duration period,
    int periods,
    boolean missingIsWrong) {
  private static final Duration LONGEST = Duration.ofDays(1);

  public AlarmRule {
    figures = new TreeMap<>(figures);
    if (period.toSeconds() % 60 != 0 || period.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Cannot watch %s by periods of %s: whole minutes, a day at most".formatted(name, period));
    }
  }

  /** More than the threshold is wrong; no figure is none. */
  public static AlarmRule above(
      String name,
      String says,
      Runbook runbook,
      String expression,
      Map<String, Figure> figures,
      double threshold,
      Duration period,
      int periods) {
    return new AlarmRule(
        name, says, runbook, expression, figures, threshold, false, period, periods, false);
  }

  /** Less than one in each of so many periods is wrong, and so is no figure at all. */
  public static AlarmRule absent(
      String name,
      String says,
      Runbook runbook,
      String expression,
      Map<String, Figure> figures,
      Duration period,
      int periods) {
    return new AlarmRule(name, says, runbook, expression, figures, 1, true, period, periods, true);
  }

  /** The expression that adds figures up, those that are missing as none. */
  public static String sum(Map<String, Figure> figures) {
    return new TreeMap<>(figures)
        .keySet().stream().map("FILL(%s, 0)"::formatted).collect(Collectors.joining(" + "));
  }
}
