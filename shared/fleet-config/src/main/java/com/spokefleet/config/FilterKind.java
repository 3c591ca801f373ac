package com.spokefleet.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of filters in a query, and what its predicates can be about. Names are those of Genesys'
 * platform SDK for Java, 198.1.0.
 *
 * @param member name in the query
 * @param dimensions what can be compared, with what
 * @param metrics what can be measured
 * @param hasProperties whether predicates can be about properties that the org itself defines
 * @param reserved dimensions that the API knows and Spokefleet sets itself
 */
record FilterKind(
    String member,
    Map<String, FilterValue> dimensions,
    List<String> metrics,
    boolean hasProperties,
    Set<String> reserved) {

  private static final String PURPOSES =
      "acd agent api botflow campaign customer dialer external fax group inbound ivr manual outbound"
          + " station user voicemail workflow";

  static final FilterKind CONVERSATION =
      new FilterKind(
          "conversationFilters",
          dimensions(
              """
              externalTag mediaStatsMinConversationMos\
              """,
              "conversationId divisionId",
              Map.of(
                  "conversationInitiator", FilterValue.oneOf(PURPOSES),
                  "customerParticipation", FilterValue.YES_OR_NO,
                  "originatingDirection", FilterValue.oneOf("inbound outbound"))),
          words(
              """
              nBlindTransferred nCobrowseSessions nConnected nConsult nConsultTransferred nError \
              nFlow nFlowMilestone nFlowOutcome nFlowOutcomeFailed nOffered nOutbound \
              nOutboundAbandoned nOutboundAttempted nOutboundConnected nOverSla \
              nStateTransitionError nTransferred oExternalMediaCount oFlowMilestone oMediaCount \
              oMessageTurn tAbandon tAcd tActiveCallback tActiveCallbackComplete tAcw \
              tAgentResponseTime tAlert tAnswered tBarging tCallback tCallbackComplete tCoaching \
              tCoachingComplete tConnected tContacting tConversationDuration tDialing \
              tFirstConnect tFirstDial tFlow tFlowDisconnect tFlowExit tFlowOut tFlowOutcome \
              tHandle tHeld tHeldComplete tIvr tMonitoring tMonitoringComplete tNotResponding \
              tPark tParkComplete tShortAbandon tTalk tTalkComplete tUserResponseTime tVoicemail\
              """),
          false,
          Set.of("conversationStart", "conversationEnd"));

  static final FilterKind SEGMENT =
      new FilterKind(
          "segmentFilters",
          dimensions(
              """
              addressFrom addressTo agentAssistantId ani callbackNumber callbackScheduledTime \
              deliveryStatus destinationAddress dnis edgeId errorCode exitReason \
              extendedDeliveryStatus externalContactId externalOrganizationId \
              canonicalExternalContactId flaggedReason flowId flowName flowOutType flowOutcome \
              flowOutcomeId flowOutcomeValue flowVersion journeyActionId journeyActionMapId \
              journeyCustomerId journeyCustomerIdType journeyCustomerSessionId mediaCount \
              messageType outboundCampaignId outboundContactId outboundContactListId \
              participantName protocolCallId provider remote remoteNameDisplayable scriptId \
              segmentEnd sessionDnis sipResponseCode subject transferTargetAddress \
              transferTargetName transferType wrapUpCode wrapUpNote\
              """,
              """
              bargedParticipantId coachedParticipantId destinationConversationId groupId \
              monitoredParticipantId queueId requestedLanguageId requestedRoutingSkillId \
              scoredAgentId teamId userId\
              """,
              segmentChoices()),
          List.of("tSegmentDuration"),
          true,
          Set.of());

  static final FilterKind USER =
      new FilterKind("userFilters", Map.of("userId", FilterValue.ID), List.of(), false, Set.of());

  static final FilterKind PRESENCE =
      new FilterKind(
          "presenceFilters",
          dimensions(
              "",
              "organizationPresenceId",
              Map.of(
                  "systemPresence",
                  FilterValue.oneOf(
                      "AVAILABLE AWAY BUSY OFFLINE IDLE ON_QUEUE MEAL TRAINING MEETING BREAK"))),
          List.of(),
          false,
          Set.of());

  static final FilterKind ROUTING_STATUS =
      new FilterKind(
          "routingStatusFilters",
          Map.of(
              "routingStatus",
              FilterValue.oneOf("OFF_QUEUE IDLE INTERACTING NOT_RESPONDING COMMUNICATING")),
          List.of(),
          false,
          Set.of());

  /** Names of the dimensions in alphabetical order. */
  List<String> dimensionNames() {
    return dimensions.keySet().stream().sorted().toList();
  }

  private static Map<String, FilterValue> segmentChoices() {
    Map<String, FilterValue> choices = new LinkedHashMap<>();
    for (String flag : words("agentOwned authenticated cleared conference recording")) {
      choices.put(flag, FilterValue.YES_OR_NO);
    }
    choices.put("direction", FilterValue.oneOf("inbound outbound"));
    choices.put(
        "disconnectType",
        FilterValue.oneOf(
            "client conferenceTransfer consultTransfer dndEndpoint dndTransfer endpoint endpointDnd"
                + " error forwardTransfer noAnswerTransfer notAvailableTransfer other peer spam"
                + " system timeout transfer transferDnd transportFailure uncallable"));
    choices.put(
        "mediaType",
        FilterValue.oneOf("callback chat cobrowse email message screenshare unknown video voice"));
    choices.put("purpose", FilterValue.oneOf(PURPOSES));
    choices.put(
        "requestedRouting",
        FilterValue.oneOf(
            "Bullseye Conditional Direct Last Manual Predictive Preferred Standard Vip"));
    choices.put(
        "segmentType",
        FilterValue.oneOf(
            "alert barging callback coaching contacting converting delay dialing hold interact ivr"
                + " monitoring parked scheduled sharing system transmitting unknown uploading"
                + " voicemail wrapup"));
    choices.put(
        "usedRouting",
        FilterValue.oneOf(
            "Bullseye Conditional Direct Last Manual Predictive Preferred Standard Vip"));
    return choices;
  }

  private static Map<String, FilterValue> dimensions(
      String ofAnyValue, String ofIds, Map<String, FilterValue> ofChoices) {
    Map<String, FilterValue> dimensions = new LinkedHashMap<>(ofChoices);
    words(ofAnyValue).forEach(name -> dimensions.put(name, FilterValue.ANY));
    words(ofIds).forEach(name -> dimensions.put(name, FilterValue.ID));
    return dimensions;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }
}
