package com.spokefleet.genesys.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.mypurecloud.sdk.v2.model.AuthzDivision;
import com.mypurecloud.sdk.v2.model.Division;
import com.mypurecloud.sdk.v2.model.Organization;
import com.mypurecloud.sdk.v2.model.Queue;
import com.mypurecloud.sdk.v2.model.ServiceLevel;
import com.mypurecloud.sdk.v2.model.StarrableDivision;
import com.mypurecloud.sdk.v2.model.User;
import com.mypurecloud.sdk.v2.model.WrapupCode;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns the SDK's models into our own immutable objects. What the models would lose (states and
 * media types newer than the SDK) is taken from the JSON itself.
 */
final class ObjectMapping {
  private final SdkClient client;

  ObjectMapping(SdkClient client) {
    this.client = client;
  }

  OrganizationObject organization(JsonNode object, String purpose) {
    String id = id(object, purpose);
    Organization organization = client.bind(object, Organization.class, purpose);
    return new OrganizationObject(
        id,
        organization.getName(),
        organization.getDefaultCountryCode(),
        text(object.path("state")),
        organization.getDomain(),
        text(object.path("defaultLanguage")));
  }

  QueueObject queue(JsonNode object, String purpose) {
    String id = id(object, purpose);
    Queue queue = client.bind(object, Queue.class, purpose);
    return new QueueObject(
        id,
        queue.getName(),
        divisionId(queue.getDivision()),
        queue.getDescription(),
        serviceLevels(object.path("mediaSettings"), purpose));
  }

  UserObject user(JsonNode object, String purpose) {
    String id = id(object, purpose);
    User user = client.bind(object, User.class, purpose);
    String email = user.getEmail();
    User manager = user.getManager();
    return new UserObject(
        id,
        user.getName(),
        email == null ? null : email.toLowerCase(Locale.ROOT),
        divisionId(user.getDivision()),
        text(object.path("state")),
        user.getDepartment(),
        user.getTitle(),
        manager == null ? null : manager.getId());
  }

  WrapupCodeObject wrapupCode(JsonNode object, String purpose) {
    String id = id(object, purpose);
    WrapupCode code = client.bind(object, WrapupCode.class, purpose);
    StarrableDivision division = code.getDivision();
    return new WrapupCodeObject(id, code.getName(), division == null ? null : division.getId());
  }

  DivisionObject division(JsonNode object, String purpose) {
    String id = id(object, purpose);
    AuthzDivision division = client.bind(object, AuthzDivision.class, purpose);
    return new DivisionObject(
        id, division.getName(), Boolean.TRUE.equals(division.getHomeDivision()));
  }

  PresenceObject presence(JsonNode object, String purpose) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, JsonNode> label : object.path("languageLabels").properties()) {
      if (label.getValue().isTextual()) {
        labels.put(label.getKey(), label.getValue().textValue());
      }
    }
    JsonNode deactivated = object.path("deactivated");
    return new PresenceObject(
        id(object, purpose),
        labels,
        text(object.path("systemPresence")),
        text(object.path("type")),
        deactivated.isBoolean() ? deactivated.booleanValue() : null);
  }

  private SortedMap<String, ServiceLevelTarget> serviceLevels(
      JsonNode mediaSettings, String purpose) {
    SortedMap<String, ServiceLevelTarget> targets = new TreeMap<>();
    for (Map.Entry<String, JsonNode> media : mediaSettings.properties()) {
      JsonNode target = media.getValue().path("serviceLevel");
      if (target.isObject()) {
        ServiceLevel level = client.bind(target, ServiceLevel.class, purpose);
        targets.put(
            media.getKey(), new ServiceLevelTarget(level.getPercentage(), level.getDurationMs()));
      }
    }
    return targets;
  }

  private static String id(JsonNode object, String purpose) {
    String id = text(object.path("id"));
    if (id == null || id.isBlank()) {
      throw SdkClient.unusable(purpose, "it has no id");
    }
    return id;
  }

  private static @Nullable String divisionId(@Nullable Division division) {
    return division == null ? null : division.getId();
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : null;
  }
}
