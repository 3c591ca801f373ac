package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.org.DirectoryEntry;
import com.spokefleet.testing.org.ServiceTargets;
import com.spokefleet.testing.render.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Answers the paged lists of configuration objects, and the organisation. */
final class ConfigurationHandler implements ApiHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEFAULT_PAGE_SIZE = 25;
  private static final int LARGEST_PAGE = 100;

  private final OrgContext org;

  ConfigurationHandler(OrgContext org) {
    this.org = org;
  }

  @Override
  public Reply handle(ApiCall call) {
    return switch (call.endpoint()) {
      case ORGANIZATION -> organization();
      default -> list(call.endpoint(), call.parameters());
    };
  }

  private Reply organization() {
    ObjectNode body = JSON.createObjectNode();
    body.put("id", org.settings().orgId())
        .put("name", org.settings().name())
        .put("defaultLanguage", org.settings().languages().getFirst().code())
        .put("defaultCountryCode", "US")
        .put("thirdPartyOrgName", org.settings().name().toLowerCase(Locale.ROOT))
        .put("domain", org.settings().name().toLowerCase(Locale.ROOT) + ".example")
        .put("version", 3)
        .put("state", "active")
        .put("productPlatform", "PureCloud")
        .put("selfUri", "/api/v2/organizations/" + org.settings().orgId());
    body.putObject("features").put("realtimeCIC", true).put("purecloudVoice", true);
    org.served().rows(Endpoint.ORGANIZATION, 1, 0);
    return Reply.json(200, body.toString());
  }

  private Reply list(Endpoint endpoint, Map<String, String> parameters) {
    int number;
    int size;
    try {
      number = Integer.parseInt(parameters.getOrDefault("pageNumber", "1"));
      size =
          Integer.parseInt(
              parameters.getOrDefault("pageSize", Integer.toString(DEFAULT_PAGE_SIZE)));
    } catch (NumberFormatException malformed) {
      return ErrorReplies.badRequest("The paging is not a number.");
    }
    if (number < 1 || size < 1 || size > LARGEST_PAGE) {
      return ErrorReplies.badRequest("The pageSize must be from 1 to " + LARGEST_PAGE + ".");
    }
    List<DirectoryEntry> listed =
        org.objects().all(endpoint).stream().filter(listed(endpoint, parameters)).toList();
    int from = Math.min(listed.size(), (number - 1) * size);
    List<DirectoryEntry> page = listed.subList(from, Math.min(listed.size(), from + size));
    byte[] body = page(endpoint, listed.size(), number, size, page);
    org.served().rows(endpoint, page.size(), body.length);
    return Reply.json(200, body);
  }

  /** Users have a state to ask for; other deleted objects are gone from their lists. */
  private static Predicate<DirectoryEntry> listed(
      Endpoint endpoint, Map<String, String> parameters) {
    String state =
        endpoint == Endpoint.USERS ? parameters.getOrDefault("state", "active") : "active";
    return entry ->
        state.equals("any") || entry.state().name().toLowerCase(Locale.ROOT).equals(state);
  }

  private byte[] page(
      Endpoint endpoint, int total, int number, int size, List<DirectoryEntry> page) {
    int pages = (total + size - 1) / size;
    ObjectNode body = JSON.createObjectNode();
    ArrayNode entities = body.putArray("entities");
    page.forEach(entry -> entities.add(entity(endpoint, entry)));
    body.put("pageSize", size)
        .put("pageNumber", number)
        .put("total", total)
        .put("pageCount", pages);
    body.put("firstUri", uri(endpoint, 1, size)).put("selfUri", uri(endpoint, number, size));
    if (number < pages) {
      body.put("nextUri", uri(endpoint, number + 1, size));
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String uri(Endpoint endpoint, int number, int size) {
    return endpoint.path() + "?pageSize=" + size + "&pageNumber=" + number;
  }

  private ObjectNode entity(Endpoint endpoint, DirectoryEntry entry) {
    ObjectNode entity = JSON.createObjectNode();
    entity.put("id", entry.id()).put("name", entry.name());
    String created = Timestamps.text(org.settings().historyStart().toEpochMilli());
    switch (endpoint) {
      case DIVISIONS ->
          entity
              .put("description", "")
              .put("homeDivision", entry.equals(org.objects().all(endpoint).getFirst()));
      case QUEUES -> {
        division(entity, entry);
        entity.put("dateCreated", created).put("memberCount", 12).put("version", entry.version());
        ObjectNode media = entity.putObject("mediaSettings");
        for (String type : List.of("call", "callback", "chat", "email", "message")) {
          media
              .putObject(type)
              .put("alertingTimeoutSeconds", 15)
              .putObject("serviceLevel")
              .put("percentage", ServiceTargets.SHARE)
              .put("durationMs", ServiceTargets.thresholdMillis(type));
        }
        entity.putObject("acwSettings").put("wrapupPrompt", "MANDATORY_TIMEOUT");
      }
      case USERS -> {
        division(entity, entry);
        entity
            .put("email", "agent-" + entry.id().substring(0, 8) + "@staff.example")
            .put("state", entry.state().name().toLowerCase(Locale.ROOT))
            .put("department", "Contact Center")
            .put("title", "Agent")
            .put("version", entry.version())
            .put("acdAutoAnswer", false);
        entity.putObject("chat").put("jabberId", entry.id().substring(0, 8) + "@org.example");
      }
      case WRAPUP_CODES -> {
        division(entity, entry);
        entity.put("dateCreated", created).put("createdBy", "system");
      }
      default -> throw new IllegalArgumentException("Cannot list " + endpoint);
    }
    entity.put("selfUri", endpoint.path() + "/" + entry.id());
    return entity;
  }

  private void division(ObjectNode entity, DirectoryEntry entry) {
    String name =
        org.objects().all(Endpoint.DIVISIONS).stream()
            .filter(division -> division.id().equals(entry.divisionId()))
            .findFirst()
            .map(DirectoryEntry::name)
            .orElse("");
    entity
        .putObject("division")
        .put("id", entry.divisionId())
        .put("name", name)
        .put("selfUri", Endpoint.DIVISIONS.path() + "/" + entry.divisionId());
  }
}
