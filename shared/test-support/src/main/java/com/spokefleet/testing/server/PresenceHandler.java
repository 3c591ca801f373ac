package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.Presences;
import com.spokefleet.testing.org.Presences.Presence;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Answers the list of presence definitions, which is not paged. It spells system presences another
 * way than analytics does: {@code OnQueue} for {@code ON_QUEUE}.
 */
final class PresenceHandler implements ApiHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> DEACTIVATED = Set.of("true", "false");

  private final OrgContext org;
  private final Presences presences;

  PresenceHandler(OrgContext org, Presences presences) {
    this.org = org;
    this.presences = presences;
  }

  @Override
  public Reply handle(ApiCall call) {
    String deactivated =
        call.parameters().getOrDefault("deactivated", "false").toLowerCase(Locale.ROOT);
    if (!DEACTIVATED.contains(deactivated)) {
      return ErrorReplies.badRequest("Unknown value of deactivated: " + deactivated);
    }
    ObjectNode body = JSON.createObjectNode();
    ArrayNode entities = body.putArray("entities");
    presences.all().stream()
        .filter(presence -> presence.deactivated() == Boolean.parseBoolean(deactivated))
        .forEach(presence -> entities.add(entity(presence)));
    body.put("total", entities.size()).put("selfUri", Endpoint.PRESENCE_DEFINITIONS.path());
    org.served().rows(Endpoint.PRESENCE_DEFINITIONS, entities.size(), 0);
    return Reply.json(200, body.toString());
  }

  private static ObjectNode entity(Presence presence) {
    ObjectNode entity = JSON.createObjectNode();
    entity.put("id", presence.id()).put("type", presence.system() ? "System" : "User");
    ObjectNode labels = entity.putObject("languageLabels");
    new TreeMap<>(presence.labels()).forEach(labels::put);
    entity
        .put("systemPresence", camelCase(presence.systemPresence()))
        .put("divisionId", "*")
        .put("deactivated", presence.deactivated())
        .put("selfUri", Endpoint.PRESENCE_DEFINITIONS.path() + "/" + presence.id());
    return entity;
  }

  private static String camelCase(String upperSnake) {
    return Arrays.stream(upperSnake.split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
