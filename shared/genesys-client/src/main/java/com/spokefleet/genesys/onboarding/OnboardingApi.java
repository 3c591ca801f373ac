package com.spokefleet.genesys.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how an org is set up for us: all of what was asked, or a {@link GenesysException}. Paths,
 * fields and permissions are those of Genesys' SDK for Java 198.1 and its documentation; fields not
 * known are passed over.
 */
public final class OnboardingApi {
  private static final String EVENTBRIDGE_TYPE = "amazon-eventbridge-source";
  private static final String DELETED = "DELETED";
  private static final int PAGE_SIZE = 100;
  private static final int MOST_PAGES = 100;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final GenesysHttp http;
  private final String orgName;
  private final ObjectMapper json = new ObjectMapper();

  /** {@code orgName} is for messages. */
  public OnboardingApi(GenesysHttp http, String orgName) {
    this.http = http;
    this.orgName = orgName;
  }

  /**
   * What the client may do where. Documented for users and without a permission of its own; public
   * programs call it with client credentials.
   */
  public List<ClientGrant> grants(Deadline deadline) {
    String purpose = "grants of the client of " + orgName;
    JsonNode subject = ask("/api/v2/authorization/subjects/me", purpose, deadline);
    List<ClientGrant> grants = new ArrayList<>();
    for (JsonNode grant : list(subject, "grants", purpose)) {
      JsonNode role = grant.path("role");
      String division =
          text(grant.path("division").path("id"))
              .orElseThrow(() -> bad(purpose, "a grant names no division", null));
      grants.add(
          new ClientGrant(
              division,
              text(role.path("name")).or(() -> text(role.path("id"))).orElse("without a name"),
              policies(role.path("policies"))));
    }
    return List.copyOf(grants);
  }

  private static Optional<List<ClientGrant.Policy>> policies(JsonNode array) {
    if (!array.isArray()) {
      return Optional.empty();
    }
    List<ClientGrant.Policy> policies = new ArrayList<>();
    for (JsonNode policy : array) {
      policies.add(
          new ClientGrant.Policy(
              policy.path("domain").asText(""),
              policy.path("entityName").asText(""),
              texts(policy.path("actions")).orElse(List.of()),
              text(policy.path("condition")).isPresent()));
    }
    return Optional.of(policies);
  }

  /**
   * The integrations with EventBridge that are not deleted, as they are configured now. Needs the
   * permission {@code integrations:integration:view}.
   */
  public List<EventIntegration> eventIntegrations(Deadline deadline) {
    List<EventIntegration> found = new ArrayList<>();
    for (int number = 1; number <= MOST_PAGES; number++) {
      String purpose = "integrations of " + orgName + ", page " + number;
      String path = "/api/v2/integrations?pageSize=" + PAGE_SIZE + "&pageNumber=" + number;
      JsonNode page = ask(path, purpose, deadline);
      JsonNode entities = list(page, "entities", purpose);
      for (JsonNode entity : entities) {
        if (isOfEventBridge(entity)) {
          found.add(configured(entity, purpose, deadline));
        }
      }
      if (entities.isEmpty() || number >= page.path("pageCount").asInt(MOST_PAGES)) {
        return List.copyOf(found);
      }
    }
    throw bad("integrations of " + orgName, "the listing does not end", null);
  }

  private static boolean isOfEventBridge(JsonNode entity) {
    return entity.path("integrationType").path("id").asText().equals(EVENTBRIDGE_TYPE)
        && !entity.path("intendedState").asText().equals(DELETED);
  }

  private EventIntegration configured(JsonNode entity, String listing, Deadline deadline) {
    String id = entity.path("id").asText("");
    if (!ID.matcher(id).matches()) {
      throw bad(listing, "an integration has no usable id", null);
    }
    String name = entity.path("name").asText(id);
    String purpose = "configuration of the integration " + name + " of " + orgName;
    JsonNode configuration =
        ask("/api/v2/integrations/" + id + "/config/current", purpose, deadline);
    JsonNode properties = configuration.path("properties");
    JsonNode reported = entity.path("reportedState");
    return new EventIntegration(
        id,
        name,
        entity.path("intendedState").asText(""),
        text(reported.path("code")),
        text(reported.path("detail").path("message")).or(() -> text(reported.path("effective"))),
        text(properties.path("eventSourceSuffix")),
        text(properties.path("awsAccountId")),
        text(properties.path("awsAccountRegion")),
        texts(properties.path("eventFilter")));
  }

  /** Every topic of this org by its template, with what carries it. Needs no permission. */
  public Map<String, AvailableTopic> availableTopics(Deadline deadline) {
    String purpose = "available topics of " + orgName;
    JsonNode answer =
        ask("/api/v2/notifications/availabletopics?expand=transports", purpose, deadline);
    Map<String, AvailableTopic> topics = new LinkedHashMap<>();
    for (JsonNode topic : list(answer, "entities", purpose)) {
      String id =
          text(topic.path("id")).orElseThrow(() -> bad(purpose, "a topic has no name", null));
      Optional<Set<String>> transports = texts(topic.path("transports")).map(LinkedHashSet::new);
      topics.put(id, new AvailableTopic(id, transports));
    }
    return topics;
  }

  private JsonNode ask(String path, String purpose, Deadline deadline) {
    try {
      return json.readTree(http.send(GenesysRequest.get(path, purpose), deadline).body());
    } catch (IOException malformed) {
      throw bad(purpose, "the JSON is malformed", malformed);
    }
  }

  private static JsonNode list(JsonNode answer, String member, String purpose) {
    JsonNode list = answer.path(member);
    if (!list.isArray()) {
      throw bad(purpose, "the answer has no list of " + member, null);
    }
    return list;
  }

  private static Optional<String> text(JsonNode value) {
    return value.isTextual() && !value.textValue().isBlank()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /** A list with anything but texts in it is not understood as a whole. */
  private static Optional<List<String>> texts(JsonNode array) {
    if (!array.isArray()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array) {
      if (!value.isTextual()) {
        return Optional.empty();
      }
      texts.add(value.textValue());
    }
    return Optional.of(texts);
  }

  private static GenesysException bad(String purpose, String reason, @Nullable Throwable cause) {
    return GenesysException.of(
        FailureKind.BAD_DATA, "Cannot get " + purpose + ": " + reason, cause);
  }
}
