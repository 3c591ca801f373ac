package com.spokefleet.normalize;

import static com.spokefleet.normalize.ConversationBuilder.at;

import com.spokefleet.normalize.conversation.Flow;
import com.spokefleet.normalize.conversation.Metric;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Segment;
import com.spokefleet.normalize.conversation.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session and the participant it belongs to. */
final class LegBuilder {
  private final @Nullable String purpose;
  private @Nullable String userId;
  private @Nullable String queueId;
  private @Nullable String name;
  private String participantId;
  private String sessionId;
  private @Nullable String mediaType = "voice";
  private @Nullable Instant callbackScheduledTime;
  private @Nullable Flow flow;
  private final List<Metric> metrics = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();

  private LegBuilder(@Nullable String purpose, String id) {
    this.purpose = purpose;
    this.participantId = "participant-" + id;
    this.sessionId = "session-" + id;
  }

  static LegBuilder customer() {
    return new LegBuilder("customer", "customer");
  }

  static LegBuilder ivr(String flowName) {
    LegBuilder leg = new LegBuilder("ivr", "ivr");
    leg.flow =
        new Flow(
            "flow-" + flowName,
            flowName,
            "INBOUNDCALL",
            "1.0",
            "dnis",
            null,
            "TRANSFER",
            "ACD",
            null,
            null,
            "en-us",
            "en-us",
            null);
    return leg;
  }

  static LegBuilder queue(String queueId) {
    LegBuilder leg = new LegBuilder("acd", queueId);
    leg.queueId = queueId;
    leg.name = queueId;
    return leg;
  }

  static LegBuilder agent(String userId) {
    LegBuilder leg = new LegBuilder("agent", userId);
    leg.userId = userId;
    return leg;
  }

  static LegBuilder participant(@Nullable String purpose, String id) {
    return new LegBuilder(purpose, id);
  }

  LegBuilder inQueue(String queueId) {
    this.queueId = queueId;
    return this;
  }

  LegBuilder named(String name) {
    this.name = name;
    return this;
  }

  LegBuilder session(String sessionId) {
    this.sessionId = sessionId;
    return this;
  }

  LegBuilder of(String participantId) {
    this.participantId = participantId;
    return this;
  }

  LegBuilder media(@Nullable String mediaType) {
    this.mediaType = mediaType;
    return this;
  }

  LegBuilder scheduledFor(String time) {
    this.callbackScheduledTime = at(time);
    return this;
  }

  LegBuilder metric(String metric, long value) {
    metrics.add(new Metric(metric, value, null));
    return this;
  }

  LegBuilder metric(String metric, long value, String emitted) {
    metrics.add(new Metric(metric, value, at(emitted)));
    return this;
  }

  LegBuilder segment(String type, String start, String end) {
    return segment(type, start, end, null, null);
  }

  LegBuilder segment(String type, String start, String end, String disconnectType) {
    return segment(type, start, end, disconnectType, null);
  }

  LegBuilder openSegment(String type, String start) {
    return segment(type, start, null, null, null);
  }

  LegBuilder wrapup(String code, String start, String end) {
    return segment("wrapup", start, end, null, code);
  }

  private LegBuilder segment(
      String type,
      String start,
      @Nullable String end,
      @Nullable String disconnectType,
      @Nullable String wrapupCode) {
    segments.add(
        new Segment(
            type,
            at(start),
            end == null ? null : at(end),
            queueId,
            null,
            disconnectType,
            null,
            false,
            wrapupCode,
            null,
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            null,
            null));
    return this;
  }

  Participant participant() {
    return new Participant(
        participantId,
        name,
        purpose,
        userId,
        null,
        null,
        null,
        null,
        Map.of(),
        List.of(buildSession()));
  }

  Participant joining(Participant earlier) {
    List<Session> sessions = new ArrayList<>(earlier.sessions());
    sessions.add(buildSession());
    return new Participant(
        participantId,
        name,
        purpose,
        userId,
        null,
        null,
        null,
        null,
        Map.of(),
        List.copyOf(sessions));
  }

  private Session buildSession() {
    return new Session(
        sessionId,
        null,
        mediaType,
        null,
        "inbound",
        "Edge",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        callbackScheduledTime,
        List.of("Standard"),
        "Standard",
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        flow,
        List.copyOf(metrics),
        List.copyOf(segments));
  }
}
