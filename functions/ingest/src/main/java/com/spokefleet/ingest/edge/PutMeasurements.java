package com.spokefleet.ingest.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.normalize.edge.EdgeMeasurement;
import com.spokefleet.telemetry.FailureKind;
import java.util.SortedMap;
import java.util.TreeMap;

/** Per stream the moment of the last measurement of each Edge that is in it, as a checkpoint. */
final class PutMeasurements {
  private final JsonState state;
  private final ObjectMapper mapper = new ObjectMapper();
  private final SortedMap<String, SortedMap<String, Long>> latest = new TreeMap<>();

  PutMeasurements(JsonState state) {
    this.state = state;
  }

  /** Reads it afresh: another process may have written. */
  void read() {
    latest.clear();
    try {
      JsonNode streams = mapper.readTree(state.read().orElse("{}"));
      streams
          .properties()
          .forEach(
              stream ->
                  stream
                      .getValue()
                      .properties()
                      .forEach(
                          edge ->
                              ofStream(stream.getKey())
                                  .put(edge.getKey(), edge.getValue().asLong())));
    } catch (JsonProcessingException malformed) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read which measurements were put: checkpoint " + state.key() + " is spoilt",
          malformed);
    }
  }

  boolean contains(String stream, EdgeMeasurement measured) {
    Long last = ofStream(stream).get(measured.edgeId());
    return last != null && last >= measured.observedAt().toEpochMilli();
  }

  void add(String stream, EdgeMeasurement measured) {
    ofStream(stream).put(measured.edgeId(), measured.observedAt().toEpochMilli());
  }

  void write() {
    ObjectNode streams = mapper.createObjectNode();
    latest.forEach(
        (stream, edges) -> {
          ObjectNode moments = streams.putObject(stream);
          edges.forEach(moments::put);
        });
    state.write(streams.toString());
  }

  private SortedMap<String, Long> ofStream(String stream) {
    return latest.computeIfAbsent(stream, newStream -> new TreeMap<>());
  }
}
