package com.spokefleet.cli.kpi;

/**
 * Everything an executive figure is made of: counts and sums of milliseconds, all of which add up
 * over queues, days and orgs (contacts over queues excepted: one contact can visit several).
 *
 * @param contacts distinct ended conversations
 * @param offered times a queue was entered
 * @param answered times an agent answered
 * @param answeredInTime answered within the threshold, the threshold itself included
 * @param abandoned times a customer left while waiting
 * @param answerWaitMs wait of the answered ones
 * @param handled agent legs with a handle time
 * @param handleMs talk + hold + after-call work of the handled ones
 * @param heldLegs agent legs that were put on hold at all
 * @param acwLegs agent legs with after-call work
 * @param transferred agent legs that passed the contact on, blind or after consulting
 */
public record KpiTotals(
    long contacts,
    long offered,
    long answered,
    long answeredInTime,
    long abandoned,
    long answerWaitMs,
    long handled,
    long handleMs,
    long heldLegs,
    long heldMs,
    long acwLegs,
    long acwMs,
    long transferred) {
  public static final KpiTotals NOTHING = new KpiTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public KpiTotals plus(KpiTotals other) {
    return new KpiTotals(
        contacts + other.contacts,
        offered + other.offered,
        answered + other.answered,
        answeredInTime + other.answeredInTime,
        abandoned + other.abandoned,
        answerWaitMs + other.answerWaitMs,
        handled + other.handled,
        handleMs + other.handleMs,
        heldLegs + other.heldLegs,
        heldMs + other.heldMs,
        acwLegs + other.acwLegs,
        acwMs + other.acwMs,
        transferred + other.transferred);
  }
}
