package com.spokefleet.genesys.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.normalize.edge.EdgeMeasurement;
import com.spokefleet.normalize.edge.EdgeMeasurement.Network;
import com.spokefleet.normalize.edge.EdgeMeasurement.Processor;
import com.spokefleet.normalize.edge.EdgeMeasurement.Space;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a measurement of its JSON, which is the same by API and as the body of an event. Bytes and
 * the up time need 64 bits and come as decimals, too. Thread-safe.
 */
final class EdgeDecoder {
  private static final double LARGEST_EXACT = 1L << 53;
  private static final Set<String> KNOWN =
      Set.of(
          "disks",
          "edge",
          "eventTime",
          "memory",
          "networks",
          "processors",
          "subsystems",
          "upTimeMsec");

  EdgeRecord decode(JsonNode record) {
    try {
      return new EdgeRecord.Decoded(measurement(record), unknownFields(record), record.toString());
    } catch (UnusableException unusable) {
      byte[] raw = record.toString().getBytes(StandardCharsets.UTF_8);
      return new EdgeRecord.Poison(raw, String.valueOf(unusable.getMessage()));
    }
  }

  private static EdgeMeasurement measurement(JsonNode record) throws UnusableException {
    String edgeId = text(record.path("edge"), "id");
    if (edgeId == null || edgeId.isEmpty()) {
      throw new UnusableException("/edge/id is missing");
    }
    List<Processor> processors = new ArrayList<>();
    for (JsonNode processor : array(record, "processors")) {
      processors.add(
          new Processor(
              text(processor, "cpuId"),
              decimal(processor, "activeTimePct"),
              decimal(processor, "idleTimePct"),
              decimal(processor, "privilegedTimePct"),
              decimal(processor, "userTimePct")));
    }
    List<Network> networks = new ArrayList<>();
    for (JsonNode network : array(record, "networks")) {
      networks.add(
          new Network(
              whole(network, "sentBytesPerSec"),
              whole(network, "receivedBytesPerSec"),
              whole(network, "bandwidthBitsPerSec"),
              decimal(network, "utilizationPct")));
    }
    return new EdgeMeasurement(
        edgeId,
        text(record.path("edge"), "name"),
        time(record),
        whole(record, "upTimeMsec"),
        List.copyOf(processors),
        spaces(record, "memory", "type"),
        spaces(record, "disks", "partitionName"),
        List.copyOf(networks),
        delays(record));
  }

  private static Instant time(JsonNode record) throws UnusableException {
    String text = text(record, "eventTime");
    if (text == null) {
      throw new UnusableException("/eventTime is missing");
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new UnusableException("/eventTime is not an instant with a zone");
    }
  }

  private static List<Space> spaces(JsonNode record, String list, String name)
      throws UnusableException {
    List<Space> spaces = new ArrayList<>();
    for (JsonNode space : array(record, list)) {
      spaces.add(
          new Space(text(space, name), whole(space, "availableBytes"), whole(space, "totalBytes")));
    }
    return List.copyOf(spaces);
  }

  private static List<Long> delays(JsonNode record) throws UnusableException {
    List<Long> delays = new ArrayList<>();
    for (JsonNode subsystem : array(record, "subsystems")) {
      add(delays, whole(subsystem, "delayMs"));
      add(delays, whole(subsystem.path("mediaSubsystem"), "delayMs"));
    }
    return List.copyOf(delays);
  }

  private static void add(List<Long> delays, @Nullable Long delay) {
    if (delay != null) {
      delays.add(delay);
    }
  }

  private static JsonNode array(JsonNode node, String field) throws UnusableException {
    JsonNode value = node.path(field);
    if (!value.isArray() && !isAbsent(value)) {
      throw new UnusableException("/" + field + " is not an array");
    }
    return value;
  }

  private static @Nullable String text(JsonNode node, String field) throws UnusableException {
    JsonNode value = node.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isTextual()) {
      throw new UnusableException("/" + field + " is not text");
    }
    return value.textValue();
  }

  private static @Nullable Double decimal(JsonNode node, String field) throws UnusableException {
    JsonNode value = node.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isNumber() || Double.isInfinite(value.doubleValue())) {
      throw new UnusableException("/" + field + " is not a number");
    }
    return value.doubleValue();
  }

  private static @Nullable Long whole(JsonNode node, String field) throws UnusableException {
    JsonNode value = node.path(field);
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    Double number = decimal(node, field);
    if (number == null) {
      return null;
    }
    if (Math.abs(number) > LARGEST_EXACT) {
      throw new UnusableException("/" + field + " is too large a number");
    }
    return Math.round(number);
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static int unknownFields(JsonNode record) {
    return (int)
        record.properties().stream().filter(entry -> !KNOWN.contains(entry.getKey())).count();
  }

  /** Leaves the decoding of one record. */
  private static final class UnusableException extends Exception {
    UnusableException(String reason) {
      super(reason, null, false, false);
    }
  }
}
