package com.spokefleet.genesys.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages of details of one kind: a voice call through IVR and queue to an agent. */
final class SamplePages {
  private static final Instant START = Instant.parse("2026-11-10T14:02:11.120Z");

  private final RandomGenerator random;
  private final String[] queues = new String[20];
  private final String[] users = new String[200];

  SamplePages(RandomGenerator random) {
    this.random = random;
    fill(queues);
    fill(users);
  }

  static byte[] page(String... records) {
    return bytes("{\"conversations\":[" + String.join(",", records) + "],\"totalHits\":1}");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  byte[] page(int records) {
    return bytes(
        IntStream.range(0, records)
            .mapToObj(index -> record())
            .collect(Collectors.joining(",", "{\"conversations\":[", "],\"totalHits\":123456}")));
  }

  String record() {
    Instant start = START.plusMillis(random.nextLong(86_400_000L));
    String queue = queues[random.nextInt(queues.length)];
    String user = users[random.nextInt(users.length)];
    String customer = id();
    String caller = "tel:+1555%07d".formatted(random.nextInt(10_000_000));
    return """
    {"conversationId":"%s","conversationStart":"%s","conversationEnd":"%s",\
    "divisionIds":["a1b2c3d4-0001-4a00-8a00-000000000001"],\
    "mediaStatsMinConversationMos":4.359773688,"mediaStatsMinConversationRFactor":77.4428863,\
    "originatingDirection":"inbound","selfServed":false,"participants":[%s,%s,%s,%s]}\
    """
        .formatted(
            id(),
            start,
            start.plusMillis(571_198),
            participant(
                "customer",
                "\"participantName\":\"Señora Müller 王\",",
                customerSession(customer, caller, start)),
            participant(
                "ivr",
                "\"participantName\":\"Main IVR\",",
                ivrSession(customer, caller, queue, start)),
            participant(
                "acd",
                "\"participantName\":\"Sales\",",
                acdSession(customer, caller, queue, user, start)),
            participant(
                "agent",
                "\"userId\":\"" + user + "\",",
                agentSession(customer, caller, queue, user, start)));
  }

  private String participant(String purpose, String more, String session) {
    return "{\"participantId\":\"%s\",\"purpose\":\"%s\",%s\"sessions\":[%s]}"
        .formatted(id(), purpose, more, session);
  }

  private String customerSession(String sessionId, String caller, Instant at) {
    return """
    {"ani":"%s","direction":"inbound","dnis":"tel:+15550199000",\
    "edgeId":"e0e0e0e0-0001-4001-8001-000000000001","mediaType":"voice",\
    "protocolCallId":"%s@192.0.2.10","provider":"Edge","recording":true,\
    "remoteNameDisplayable":"Springfield, US","sessionDnis":"tel:+15550199000","sessionId":"%s",\
    "mediaEndpointStats":[{"codecs":["audio/PCMU"],"eventTime":"%s","maxLatencyMs":49,\
    "minMos":4.359773688,"minRFactor":77.4428863,"receivedPackets":24810}],\
    "metrics":[%s,%s],"segments":[%s,%s]}\
    """
        .formatted(
            caller,
            id(),
            sessionId,
            at,
            metric("nConnected", 1, at),
            metric("tConnected", 530_760, at),
            segment("system", "", at),
            segment("interact", "\"disconnectType\":\"endpoint\",\"q850ResponseCodes\":[16],", at));
  }

  private String ivrSession(String peer, String caller, String queue, Instant at) {
    return """
    {"ani":"%s","direction":"inbound","dnis":"tel:+15550199000","mediaType":"voice","peerId":"%s",\
    "provider":"Edge","remote":"Springfield, US","sessionDnis":"tel:+15550199000","sessionId":"%s",\
    "flow":{"endingLanguage":"en-us","entryReason":"tel:+15550199000","entryType":"dnis",\
    "exitReason":"TRANSFER","flowId":"ab12ab12-0001-4001-8001-000000000001","flowName":"Main IVR",\
    "flowType":"INBOUNDCALL","flowVersion":"12.0","startingLanguage":"en-us",\
    "transferTargetAddress":"%s","transferTargetName":"Sales","transferType":"ACD"},\
    "metrics":[%s,%s,%s,%s],"segments":[%s,%s]}\
    """
        .formatted(
            caller,
            peer,
            id(),
            queue,
            metric("nFlow", 1, at),
            metric("tIvr", 28_979, at),
            metric("tFlow", 28_722, at),
            metric("tFlowExit", 28_722, at),
            segment("system", "", at),
            segment("ivr", "\"disconnectType\":\"transfer\",", at));
  }

  private String acdSession(String peer, String caller, String queue, String user, Instant at) {
    String inQueue =
        "\"queueId\":\"%s\",\"requestedRoutingSkillIds\":[\"d0d0d0d0-0001-4001-8001-000000000001\"],"
            .formatted(queue);
    return """
    {"activeSkillIds":["d0d0d0d0-0001-4001-8001-000000000001"],"ani":"%s","direction":"inbound",\
    "dnis":"tel:+15550199000","flowInType":"ivr","mediaType":"voice","peerId":"%s","provider":"Edge",\
    "remote":"Springfield, US","requestedRoutings":["Standard"],"selectedAgentId":"%s",\
    "sessionDnis":"tel:+15550199000","sessionId":"%s","usedRouting":"Standard",\
    "metrics":[%s,%s,%s],"segments":[%s,%s]}\
    """
        .formatted(
            caller,
            peer,
            user,
            id(),
            metric("nOffered", 1, at),
            metric("nOverSla", 1, at),
            metric("tAcd", 36_410, at),
            segment("delay", inQueue, at),
            segment("interact", inQueue + "\"disconnectType\":\"transfer\",", at));
  }

  private String agentSession(String peer, String caller, String queue, String user, Instant at) {
    String inQueue = "\"queueId\":\"%s\",".formatted(queue);
    return """
    {"ani":"%s","direction":"inbound","dnis":"tel:+15550199000","mediaType":"voice","peerId":"%s",\
    "provider":"Edge","remote":"Springfield, US","requestedRoutings":["Standard"],\
    "selectedAgentId":"%s","sessionId":"%s","usedRouting":"Standard",\
    "metrics":[%s,%s,%s,%s,%s,%s],"segments":[%s,%s,%s]}\
    """
        .formatted(
            caller,
            peer,
            user,
            id(),
            metric("tAlert", 2_364, at),
            metric("tAnswered", 36_410, at),
            metric("tTalk", 163_955, at),
            metric("tTalkComplete", 163_955, at),
            metric("tAcw", 3_000, at),
            metric("tHandle", 166_955, at),
            segment("alert", inQueue, at),
            segment("interact", inQueue, at),
            segment("wrapup", inQueue + "\"wrapUpCode\":\"ININ-WRAP-UP-TIMEOUT\",", at));
  }

  private String metric(String name, long value, Instant at) {
    return "{\"emitDate\":\"%s\",\"name\":\"%s\",\"value\":%d}".formatted(at, name, value);
  }

  private String segment(String type, String more, Instant at) {
    return "{\"conference\":false,%s\"segmentStart\":\"%s\",\"segmentEnd\":\"%s\",\"segmentType\":\"%s\"}"
        .formatted(more, at, at.plusMillis(random.nextLong(100_000)), type);
  }

  private void fill(String[] ids) {
    for (int i = 0; i < ids.length; i++) {
      ids[i] = id();
    }
  }

  private String id() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
