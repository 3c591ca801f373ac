package com.spokefleet.siem.splunk.field;

import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.splunk.field.DerivedField.Case;
import java.util.ArrayList;
import java.util.List;

/**
 * Audits that Splunk's own add-on has polled, under the names that streamed audits have. They come
 * in two shapes with one source type: that of an SDK ({@code entity_type}) and that of the API
 * ({@code entityType}).
 */
final class PolledAuditFields {
  private static final Value UNKNOWN = Value.text("unknown");
  private static final Value HOME = Value.first("user_home_org_id", "userHomeOrgId");
  private static final Value USER_ID = Value.first("user.id", "username.id", "userId", "user_id");
  private static final Value USER_NAME =
      Value.first("user.name", "username.name", "userDisplay", "user_display");
  private static final Value CLIENT_ID =
      Value.first("client.id", "clientId.id", "client_id.id", "clientId", "client_id");
  private static final Value SERVICE = Value.first("service_name", "serviceName");
  private static final Value TYPE = Value.first("entity_type", "entityType");
  private static final Value ENTITY = Value.first("entity.name", "entity.id");
  private static final Value ADDRESS = Value.first("remote_ip{}", "remoteIp{}");
  private static final Value ADDRESSES = new Value.All(List.of("remote_ip{}", "remoteIp{}"));
  private static final Value PROPERTIES =
      new Value.All(List.of("property_changes{}.property", "propertyChanges{}.property"));
  private static final Predicate ACTS_ON_ACCOUNTS =
      Conditions.any(
          Conditions.is("entity_type", "User", "AuthUser", "OAuthClient"),
          Conditions.is("entityType", "User", "AuthUser", "OAuthClient"));
  private static final Predicate SIGNS_IN =
      Conditions.all(
          Conditions.any(
              Conditions.is("entity_type", "AuthUser"), Conditions.is("entityType", "AuthUser")),
          Conditions.is("action", "Authenticate"));
  private static final Predicate FAILED = Conditions.is("status", "FAILURE", "Failure", "failure");

  private static final Value ACTOR =
      new Value.Or(List.of(USER_NAME, USER_ID, CLIENT_ID, Value.text("system")));

  private PolledAuditFields() {}

  static List<DerivedField> all() {
    return List.of(
        DerivedField.of("genesys_identity", Value.first("id")),
        DerivedField.of("audit_id", Value.first("id")),
        DerivedField.of("vendor_product", Value.text("Genesys Cloud")),
        DerivedField.of("app", Value.text("Genesys Cloud")),
        DerivedField.of("event_time", Value.first("event_date", "eventDate", "eventTime")),
        // Nothing in a polled audit names the org itself.
        DerivedField.of("org_id", HOME),
        DerivedField.of("org_id_source", new Value.Text("home of the user")),
        DerivedField.of("user_id", USER_ID),
        DerivedField.of("user_name", USER_NAME),
        DerivedField.of("client_id", CLIENT_ID),
        DerivedField.of("actor_id", or(USER_ID, CLIENT_ID)),
        DerivedField.of("actor_name", USER_NAME),
        DerivedField.of("self_change", new Value.Same(USER_ID, Value.first("entity.id"))),
        DerivedField.of("remote_ip", ADDRESSES),
        DerivedField.of("src_ip", ADDRESS),
        DerivedField.of("service_name", SERVICE),
        DerivedField.of("entity_type", TYPE),
        DerivedField.of("entity_id", Value.first("entity.id")),
        DerivedField.of("entity_name", Value.first("entity.name")),
        DerivedField.of("vendor_action", Value.first("action")),
        DerivedField.of("vendor_status", Value.first("status")),
        DerivedField.of("changed_properties", PROPERTIES),
        DerivedField.of("old_values", values("property_changes", "old_values")),
        DerivedField.of("new_values", values("property_changes", "new_values")),
        action(),
        DerivedField.of("change_type", or(SERVICE, Value.text("AAA")))
            .when(
                Conditions.any(
                    Conditions.is("service_name", "PeoplePermissions"),
                    Conditions.is("serviceName", "PeoplePermissions")),
                Value.text("AAA")),
        DerivedField.of(
            "command",
            new Value.Joined(
                List.of(
                    or(SERVICE, UNKNOWN),
                    Value.text("."),
                    or(TYPE, UNKNOWN),
                    Value.text("."),
                    Value.firstOr("unknown", "action")))),
        DerivedField.of("dest", or(HOME, UNKNOWN)),
        DerivedField.of("dvc", or(HOME, UNKNOWN)),
        DerivedField.of("object", or(ENTITY, UNKNOWN)),
        DerivedField.of("object_attrs", or(PROPERTIES, Value.text("none"))),
        DerivedField.of("object_category", or(TYPE, UNKNOWN)),
        DerivedField.of("object_id", Value.firstOr("unknown", "entity.id")),
        DerivedField.of("src", or(ADDRESS, UNKNOWN)),
        DerivedField.of("status", Value.text("success")).when(FAILED, Value.text("failure")),
        DerivedField.of("status_source", Value.text("default"))
            .when("status exists", Value.text("event")),
        DerivedField.of("src_user", ACTOR),
        DerivedField.of("user", ACTOR).when(ACTS_ON_ACCOUNTS, new Value.Or(List.of(ENTITY, ACTOR))),
        DerivedField.of("actor_type", UNKNOWN)
            .when("level = SYSTEM", Value.text("system"))
            .when(
                Conditions.any(
                    Conditions.exists("user.id"),
                    Conditions.exists("username.id"),
                    Conditions.exists("userId")),
                Value.text("user")),
        DerivedField.of("vendor_account", or(HOME, UNKNOWN)));
  }

  private static DerivedField action() {
    List<Case> cases =
        new ArrayList<>(
            DerivedField.of("action", UNKNOWN)
                .when(Conditions.all(SIGNS_IN, FAILED), Value.text("failure"))
                .when(SIGNS_IN, Value.text("success"))
                .cases());
    DerivedField words = ActionWords.of("action", "entity_type", "entityType");
    cases.addAll(words.cases());
    return new DerivedField("action", cases, words.otherwise());
  }

  /** Both shapes: {@code property_changes{}.old_values{}} and {@code propertyChanges{}...}. */
  private static Value values(String changes, String values) {
    return or(
        new Value.Pairs(changes + "{}.property", changes + "{}." + values + "{}"),
        new Value.Pairs(
            camel(changes) + "{}.property", camel(changes) + "{}." + camel(values) + "{}"));
  }

  private static String camel(String name) {
    int at = name.indexOf('_');
    return name.substring(0, at)
        + Character.toUpperCase(name.charAt(at + 1))
        + name.substring(at + 2);
  }

  private static Value or(Value one, Value other) {
    return new Value.Or(List.of(one, other));
  }
}
