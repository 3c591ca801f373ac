package com.spokefleet.normalize.figure;

/**
 * One additive figure of a leg, and the Genesys metric it is read from. A metric named n… carries a
 * count as its value; one named t… carries milliseconds and stands for one event each time it
 * occurs. So a figure is either the sum of a metric's values or the number of its occurrences.
 */
public enum Figure {
  OFFERED("nOffered", Reading.SUM),
  WAIT_MS("tAcd", Reading.SUM),
  ANSWERED("tAnswered", Reading.OCCURRENCES),
  ANSWER_WAIT_MS("tAnswered", Reading.SUM),
  ABANDONED("tAbandon", Reading.OCCURRENCES),
  ABANDON_WAIT_MS("tAbandon", Reading.SUM),
  SHORT_ABANDONED("tShortAbandon", Reading.OCCURRENCES),
  FLOW_OUT("tFlowOut", Reading.OCCURRENCES),
  OVER_SLA("nOverSla", Reading.SUM),
  ALERTED("tAlert", Reading.OCCURRENCES),
  ALERT_MS("tAlert", Reading.SUM),
  NOT_RESPONDING("tNotResponding", Reading.OCCURRENCES),
  NOT_RESPONDING_MS("tNotResponding", Reading.SUM),
  /** Legs with talk; falls back to tTalk, see {@link Figures#of}. */
  TALKED("tTalkComplete", Reading.OCCURRENCES),
  TALK_MS("tTalkComplete", Reading.SUM),
  /** Legs with hold; falls back to tHeld, see {@link Figures#of}. */
  HELD("tHeldComplete", Reading.OCCURRENCES),
  HELD_MS("tHeldComplete", Reading.SUM),
  WRAPPED_UP("tAcw", Reading.OCCURRENCES),
  ACW_MS("tAcw", Reading.SUM),
  HANDLED("tHandle", Reading.OCCURRENCES),
  HANDLE_MS("tHandle", Reading.SUM),
  TRANSFERRED("nTransferred", Reading.SUM),
  BLIND_TRANSFERRED("nBlindTransferred", Reading.SUM),
  CONSULT_TRANSFERRED("nConsultTransferred", Reading.SUM),
  CONSULTED("nConsult", Reading.SUM),
  ERRORS("nError", Reading.SUM),
  DIALING_MS("tDialing", Reading.SUM),
  CONTACTING_MS("tContacting", Reading.SUM),
  /** Spent in IVR legs, which are no interactions; counted per conversation. */
  IVR_MS("tIvr", Reading.SUM);

  private final String metric;
  private final Reading reading;

  Figure(String metric, Reading reading) {
    this.metric = metric;
    this.reading = reading;
  }

  /** The name of the Genesys metric. */
  public String metric() {
    return metric;
  }

  long contribution(long metricValue) {
    return switch (reading) {
      case SUM -> metricValue;
      case OCCURRENCES -> 1;
    };
  }

  private enum Reading {
    SUM,
    OCCURRENCES
  }
}
