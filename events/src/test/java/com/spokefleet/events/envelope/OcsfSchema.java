package com.spokefleet.events.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds events against what OCSF says of the classes and objects that we use: {@code
 * ocsf-1.8.0.json}, a table of ours with the facts of the released schema.
 */
public final class OcsfSchema {
  private static final JsonNode TABLE = table();
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private OcsfSchema() {}

  /** What is wrong with an event; empty if nothing is. */
  public static List<String> problems(JsonNode event) {
    List<String> problems = new ArrayList<>();
    Optional<JsonNode> ocsfClass =
        TABLE
            .path("classes")
            .valueStream()
            .filter(one -> one.path("uid").equals(event.path("class_uid")))
            .findFirst();
    if (ocsfClass.isEmpty()) {
      return List.of("no class " + event.path("class_uid"));
    }
    object("", event, ocsfClass.get(), problems);
    long type = event.path("class_uid").asLong() * 100 + event.path("activity_id").asLong();
    if (event.path("type_uid").asLong(-1) != type) {
      problems.add("type_uid is not " + type);
    }
    if (event.path("activity_id").asInt() == 99 && event.path("activity_name").asText().isEmpty()) {
      problems.add("another activity has no name");
    }
    return problems;
  }

  private static void object(
      String path, JsonNode object, JsonNode definition, List<String> problems) {
    JsonNode attributes = definition.path("attributes");
    attributes
        .properties()
        .forEach(
            attribute -> {
              boolean required =
                  attribute.getValue().path("requirement").asText().equals("required");
              if (required && !object.has(attribute.getKey())) {
                problems.add(path + attribute.getKey() + " is missing");
              }
            });
    JsonNode anyOf = definition.path("constraints").path("at_least_one");
    if (!anyOf.isEmpty() && anyOf.valueStream().noneMatch(name -> object.has(name.asText()))) {
      problems.add(path + " has none of " + anyOf);
    }
    JsonNode oneOf = definition.path("constraints").path("just_one");
    if (!oneOf.isEmpty()
        && oneOf.valueStream().filter(name -> object.has(name.asText())).count() != 1) {
      problems.add(path + " has not just one of " + oneOf);
    }
    object
        .properties()
        .forEach(
            member -> {
              String place = path + member.getKey();
              JsonNode attribute = attributes.path(member.getKey());
              if (attribute.isMissingNode()) {
                problems.add(place + " is no attribute");
              } else if (attribute.has("array")) {
                if (!member.getValue().isArray() || member.getValue().isEmpty()) {
                  problems.add(place + " is no list of something");
                }
                member.getValue().forEach(value -> value(place, value, attribute, problems));
              } else {
                value(place, member.getValue(), attribute, problems);
              }
            });
  }

  private static void value(
      String path, JsonNode value, JsonNode attribute, List<String> problems) {
    String type = attribute.path("type").asText();
    boolean right =
        switch (type) {
          case "integer_t" -> value.isInt();
          case "long_t" -> value.isIntegralNumber();
          // Milliseconds: a time in seconds would be of January 1970.
          case "timestamp_t" -> value.isIntegralNumber() && value.asLong() > 1_000_000_000_000L;
          case "boolean_t" -> value.isBoolean();
          case "ip_t" -> value.isTextual() && ADDRESS.matcher(value.asText()).matches();
          case "object" -> value.isObject();
          case "string_t", "resource_uid_t", "username_t" ->
              value.isTextual() && !value.asText().isEmpty();
          default -> value.isObject() && TABLE.path("objects").has(type);
        };
    if (!right) {
      problems.add("%s is no %s: %s".formatted(path, type, value));
      return;
    }
    if (attribute.has("enum")
        && attribute.path("enum").valueStream().noneMatch(one -> one.asInt() == value.asInt())) {
      problems.add(path + " cannot be " + value);
    }
    if (TABLE.path("objects").has(type)) {
      object(path + ".", value, TABLE.path("objects").path(type), problems);
    }
  }

  private static JsonNode table() {
    try (InputStream file = OcsfSchema.class.getResourceAsStream("ocsf-1.8.0.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the table of OCSF", failure);
    }
  }
}
