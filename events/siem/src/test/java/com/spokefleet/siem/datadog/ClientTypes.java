package com.spokefleet.siem.datadog;

import com.datadog.api.client.AbstractOpenApiSchema;
import com.datadog.api.client.JSON;
import com.datadog.api.client.ModelEnum;
import com.datadog.api.client.UnparsedObject;
import com.datadog.api.client.v1.model.Dashboard;
import com.datadog.api.client.v1.model.LogsPipeline;
import com.datadog.api.client.v1.model.Monitor;
import com.datadog.api.client.v2.model.LogsMetricCreateRequest;
import com.datadog.api.client.v2.model.SecurityMonitoringStandardRuleCreatePayload;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * Datadog's own client as the judge of a body. By itself it is lenient: members that it does not
 * know and values that no schema fits are kept aside; here each of them is a problem.
 */
final class ClientTypes {
  private static final ObjectMapper MAPPER = JSON.getDefault().getMapper();

  private ClientTypes() {}

  /** What is wrong with the body; empty if it is valid. */
  static List<String> problems(DatadogKind kind, ObjectNode body) {
    try {
      Object value = MAPPER.readValue(body.toString(), type(kind));
      List<String> problems = new ArrayList<>();
      look(kind.name(), value, problems);
      JsonNode again = MAPPER.readTree(MAPPER.writeValueAsString(value));
      if (problems.isEmpty() && !sameAs(body, again)) {
        problems.add("written again it is other: " + again);
      }
      return problems;
    } catch (JsonProcessingException | IllegalArgumentException refused) {
      return List.of("refused: " + refused.getMessage());
    }
  }

  private static Class<?> type(DatadogKind kind) {
    return switch (kind) {
      case PIPELINE -> LogsPipeline.class;
      case METRIC -> LogsMetricCreateRequest.class;
      case DASHBOARD -> Dashboard.class;
      case MONITOR -> Monitor.class;
      case RULE -> SecurityMonitoringStandardRuleCreatePayload.class;
    };
  }

  private static void look(String path, @Nullable Object value, List<String> problems) {
    switch (value) {
      case null -> {}
      case UnparsedObject unparsed -> problems.add(path + " fits no schema: " + unparsed.getData());
      case AbstractOpenApiSchema either -> look(path, either.getActualInstance(), problems);
      case ModelEnum<?> word -> {
        if (!word.isValid()) {
          problems.add(path + " cannot be " + word.getValue());
        }
      }
      case JsonNullable<?> nullable -> look(path, nullable.orElse(null), problems);
      case List<?> list -> {
        for (int at = 0; at < list.size(); at++) {
          look(path + "[" + at + "]", list.get(at), problems);
        }
      }
      case Map<?, ?> map -> map.forEach((key, each) -> look(path + "." + key, each, problems));
      default -> {
        if (value.getClass().getPackageName().startsWith("com.datadog.api.client")) {
          lookInside(path, value, problems);
        }
      }
    }
  }

  private static void lookInside(String path, Object model, List<String> problems) {
    for (Field field : model.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      Object value = read(field, model);
      if (field.getName().equals("unparsed") && Boolean.TRUE.equals(value)) {
        problems.add(path + " has parts that fit no schema");
      } else if (field.getName().equals("additionalProperties")
          && value instanceof Map<?, ?> unknown
          && !unknown.isEmpty()) {
        problems.add(path + " has unknown members " + unknown.keySet());
      } else {
        look(path + "." + field.getName(), value, problems);
      }
    }
  }

  private static @Nullable Object read(Field field, Object model) {
    try {
      field.setAccessible(true);
      return field.get(model);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("Cannot read " + field, impossible);
    }
  }

  /** The same, but that 1 and 1.0 are the same number, and that defaults may be added. */
  private static boolean sameAs(JsonNode ours, JsonNode theirs) {
    if (ours.isNumber() && theirs.isNumber()) {
      return ours.decimalValue().compareTo(theirs.decimalValue()) == 0;
    }
    if (ours.isObject()) {
      return ours.properties().stream()
          .allMatch(
              member ->
                  theirs.has(member.getKey())
                      && sameAs(member.getValue(), theirs.path(member.getKey())));
    }
    if (ours.isArray()) {
      boolean isSame = ours.size() == theirs.size();
      for (int at = 0; isSame && at < ours.size(); at++) {
        isSame = sameAs(ours.get(at), theirs.get(at));
      }
      return isSame;
    }
    return ours.equals(theirs);
  }
}
