package com.spokefleet.normalize.aggregate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The additive metrics of Genesys' conversation aggregates. Source: the enum of
 * ConversationAggregationQuery in the Java SDK 198.1, and for those marked so the later SDKs. Left
 * out are oServiceLevel and oServiceTarget, which have fields of their own, and nConversations,
 * which counts a conversation once in every group and interval and so does not add up.
 */
public enum AggregateMetric {
  BLIND_TRANSFERRED("nBlindTransferred", Kind.COUNTER, true),
  COBROWSE_SESSIONS("nCobrowseSessions", Kind.COUNTER, true),
  CONNECTED("nConnected", Kind.COUNTER, true),
  CONSULT("nConsult", Kind.COUNTER, true),
  CONSULT_TRANSFERRED("nConsultTransferred", Kind.COUNTER, true),
  ERROR("nError", Kind.COUNTER, true),
  OFFERED("nOffered", Kind.COUNTER, true),
  OUTBOUND("nOutbound", Kind.COUNTER, true),
  OUTBOUND_ABANDONED("nOutboundAbandoned", Kind.COUNTER, true),
  OUTBOUND_ATTEMPTED("nOutboundAttempted", Kind.COUNTER, true),
  OUTBOUND_CONNECTED("nOutboundConnected", Kind.COUNTER, true),
  OVER_SLA("nOverSla", Kind.COUNTER, true),
  STATE_TRANSITION_ERROR("nStateTransitionError", Kind.COUNTER, true),
  TRANSFERRED("nTransferred", Kind.COUNTER, true),
  ABANDON("tAbandon", Kind.TIMER, true),
  ACD("tAcd", Kind.TIMER, true),
  ACTIVE_CALLBACK("tActiveCallback", Kind.TIMER, true),
  ACTIVE_CALLBACK_COMPLETE("tActiveCallbackComplete", Kind.TIMER, true),
  ACW("tAcw", Kind.TIMER, true),
  AGENT_RESPONSE_TIME("tAgentResponseTime", Kind.TIMER, true),
  ALERT("tAlert", Kind.TIMER, true),
  ANSWERED("tAnswered", Kind.TIMER, true),
  BARGING("tBarging", Kind.TIMER, true),
  CALLBACK("tCallback", Kind.TIMER, true),
  CALLBACK_COMPLETE("tCallbackComplete", Kind.TIMER, true),
  COACHING("tCoaching", Kind.TIMER, true),
  COACHING_COMPLETE("tCoachingComplete", Kind.TIMER, true),
  CONNECTED_TIME("tConnected", Kind.TIMER, true),
  CONTACTING("tContacting", Kind.TIMER, true),
  DIALING("tDialing", Kind.TIMER, true),
  FIRST_CONNECT("tFirstConnect", Kind.TIMER, true),
  FIRST_DIAL("tFirstDial", Kind.TIMER, true),
  FLOW_OUT("tFlowOut", Kind.TIMER, true),
  HANDLE("tHandle", Kind.TIMER, true),
  HELD("tHeld", Kind.TIMER, true),
  HELD_COMPLETE("tHeldComplete", Kind.TIMER, true),
  IVR("tIvr", Kind.TIMER, true),
  MONITORING("tMonitoring", Kind.TIMER, true),
  MONITORING_COMPLETE("tMonitoringComplete", Kind.TIMER, true),
  NOT_RESPONDING("tNotResponding", Kind.TIMER, true),
  PARK("tPark", Kind.TIMER, true),
  PARK_COMPLETE("tParkComplete", Kind.TIMER, true),
  SHORT_ABANDON("tShortAbandon", Kind.TIMER, true),
  TALK("tTalk", Kind.TIMER, true),
  TALK_COMPLETE("tTalkComplete", Kind.TIMER, true),
  USER_RESPONSE_TIME("tUserResponseTime", Kind.TIMER, true),
  VOICEMAIL("tVoicemail", Kind.TIMER, true),
  WAIT("tWait", Kind.TIMER, true),
  EXTERNAL_MEDIA_COUNT("oExternalMediaCount", Kind.OBSERVATION, true),
  MEDIA_COUNT("oMediaCount", Kind.OBSERVATION, true),
  MESSAGE_TURN("oMessageTurn", Kind.OBSERVATION, true),
  // What follows is missing in the Java SDK 198.1 and known from later SDKs; an org may refuse it.
  BOT_INTERACTIONS("nBotInteractions", Kind.COUNTER, false),
  AUDIO_MESSAGE_COUNT("oAudioMessageCount", Kind.OBSERVATION, false),
  EXTERNAL_AUDIO_MESSAGE_COUNT("oExternalAudioMessageCount", Kind.OBSERVATION, false),
  MESSAGE_COUNT("oMessageCount", Kind.OBSERVATION, false),
  MESSAGE_SEGMENT_COUNT("oMessageSegmentCount", Kind.OBSERVATION, false),
  AGENT_VIDEO_CONNECTED("tAgentVideoConnected", Kind.TIMER, false),
  AVERAGE_AGENT_RESPONSE_TIME("tAverageAgentResponseTime", Kind.TIMER, false),
  AVERAGE_CUSTOMER_RESPONSE_TIME("tAverageCustomerResponseTime", Kind.TIMER, false),
  FIRST_ENGAGEMENT("tFirstEngagement", Kind.TIMER, false),
  FIRST_RESPONSE("tFirstResponse", Kind.TIMER, false),
  SCREEN_MONITORING("tScreenMonitoring", Kind.TIMER, false);

  private static final Map<String, AggregateMetric> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(AggregateMetric::apiName, Function.identity()));

  private final String apiName;
  private final Kind kind;
  private final boolean longKnown;

  AggregateMetric(String apiName, Kind kind, boolean longKnown) {
    this.apiName = apiName;
    this.kind = kind;
    this.longKnown = longKnown;
  }

  /** What Genesys tells of a metric. */
  public enum Kind {
    /** nX: how often. */
    COUNTER,
    /** tX: how often, and how many milliseconds in all. */
    TIMER,
    /** oX: how often it was observed, and the sum of what was. */
    OBSERVATION
  }

  /** The metric of that name; empty for one that is newer than this list. */
  public static Optional<AggregateMetric> named(String apiName) {
    return Optional.ofNullable(BY_NAME.get(apiName));
  }

  /** As Genesys spells it. */
  public String apiName() {
    return apiName;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether every org can be expected to know it. */
  public boolean isLongKnown() {
    return longKnown;
  }

  /** As columns spell it, such as {@code talk_complete}; nConnected and tConnected differ. */
  public String columnName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the greatest value is kept beside the sum. */
  public boolean hasMaximum() {
    return switch (this) {
      case ABANDON, ACD, ANSWERED, HANDLE, MESSAGE_TURN -> true;
      default -> false;
    };
  }
}
