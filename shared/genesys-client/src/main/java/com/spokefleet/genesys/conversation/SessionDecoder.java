package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.conversation.Flow;
import com.spokefleet.normalize.conversation.Metric;
import com.spokefleet.normalize.conversation.Segment;
import com.spokefleet.normalize.conversation.Session;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes an {@code AnalyticsSession}. Not thread-safe: it reuses its buffers. */
final class SessionDecoder {
  private static final String PATH = "participants.sessions";

  private final List<Metric> metricBuffer = new ArrayList<>();
  private final List<Segment> segmentBuffer = new ArrayList<>();

  Session decode(FieldReader reader) throws IOException, PoisonException {
    String sessionId = null;
    String peerId = null;
    String mediaType = null;
    String messageType = null;
    String direction = null;
    String provider = null;
    String ani = null;
    String dnis = null;
    String sessionDnis = null;
    String addressFrom = null;
    String addressTo = null;
    String addressSelf = null;
    String addressOther = null;
    String remote = null;
    String callbackUserName = null;
    List<String> callbackNumbers = List.of();
    Instant callbackScheduledTime = null;
    List<String> requestedRoutings = List.of();
    String usedRouting = null;
    String selectedAgentId = null;
    List<String> activeSkillIds = List.of();
    String flowInType = null;
    String flowOutType = null;
    String outboundCampaignId = null;
    String outboundContactId = null;
    String outboundContactListId = null;
    String dispositionAnalyzer = null;
    String dispositionName = null;
    String deliveryStatus = null;
    String scriptId = null;
    Boolean recording = null;
    Boolean acwSkipped = null;
    Boolean authenticated = null;
    Flow flow = null;
    List<Metric> metrics = List.of();
    List<Segment> segments = List.of();
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "sessionId" -> sessionId = reader.identifier();
        case "peerId" -> peerId = reader.identifier();
        case "mediaType" -> mediaType = reader.word();
        case "messageType" -> messageType = reader.word();
        case "direction" -> direction = reader.word();
        case "provider" -> provider = reader.word();
        case "ani" -> ani = reader.word();
        case "dnis" -> dnis = reader.word();
        case "sessionDnis" -> sessionDnis = reader.word();
        case "addressFrom" -> addressFrom = reader.text();
        case "addressTo" -> addressTo = reader.text();
        case "addressSelf" -> addressSelf = reader.text();
        case "addressOther" -> addressOther = reader.text();
        case "remote" -> remote = reader.word();
        case "callbackUserName" -> callbackUserName = reader.text();
        case "callbackNumbers" -> callbackNumbers = reader.words();
        case "callbackScheduledTime" -> callbackScheduledTime = reader.instant();
        case "requestedRoutings" -> requestedRoutings = reader.words();
        case "usedRouting" -> usedRouting = reader.word();
        case "selectedAgentId" -> selectedAgentId = reader.repeatedIdentifier();
        case "activeSkillIds" -> activeSkillIds = reader.words();
        case "flowInType" -> flowInType = reader.word();
        case "flowOutType" -> flowOutType = reader.word();
        case "outboundCampaignId" -> outboundCampaignId = reader.repeatedIdentifier();
        case "outboundContactId" -> outboundContactId = reader.identifier();
        case "outboundContactListId" -> outboundContactListId = reader.repeatedIdentifier();
        case "dispositionAnalyzer" -> dispositionAnalyzer = reader.word();
        case "dispositionName" -> dispositionName = reader.word();
        case "deliveryStatus" -> deliveryStatus = reader.word();
        case "scriptId" -> scriptId = reader.repeatedIdentifier();
        case "recording" -> recording = reader.truth();
        case "acwSkipped" -> acwSkipped = reader.truth();
        case "authenticated" -> authenticated = reader.truth();
        case "flow" -> flow = decodeFlow(reader);
        case "metrics" -> metrics = reader.objects(metricBuffer, MetricDecoder::decode);
        case "segments" -> segments = reader.objects(segmentBuffer, SegmentDecoder::decode);
        case "agentAssistantId",
            "agentBullseyeRing",
            "agentGroups",
            "agentOwned",
            "assignerId",
            "bargedParticipantId",
            "bcc",
            "cc",
            "cleared",
            "coachedParticipantId",
            "cobrowseRole",
            "cobrowseRoomId",
            "deliveryPushed",
            "deliveryStatusChangeDate",
            "destinationAddresses",
            "detectedSpeechEnd",
            "detectedSpeechStart",
            "edgeId",
            "eligibleAgentCounts",
            "engagementSource",
            "errorCodeDescription",
            "extendedDeliveryStatus",
            "journeyActionId",
            "journeyActionMapId",
            "journeyActionMapVersion",
            "journeyCustomerId",
            "journeyCustomerIdType",
            "journeyCustomerSessionId",
            "journeyCustomerSessionIdType",
            "mediaBridgeId",
            "mediaCount",
            "mediaEndpointStats",
            "monitoredParticipantId",
            "proposedAgents",
            "protocolCallId",
            "remoteNameDisplayable",
            "removedSkillIds",
            "roomId",
            "routingRing",
            "routingRule",
            "routingRuleType",
            "screenMonitoredUserId",
            "screenShareAddressSelf",
            "screenShareRoomId",
            "selectedAgentRank",
            "sharingScreen",
            "skillExpressionId",
            "skipEnabled",
            "snippetRecording",
            "timeoutSeconds",
            "videoAddressSelf",
            "videoRoomId",
            "waitingInteractionCounts" ->
            reader.skip();
        default -> reader.skipUnknown(PATH, field);
      }
    }
    return new Session(
        reader.required(sessionId, "sessionId"),
        peerId,
        mediaType,
        messageType,
        direction,
        provider,
        ani,
        dnis,
        sessionDnis,
        addressFrom,
        addressTo,
        addressSelf,
        addressOther,
        remote,
        callbackUserName,
        callbackNumbers,
        callbackScheduledTime,
        requestedRoutings,
        usedRouting,
        selectedAgentId,
        activeSkillIds,
        flowInType,
        flowOutType,
        outboundCampaignId,
        outboundContactId,
        outboundContactListId,
        dispositionAnalyzer,
        dispositionName,
        deliveryStatus,
        scriptId,
        recording,
        acwSkipped,
        authenticated,
        flow,
        metrics,
        segments);
  }

  private static @Nullable Flow decodeFlow(FieldReader reader) throws IOException, PoisonException {
    return reader.startsObject() ? FlowDecoder.decode(reader) : null;
  }
}
