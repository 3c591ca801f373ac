package com.spokefleet.genesys.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.normalize.audit.Audit;
import com.spokefleet.normalize.audit.PropertyChange;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes an audit of its JSON, in any of its three shapes: the result of a query ({@code eventDate},
 * {@code user}, {@code client}), the downloaded file ({@code eventTime}) and the body of an event
 * ({@code eventTime}, {@code userId}, {@code username}, {@code clientId}). An empty text, which the
 * API writes for an absent id, is no value. Thread-safe.
 */
final class AuditDecoder {
  private static final Set<String> KNOWN =
      Set.of(
          "action",
          "application",
          "client",
          "clientId",
          "context",
          "entity",
          "entityChanges",
          "entityType",
          "eventDate",
          "eventTime",
          "id",
          "initiatingAction",
          "level",
          "message",
          "propertyChanges",
          "remoteIp",
          "serviceName",
          "status",
          "transactionInitiator",
          "user",
          "userDisplay",
          "userHomeOrgId",
          "userId",
          "username");

  AuditRecord decode(JsonNode record) {
    try {
      return new AuditRecord.Decoded(audit(record), unknownFields(record));
    } catch (UnusableException unusable) {
      byte[] raw = record.toString().getBytes(StandardCharsets.UTF_8);
      return new AuditRecord.Poison(raw, String.valueOf(unusable.getMessage()));
    }
  }

  private static Audit audit(JsonNode record) throws UnusableException {
    if (!record.isObject()) {
      throw new UnusableException("the record is not an object");
    }
    JsonNode user = record.path("user");
    JsonNode username = record.path("username");
    String userId = text(user, "id");
    String clientId = text(record.path("client"), "id");
    String userName = text(user, "name");
    if (userName == null) {
      userName = text(username, "name");
    }
    return new Audit(
        id(record),
        time(record),
        text(record, "serviceName"),
        text(record, "action"),
        text(record, "entityType"),
        text(record.path("entity"), "id"),
        text(record.path("entity"), "name"),
        userId != null ? userId : text(record, "userId"),
        userName != null ? userName : text(record, "userDisplay"),
        text(record, "userHomeOrgId"),
        clientId != null ? clientId : text(record.path("clientId"), "id"),
        texts(record, "remoteIp"),
        text(record, "level"),
        text(record, "status"),
        text(record, "application"),
        text(record.path("message"), "localizableMessageCode"),
        changes(record),
        array(record, "entityChanges").size(),
        context(record),
        text(record.path("initiatingAction"), "transactionId"),
        text(record.path("initiatingAction"), "actionContext"),
        record.path("transactionInitiator").isBoolean()
            ? record.path("transactionInitiator").asBoolean()
            : null);
  }

  private static String id(JsonNode record) throws UnusableException {
    String id = text(record, "id");
    if (id == null || id.chars().anyMatch(character -> character < ' ')) {
      throw new UnusableException("/id is missing or no identifier");
    }
    return id;
  }

  private static Instant time(JsonNode record) throws UnusableException {
    String text = text(record, "eventDate");
    if (text == null) {
      text = text(record, "eventTime");
    }
    if (text == null) {
      throw new UnusableException("neither /eventDate nor /eventTime is there");
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new UnusableException("/eventDate is not an instant with a zone");
    }
  }

  private static List<PropertyChange> changes(JsonNode record) throws UnusableException {
    List<PropertyChange> changes = new ArrayList<>();
    for (JsonNode change : array(record, "propertyChanges")) {
      changes.add(
          new PropertyChange(
              text(change, "property"), texts(change, "oldValues"), texts(change, "newValues")));
    }
    return List.copyOf(changes);
  }

  /** Values are documented as texts; any other is kept as its JSON. */
  private static Map<String, String> context(JsonNode record) throws UnusableException {
    JsonNode context = record.path("context");
    if (!context.isObject() && !isAbsent(context)) {
      throw new UnusableException("/context is not an object");
    }
    Map<String, String> values = new TreeMap<>();
    context.properties().forEach(entry -> values.put(entry.getKey(), shown(entry.getValue())));
    return Map.copyOf(values);
  }

  private static @Nullable String text(JsonNode node, String field) throws UnusableException {
    JsonNode value = node.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isTextual()) {
      throw new UnusableException("/" + field + " is not text");
    }
    return value.textValue().isEmpty() ? null : value.textValue();
  }

  private static List<String> texts(JsonNode node, String field) throws UnusableException {
    List<String> texts = new ArrayList<>();
    array(node, field).forEach(value -> texts.add(shown(value)));
    return List.copyOf(texts);
  }

  private static JsonNode array(JsonNode node, String field) throws UnusableException {
    JsonNode value = node.path(field);
    if (!value.isArray() && !isAbsent(value)) {
      throw new UnusableException("/" + field + " is not an array");
    }
    return value;
  }

  private static String shown(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
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
