package com.spokefleet.testing.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.render.Timestamps;
import java.util.List;

/** The JSON of an audit: as a page of results has it, and as a downloaded file has it. */
public final class AuditJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditJson() {}

  /** An {@code AuditLogMessage}; a user's name is there only where it was asked for. */
  public static ObjectNode ofPage(TrueAudit audit, boolean expandUser, String orgId) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", audit.id()).put("userHomeOrgId", orgId);
    if (!audit.userId().isEmpty()) {
      ObjectNode user = json.putObject("user").put("id", audit.userId());
      if (expandUser) {
        user.put("name", audit.userName());
      }
      user.put("selfUri", "/api/v2/users/" + audit.userId());
    }
    json.putObject("client").put("id", audit.clientId());
    json.put("eventDate", Timestamps.text(audit.at().toEpochMilli()));
    json.put("status", audit.status()).put("application", audit.application());
    json.putObject("initiatingAction")
        .put("transactionId", audit.id())
        .put("actionContext", audit.action());
    json.put("transactionInitiator", true);
    addCommon(json, audit);
    return spoiled(json, audit);
  }

  /** As in a downloaded file: the body of an event, with {@code eventTime} in whole seconds. */
  public static ObjectNode ofFile(TrueAudit audit, String orgId) {
    ObjectNode json = ofPage(audit, false, orgId);
    JsonNode time = json.remove("eventDate");
    if (time != null) {
      json.put("eventTime", time.asText().replace(".000Z", "Z"));
    }
    return json;
  }

  /**
   * As the body of an event, which has other names than a page, no status and less of all else: the
   * user's name is missing from some, and an empty text or object stands for what is not there.
   */
  public static ObjectNode ofEvent(TrueAudit audit, String orgId) {
    boolean named = !audit.userName().isEmpty() && audit.id().hashCode() % 4 != 0;
    ObjectNode json = JSON.createObjectNode().put("id", audit.id());
    if (!audit.userId().isEmpty()) {
      json.put("userId", audit.userId()).put("userHomeOrgId", orgId);
    }
    ObjectNode user = json.putObject("username").put("id", named ? audit.userId() : "");
    if (named) {
      user.put("name", audit.userName());
      json.put("userDisplay", audit.userName());
    }
    ObjectNode client = json.putObject("clientId");
    if (!audit.clientId().isEmpty()) {
      client.put("id", audit.clientId());
    }
    json.put("eventTime", Timestamps.text(audit.at().toEpochMilli()));
    addCommon(json, audit);
    json.remove("message");
    if (!audit.remoteIps().isEmpty()) {
      json.remove("remoteIp");
      texts(
          json.putArray("remoteIp"),
          audit.remoteIps().stream().map(address -> address.replaceFirst(":\\d+$", "")).toList());
    }
    if (audit.poison()) {
      json.put("eventTime", "the day before yesterday");
    }
    return json;
  }

  private static void addCommon(ObjectNode json, TrueAudit audit) {
    if (!audit.remoteIps().isEmpty()) {
      texts(json.putArray("remoteIp"), audit.remoteIps());
    }
    json.put("serviceName", audit.service())
        .put("level", audit.level())
        .put("action", audit.action())
        .put("entityType", audit.entityType());
    json.putObject("entity")
        .put("id", audit.entityId())
        .put("name", audit.entityName())
        .put("selfUri", "/api/v2/entities/" + audit.entityId());
    ObjectNode message =
        json.putObject("message")
            .put("localizableMessageCode", "audit." + audit.action())
            .put("message", audit.userName() + " did " + audit.action());
    message.putObject("messageParams").put("user", audit.userName());
    if (!audit.changes().isEmpty()) {
      ArrayNode changes = json.putArray("propertyChanges");
      for (TrueAudit.Change change : audit.changes()) {
        ObjectNode one = changes.addObject().put("property", change.property());
        // A list of old or new values that is empty is often missing altogether.
        if (!change.oldValues().isEmpty()) {
          texts(one.putArray("oldValues"), change.oldValues());
        }
        if (!change.newValues().isEmpty()) {
          texts(one.putArray("newValues"), change.newValues());
        }
      }
    }
    ObjectNode context = json.putObject("context");
    audit.context().forEach(context::put);
  }

  private static ObjectNode spoiled(ObjectNode json, TrueAudit audit) {
    if (audit.poison()) {
      json.put("eventDate", "the day before yesterday");
    }
    return json;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
