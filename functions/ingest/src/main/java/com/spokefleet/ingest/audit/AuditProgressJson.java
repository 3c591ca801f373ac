package com.spokefleet.ingest.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.genesys.audit.AuditWindow;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.telemetry.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stored form of {@link AuditProgress}. */
final class AuditProgressJson {
  private final ObjectMapper mapper = new ObjectMapper();

  String write(AuditProgress progress) {
    ObjectNode services = mapper.createObjectNode();
    for (ServiceProgress service : progress.services()) {
      ObjectNode json = services.putObject(service.service());
      json.put("readUpTo", service.readUpTo().toString()).put("failures", service.failures());
      service.notBefore().ifPresent(instant -> json.put("notBefore", instant.toString()));
      service.query().ifPresent(query -> write(json.putObject("query"), query));
    }
    return mapper.createObjectNode().set("services", services).toString();
  }

  private static void write(ObjectNode json, PendingQuery query) {
    json.put("id", query.id())
        .put("from", query.window().from().toString())
        .put("to", query.window().to().toString())
        .put("submittedAt", query.submittedAt().toString())
        .put("parts", query.parts());
    query.cursor().ifPresent(cursor -> json.put("cursor", cursor));
  }

  AuditProgress read(String key, String stored) {
    try {
      Map<String, ServiceProgress> services = new TreeMap<>();
      mapper
          .readTree(stored)
          .path("services")
          .properties()
          .forEach(
              entry -> services.put(entry.getKey(), service(entry.getKey(), entry.getValue())));
      return new AuditProgress(services);
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException malformed) {
      throw new IngestException(
          FailureKind.BAD_DATA,
          "Cannot read the stored progress " + key + ": " + malformed.getMessage(),
          malformed);
    }
  }

  private static ServiceProgress service(String name, JsonNode json) {
    return new ServiceProgress(
        name,
        instant(json, "readUpTo"),
        json.path("failures").asInt(),
        json.has("notBefore") ? Optional.of(instant(json, "notBefore")) : Optional.empty(),
        json.has("query") ? Optional.of(query(name, json.path("query"))) : Optional.empty());
  }

  private static PendingQuery query(String service, JsonNode json) {
    return new PendingQuery(
        json.path("id").asText(),
        new AuditWindow(service, instant(json, "from"), instant(json, "to")),
        instant(json, "submittedAt"),
        json.has("cursor") ? Optional.of(json.path("cursor").asText()) : Optional.empty(),
        json.path("parts").asInt());
  }

  private static Instant instant(JsonNode json, String name) {
    return Instant.parse(json.path(name).asText());
  }
}
