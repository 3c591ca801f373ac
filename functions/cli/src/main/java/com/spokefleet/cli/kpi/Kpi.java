package com.spokefleet.cli.kpi;

import com.spokefleet.cli.terminal.DurationText;
import com.spokefleet.cli.terminal.Format;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Every executive figure with its formula; nothing else in the project works one out. A ratio over
 * nothing is unknown, not zero. Hold and after-call work are averaged over the legs that had any,
 * as Genesys does, so talk + hold + after-call work averages do not add up to the handle time.
 */
public enum Kpi {
  CONTACTS("Contacts", "contacts", Unit.COUNT, "distinct ended conversations", KpiTotals::contacts),
  OFFERED("Offered", "offered", Unit.COUNT, "times a queue was entered", KpiTotals::offered),
  ANSWERED("Answered", "answered", Unit.COUNT, "times an agent answered", KpiTotals::answered),
  ABANDONED(
      "Abandoned",
      "abandonedShare",
      "abandoned / offered",
      KpiTotals::abandoned,
      KpiTotals::offered),
  ANSWERED_IN_TIME(
      "Answered in",
      "answeredInTimeShare",
      "answered within the threshold (inclusive) / (answered + abandoned), of every medium, by"
          + " start day; not the service level, which leaves out callbacks and short abandons",
      KpiTotals::answeredInTime,
      totals -> totals.answered() + totals.abandoned()),
  SPEED_OF_ANSWER(
      "ASA",
      "averageSpeedOfAnswerMs",
      Unit.TIME,
      "wait of the answered / answered",
      KpiTotals::answerWaitMs,
      KpiTotals::answered),
  HANDLE_TIME(
      "AHT",
      "averageHandleTimeMs",
      Unit.TIME,
      "handle time / handled",
      KpiTotals::handleMs,
      KpiTotals::handled),
  HOLD(
      "Hold",
      "averageHoldMs",
      Unit.TIME,
      "hold time / legs held",
      KpiTotals::heldMs,
      KpiTotals::heldLegs),
  AFTER_CALL_WORK(
      "ACW",
      "averageAfterCallWorkMs",
      Unit.TIME,
      "after-call work / legs with any",
      KpiTotals::acwMs,
      KpiTotals::acwLegs),
  TRANSFERRED(
      "Transferred",
      "transferredShare",
      "transferred (blind + consult) / handled",
      KpiTotals::transferred,
      KpiTotals::handled);

  enum Unit {
    COUNT,
    SHARE,
    TIME
  }

  private final String title;
  private final String jsonName;
  private final Unit unit;
  private final String formula;
  private final ToLongFunction<KpiTotals> numerator;
  private final @Nullable ToLongFunction<KpiTotals> denominator;

  Kpi(String title, String jsonName, Unit unit, String formula, ToLongFunction<KpiTotals> count) {
    this(title, jsonName, unit, formula, count, null);
  }

  Kpi(
      String title,
      String jsonName,
      String formula,
      ToLongFunction<KpiTotals> numerator,
      ToLongFunction<KpiTotals> denominator) {
    this(title, jsonName, Unit.SHARE, formula, numerator, denominator);
  }

  Kpi(
      String title,
      String jsonName,
      Unit unit,
      String formula,
      ToLongFunction<KpiTotals> numerator,
      @Nullable ToLongFunction<KpiTotals> denominator) {
    this.title = title;
    this.jsonName = jsonName;
    this.unit = unit;
    this.formula = formula;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** The column's title; a share in time is only defined with its threshold. */
  public String title(Duration threshold) {
    return this == ANSWERED_IN_TIME
        ? title + " " + DurationText.of(threshold) + " %"
        : title + (unit == Unit.SHARE ? " %" : "");
  }

  public String jsonName() {
    return jsonName;
  }

  public String formula() {
    return formula;
  }

  Unit unit() {
    return unit;
  }

  /** The figure: a count, a ratio between 0 and 1, or milliseconds. */
  public OptionalDouble value(KpiTotals totals) {
    if (denominator == null) {
      return OptionalDouble.of(numerator.applyAsLong(totals));
    }
    long divisor = denominator.applyAsLong(totals);
    return divisor == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) numerator.applyAsLong(totals) / divisor);
  }

  public String text(KpiTotals totals) {
    return switch (unit) {
      case COUNT -> Format.count(numerator.applyAsLong(totals));
      case SHARE -> Format.percent(value(totals));
      case TIME -> Format.minutes(value(totals));
    };
  }
}
