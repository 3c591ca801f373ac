package com.spokefleet.siem.install.datadog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Compares what was sent with what came back, which has defaults and other members besides. */
final class JsonShape {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String TAGS = "tags";

  private JsonShape() {}

  /** Of what came back only what the other one has, as deep as both have the same form. */
  static JsonNode project(JsonNode found, JsonNode wanted) {
    if (found.isObject() && wanted.isObject()) {
      ObjectNode result = NODES.objectNode();
      for (var member : wanted.properties()) {
        JsonNode there = found.path(member.getKey());
        if (!there.isMissingNode()) {
          result.set(member.getKey(), project(there, member.getValue()));
        }
      }
      return result;
    }
    if (found.isArray() && wanted.isArray() && found.size() == wanted.size()) {
      ArrayNode result = NODES.arrayNode();
      for (int index = 0; index < found.size(); index++) {
        result.add(project(found.get(index), wanted.get(index)));
      }
      return result;
    }
    return found;
  }

  /** One text for equal values: members and tags sorted, numbers in one form, nothing empty. */
  static String text(String member, JsonNode value) {
    try {
      return JSON.writeValueAsString(JSON.treeToValue(canonical(member, value), Object.class));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("Cannot write JSON", impossible);
    }
  }

  /** JSON that we wrote ourselves. */
  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("Cannot read JSON", impossible);
    }
  }

  private static JsonNode canonical(String member, JsonNode value) {
    if (value.isObject()) {
      TreeMap<String, JsonNode> members = new TreeMap<>();
      for (var each : value.properties()) {
        JsonNode canonical = canonical(each.getKey(), each.getValue());
        if (!isEmpty(canonical)) {
          members.put(each.getKey(), canonical);
        }
      }
      ObjectNode result = NODES.objectNode();
      result.setAll(members);
      return result;
    }
    if (value.isArray()) {
      List<JsonNode> elements = new ArrayList<>();
      value.forEach(element -> elements.add(canonical("", element)));
      if (member.equals(TAGS)) {
        elements.sort(Comparator.comparing(JsonNode::asText));
      }
      ArrayNode result = NODES.arrayNode();
      result.addAll(elements);
      return result;
    }
    if (value.isNumber()) {
      return NODES.numberNode(plain(value.decimalValue()));
    }
    return value;
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Datadog returns what is empty as null, as empty, or not at all. */
  static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || value.isTextual() && value.textValue().isEmpty()
        || value.isContainerNode() && value.isEmpty();
  }
}
