package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.setup.FakeIntegration;
import com.spokefleet.testing.setup.FakeSetup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Answers how the organisation is set up for the client, in the fields of the platform's SDK 198.1
 * and with one field in each reply that nobody knows. There is always an integration of another
 * kind, which answers 404 for its configuration.
 */
final class SetupHandler implements ApiHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OTHER_INTEGRATION = "00000000-0000-4000-8000-0000000000a1";

  private final OrgContext org;
  private final FakeSetup setup;

  SetupHandler(OrgContext org, FakeSetup setup) {
    this.org = org;
    this.setup = setup;
  }

  @Override
  public Reply handle(ApiCall call) {
    return switch (call.endpoint()) {
      case AUTHORIZATION_SUBJECT -> grants();
      case INTEGRATIONS -> integrations();
      case INTEGRATION_CONFIG -> configuration(call.ids().getFirst());
      case AVAILABLE_TOPICS -> topics(call.parameters().getOrDefault("expand", ""));
      default -> throw new IllegalArgumentException("Cannot answer " + call.endpoint());
    };
  }

  private Reply grants() {
    ObjectNode body = newObject();
    body.put("id", "00000000-0000-4000-8000-0000000000c1").put("name", "spokefleet");
    ArrayNode grants = body.putArray("grants");
    for (String division : setup.divisions()) {
      ObjectNode grant = grants.addObject().put("subjectId", body.path("id").asText());
      grant.put("grantMadeAt", "2026-11-01T08:00:00.000Z");
      grant.putObject("division").put("id", division).put("name", division);
      ObjectNode role = grant.putObject("role");
      role.put("id", "00000000-0000-4000-8000-0000000000d1").put("name", "Spokefleet");
      if (setup.policiesTold()) {
        ArrayNode policies = role.putArray("policies");
        permissions().forEach(permission -> policies.add(policy(permission.split(":"))));
      }
    }
    org.served().rows(Endpoint.AUTHORIZATION_SUBJECT, grants.size(), 0);
    return Reply.json(200, body.toString());
  }

  /** Every permission that some call of this server needs. */
  private static TreeSet<String> permissions() {
    TreeSet<String> permissions = new TreeSet<>();
    Arrays.stream(Endpoint.values()).map(Endpoint::permission).forEach(permissions::add);
    permissions.remove("");
    return permissions;
  }

  private static ObjectNode policy(String[] parts) {
    ObjectNode policy = JSON.createObjectNode();
    policy.put("domain", parts[0]).put("entityName", parts[1]).putArray("actions").add(parts[2]);
    return policy;
  }

  private Reply integrations() {
    ObjectNode body = newObject();
    ArrayNode entities = body.putArray("entities");
    entities.add(
        integration(OTHER_INTEGRATION, "Web services", "custom-rest-actions", "ENABLED", "ACTIVE"));
    for (FakeIntegration one : setup.integrations()) {
      entities.add(
          integration(
              one.id(),
              one.name(),
              "amazon-eventbridge-source",
              one.intendedState(),
              one.reportedState()));
    }
    body.put("pageSize", 100).put("pageNumber", 1);
    body.put("total", entities.size()).put("pageCount", 1);
    org.served().rows(Endpoint.INTEGRATIONS, entities.size(), 0);
    return Reply.json(200, body.toString());
  }

  private static ObjectNode integration(
      String id, String name, String type, String intended, String reported) {
    ObjectNode integration = newObject();
    integration.put("id", id).put("name", name).put("intendedState", intended);
    integration.putObject("integrationType").put("id", type).put("name", type);
    ObjectNode state = integration.putObject("reportedState");
    state.put("code", reported).put("effective", reported);
    state.putObject("detail").put("message", "The integration is " + reported + ".");
    return integration.put("selfUri", Endpoint.INTEGRATIONS.path() + "/" + id);
  }

  private Reply configuration(String id) {
    Optional<FakeIntegration> found =
        setup.integrations().stream().filter(one -> one.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return ErrorReplies.notFound(id);
    }
    FakeIntegration one = found.get();
    ObjectNode body = newObject();
    body.put("id", id).put("name", one.name()).put("version", 3).put("notes", "");
    ObjectNode properties = body.putObject("properties");
    properties
        .put("awsAccountId", one.awsAccount())
        .put("awsAccountRegion", one.awsRegion())
        .put("eventSourceSuffix", one.suffix());
    one.topics().ifPresent(topics -> topics.forEach(properties.withArray("eventFilter")::add));
    body.putObject("advanced");
    body.putObject("credentials");
    org.served().rows(Endpoint.INTEGRATION_CONFIG, 1, 0);
    return Reply.json(200, body.toString());
  }

  private Reply topics(String expand) {
    boolean withTransports = List.of(expand.split(",")).contains("transports");
    ObjectNode body = newObject();
    ArrayNode entities = body.putArray("entities");
    setup
        .topics()
        .forEach(
            topic -> {
              ObjectNode entity = entities.addObject().put("id", topic.getKey());
              entity.put("visibility", "Public");
              if (withTransports) {
                topic
                    .getValue()
                    .ifPresent(
                        transports -> transports.forEach(entity.withArray("transports")::add));
              }
            });
    org.served().rows(Endpoint.AVAILABLE_TOPICS, entities.size(), 0);
    return Reply.json(200, body.toString());
  }

  private static ObjectNode newObject() {
    ObjectNode object = JSON.createObjectNode();
    object.putObject("fieldOfTomorrow").put("known", false);
    return object;
  }
}
