package com.spokefleet.testing.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.spokefleet.testing.traffic.Attributes;
import com.spokefleet.testing.traffic.GeneratedEndpointStat;
import com.spokefleet.testing.traffic.GeneratedFlow;
import com.spokefleet.testing.traffic.GeneratedMetric;
import com.spokefleet.testing.traffic.GeneratedParticipant;
import com.spokefleet.testing.traffic.GeneratedSegment;
import com.spokefleet.testing.traffic.GeneratedSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session with its metrics and segments, as far as they exist at some instant. */
final class SessionJson {
  private final JsonGenerator json;
  private final long asOf;

  SessionJson(JsonGenerator json, long asOf) {
    this.json = json;
    this.asOf = asOf;
  }

  static boolean hasBegun(GeneratedParticipant participant, long asOf) {
    return participant.sessions().stream().anyMatch(session -> hasBegun(session, asOf));
  }

  static boolean hasBegun(GeneratedSession session, long asOf) {
    return session.segments().stream().anyMatch(segment -> segment.start() <= asOf);
  }

  void write(GeneratedSession session) throws IOException {
    json.writeStartObject();
    json.writeStringField("mediaType", session.mediaType());
    json.writeStringField("sessionId", session.id());
    json.writeStringField("direction", session.direction());
    write("peerId", session.peerId());
    write(session.attributes());
    writeEndpointStats(session);
    GeneratedFlow flow = session.flow();
    if (flow != null) {
      write(flow);
    }
    json.writeArrayFieldStart("metrics");
    for (GeneratedMetric metric : session.metrics()) {
      if (metric.emitted() <= asOf) {
        json.writeStartObject();
        json.writeStringField("name", metric.name());
        json.writeNumberField("value", metric.value());
        write("emitDate", metric.emitted());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("segments");
    for (GeneratedSegment segment : session.segments()) {
      if (segment.start() <= asOf) {
        write(segment);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(GeneratedSegment segment) throws IOException {
    json.writeStartObject();
    write("segmentStart", segment.start());
    if (segment.end() <= asOf) {
      write("segmentEnd", segment.end());
      write("disconnectType", segment.disconnectType());
      write("wrapUpCode", segment.wrapUpCode());
    }
    write("queueId", segment.queueId());
    json.writeStringField("segmentType", segment.type());
    json.writeBooleanField("conference", false);
    write(segment.attributes());
    json.writeEndObject();
  }

  private void writeEndpointStats(GeneratedSession session) throws IOException {
    if (session.endpointStats().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("mediaEndpointStats");
    for (GeneratedEndpointStat stat : session.endpointStats()) {
      if (stat.eventTime() <= asOf) {
        json.writeStartObject();
        json.writeArrayFieldStart("codecs");
        json.writeString(stat.codec());
        json.writeEndArray();
        write("eventTime", stat.eventTime());
        json.writeNumberField("maxLatencyMs", stat.maxLatencyMs());
        json.writeNumberField("minMos", stat.minMos());
        json.writeNumberField("minRFactor", stat.minRFactor());
        json.writeNumberField("receivedPackets", stat.packets());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void write(GeneratedFlow flow) throws IOException {
    json.writeObjectFieldStart("flow");
    json.writeStringField("flowId", flow.id());
    json.writeStringField("flowName", flow.name());
    json.writeStringField("flowType", flow.type());
    json.writeStringField("flowVersion", "12.0");
    json.writeStringField("startingLanguage", flow.language());
    write("entryType", flow.entryType());
    write("entryReason", flow.entryReason());
    GeneratedFlow.Outcome outcome = flow.outcome();
    if (outcome != null && outcome.end() <= asOf) {
      write("exitReason", flow.exitReason());
      write("transferType", flow.transferType());
      write("transferTargetName", flow.transferTargetName());
      write("transferTargetAddress", flow.transferTargetAddress());
      write("endingLanguage", flow.language());
      json.writeArrayFieldStart("outcomes");
      json.writeStartObject();
      json.writeStringField("flowOutcome", outcome.id() + ":" + outcome.value());
      json.writeStringField("flowOutcomeId", outcome.id());
      json.writeStringField("flowOutcomeValue", outcome.value());
      write("flowOutcomeStartTimestamp", outcome.start());
      write("flowOutcomeEndTimestamp", outcome.end());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void write(Attributes attributes) {
    attributes.forEach(
        (name, value) -> {
          try {
            json.writeFieldName(name);
            writeValue(value);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  private void writeValue(Object value) throws IOException {
    switch (value) {
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Boolean bool -> json.writeBoolean(bool);
      case List<?> list -> {
        json.writeStartArray();
        for (Object element : list) {
          writeValue(element);
        }
        json.writeEndArray();
      }
      default -> throw new IllegalArgumentException("Cannot write " + value.getClass());
    }
  }

  private void write(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private void write(String name, long instant) throws IOException {
    json.writeStringField(name, Timestamps.text(instant));
  }
}
