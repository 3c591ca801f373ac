package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.testing.audit.GeneratedAudits;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;

/** What a query asks for, checked as the platform checks it. */
record AuditQuery(Instant from, Instant to, String service) {
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Set<String> MEMBERS = Set.of("interval", "serviceName", "filters", "sort");
  private static final Set<String> PROPERTIES =
      Set.of("UserId", "TrusteeOrganizationId", "ClientId", "Action", "EntityType", "EntityId");

  static AuditQuery parse(byte[] body) throws BadQueryException {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(body);
    } catch (IOException malformed) {
      throw new BadQueryException("The request body is not JSON.");
    }
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!MEMBERS.contains(name)) {
        throw new BadQueryException("Unknown member " + name + ".");
      }
    }
    for (JsonNode filter : json.path("filters")) {
      if (!PROPERTIES.contains(filter.path("property").asText())) {
        throw new BadQueryException("Unknown filter property.");
      }
    }
    String service = json.path("serviceName").asText();
    if (!GeneratedAudits.services().contains(service)) {
      throw new BadQueryException("The service name '" + service + "' is invalid.");
    }
    return of(json.path("interval").asText().split("/", -1), service);
  }

  private static AuditQuery of(String[] interval, String service) throws BadQueryException {
    try {
      Instant from = Instant.parse(interval[0]);
      Instant to = Instant.parse(interval[interval.length - 1]);
      if (interval.length != 2 || !from.isBefore(to)) {
        throw new BadQueryException("The interval is invalid.");
      }
      if (Duration.between(from, to).compareTo(LONGEST) > 0) {
        throw new BadQueryException("The interval must not exceed 30 days.");
      }
      return new AuditQuery(from, to, service);
    } catch (DateTimeException malformed) {
      throw new BadQueryException("The interval is invalid.");
    }
  }
}
