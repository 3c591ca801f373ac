package com.spokefleet.testing.server;

import java.util.Set;

/** The metrics an aggregates query can name. */
final class AggregateMetrics {
  /** Counts: the sum of what was emitted. */
  static final Set<String> COUNTERS =
      Set.of(
          "nBlindTransferred",
          "nBotInteractions",
          "nCobrowseSessions",
          "nConnected",
          "nConsult",
          "nConsultTransferred",
          "nError",
          "nOffered",
          "nOutbound",
          "nOutboundAbandoned",
          "nOutboundAttempted",
          "nOutboundConnected",
          "nOverSla",
          "nStateTransitionError",
          "nTransferred");

  /** Times: count, sum, least and greatest; the only ones a view can look at. */
  static final Set<String> TIMERS =
      Set.of(
          "tAbandon",
          "tAcd",
          "tActiveCallback",
          "tActiveCallbackComplete",
          "tAcw",
          "tAgentResponseTime",
          "tAgentVideoConnected",
          "tAlert",
          "tAnswered",
          "tAverageAgentResponseTime",
          "tAverageCustomerResponseTime",
          "tBarging",
          "tCallback",
          "tCallbackComplete",
          "tCoaching",
          "tCoachingComplete",
          "tConnected",
          "tContacting",
          "tDialing",
          "tFirstConnect",
          "tFirstDial",
          "tFirstEngagement",
          "tFirstResponse",
          "tFlowOut",
          "tHandle",
          "tHeld",
          "tHeldComplete",
          "tIvr",
          "tMonitoring",
          "tMonitoringComplete",
          "tNotResponding",
          "tPark",
          "tParkComplete",
          "tScreenMonitoring",
          "tShortAbandon",
          "tTalk",
          "tTalkComplete",
          "tUserResponseTime",
          "tVoicemail",
          "tWait");

  /** Observed values: served like times, or worked out from others. */
  static final Set<String> OBSERVATIONS =
      Set.of(
          "oAudioMessageCount",
          "oExternalAudioMessageCount",
          "oExternalMediaCount",
          "oMediaCount",
          "oMessageCount",
          "oMessageSegmentCount",
          "oMessageTurn");

  static final String SERVICE_LEVEL = "oServiceLevel";
  static final String SERVICE_TARGET = "oServiceTarget";

  private AggregateMetrics() {}

  static boolean isKnown(String metric) {
    return COUNTERS.contains(metric)
        || TIMERS.contains(metric)
        || OBSERVATIONS.contains(metric)
        || metric.equals(SERVICE_LEVEL)
        || metric.equals(SERVICE_TARGET);
  }
}
