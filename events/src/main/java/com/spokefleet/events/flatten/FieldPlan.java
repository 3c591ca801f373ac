package com.spokefleet.events.flatten;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which places in the JSON have a name or a meaning other than what their path says. */
final class FieldPlan {
  /**
   * Names of the envelope's fields, and of those we add; a body's field of that name steps back.
   */
  private static final Set<String> TAKEN =
      Set.of(
          "aws_account",
          "aws_region",
          "bus_time",
          "business_region",
          "correlation_id",
          "event_id",
          "event_source",
          "event_time",
          "event_time_source",
          "event_version",
          "org_id",
          "org_name",
          "published_at",
          "redacted",
          "replay_name",
          "resources",
          "topic",
          "topic_name",
          "topic_version",
          "truncated",
          "vendor_product");

  /**
   * What {@link AuditActor} and the envelopes add to audits, the latter by the Common Information
   * Model, and what a SIEM looks up for them.
   */
  private static final Set<String> TAKEN_IN_AUDITS =
      Set.of(
          "action",
          "actor_id",
          "actor_name",
          "actor_type",
          "change_type",
          "command",
          "dest",
          "dvc",
          "foreign_actor",
          "object",
          "object_attrs",
          "object_category",
          "object_id",
          "privileged_actor",
          "privileged_object",
          "self_change",
          "src",
          "status",
          "status_source",
          "user",
          "vendor_account");

  private static final Set<String> TAKEN_IN_EDGES = Set.of("dest");

  static final FieldPlan ENVELOPE =
      new FieldPlan(
          "bus_",
          name ->
              TAKEN.contains(name)
                  || TAKEN_IN_AUDITS.contains(name)
                  || TAKEN_IN_EDGES.contains(name),
          Role.UNLISTED,
          Map.ofEntries(
              entry("id", new Place("event_id", Role.EVENT_ID)),
              entry("detail-type", new Place("topic", Role.TOPIC)),
              entry("source", new Place("event_source", Role.SOURCE)),
              entry("account", new Place("aws_account", Role.NONE)),
              entry("region", new Place("aws_region", Role.REGION)),
              entry("time", new Place("bus_time", Role.BUS_TIME)),
              entry("version", new Place("event_version", Role.NONE)),
              entry("resources", new Place("resources", Role.NONE)),
              entry("replay-name", new Place("replay_name", Role.NONE)),
              entry("messageType", new Place("message_type", Role.MESSAGE_TYPE)),
              entry("detail", new Place("detail", Role.DETAIL))));

  static final FieldPlan DETAIL =
      new FieldPlan(
          "detail_",
          name -> !name.startsWith("detail_"),
          Role.NONE,
          Map.of(
              "topicName", new Place("topic_name", Role.TOPIC_NAME),
              "version", new Place("topic_version", Role.NONE),
              "timestamp", new Place("published_at", Role.PUBLISHED_AT),
              "metadata.CorrelationId", new Place("correlation_id", Role.CORRELATION_ID),
              "eventBody", new Place("event_body", Role.EVENT_BODY)));

  private static final Map<String, Place> OF_ANY_BODY =
      Map.ofEntries(
          entry("id", new Place("body_id", Role.NONE)),
          entry("eventTime", new Place("event_time_raw", Role.EVENT_TIME)),
          entry("conversationId", new Place("conversation_id", Role.CONVERSATION_ID)),
          entry("mediaType", new Place("media_type", Role.MEDIA_TYPE)),
          entry("direction", new Place("direction", Role.DIRECTION)),
          entry("disconnectType", new Place("disconnect_type", Role.DISCONNECT_TYPE)),
          entry("queueId", new Place("queue_id", Role.QUEUE_ID)),
          entry("userId", new Place("user_id", Role.USER_ID)));

  private static final Map<String, Place> OF_AUDITS =
      Map.ofEntries(
          entry("id", new Place("audit_id", Role.AUDIT_ID)),
          entry("action", new Place("vendor_action", Role.ACTION)),
          entry("serviceName", new Place("service_name", Role.SERVICE_NAME)),
          entry("entityType", new Place("entity_type", Role.ENTITY_TYPE)),
          entry("entity.id", new Place("entity_id", Role.ENTITY_ID)),
          entry("entity.name", new Place("entity_name", Role.ENTITY_NAME)),
          entry("username.name", new Place("user_name", Role.USER_NAME)),
          entry("userDisplay", new Place("user_display", Role.USER_DISPLAY)),
          entry("userHomeOrgId", new Place("user_home_org_id", Role.USER_HOME_ORG_ID)),
          entry("clientId.id", new Place("client_id", Role.CLIENT_ID)),
          entry("remoteIp", new Place("remote_ip", Role.REMOTE_IP)),
          entry("level", new Place("level", Role.LEVEL)),
          entry("status", new Place("vendor_status", Role.STATUS)),
          entry("propertyChanges", new Place("property_changes", Role.PROPERTY_CHANGES)));

  private static final Map<String, Place> OF_EDGES =
      Map.of(
          "edge.id", new Place("edge_id", Role.EDGE_ID),
          "edge.name", new Place("edge_name", Role.EDGE_NAME),
          "processors", new Place("processors", Role.PROCESSORS),
          "memory", new Place("memory", Role.MEMORY),
          "disks", new Place("disks", Role.DISKS),
          "networks", new Place("networks", Role.NETWORKS));

  /** These have no {@code eventTime}. */
  private static final Map<String, Place> OF_OPERATIONS =
      Map.of(
          "timestamp", new Place("timestamp", Role.EVENT_TIME),
          "eventEntity.id", new Place("event_entity_id", Role.OPERATION_ID),
          "eventEntity.name", new Place("event_entity_name", Role.OPERATION_NAME),
          "entityType", new Place("entity_type", Role.ENTITY_TYPE),
          "entityId", new Place("entity_id", Role.ENTITY_ID),
          "entityName", new Place("entity_name", Role.ENTITY_NAME));

  private record Place(String name, Role role) {}

  private final String prefix;
  private final Predicate<String> stepsBack;
  private final Role others;
  private final Map<String, Place> places;

  /**
   * @param prefix of names that step back, so that no other has them
   * @param others role of what has no place
   */
  private FieldPlan(
      String prefix, Predicate<String> stepsBack, Role others, Map<String, Place> places) {
    this.others = others;
    this.prefix = prefix;
    this.stepsBack = stepsBack;
    this.places = places;
  }

  static FieldPlan of(EventKind kind) {
    Map<String, Place> places = new HashMap<>(OF_ANY_BODY);
    Set<String> taken = new HashSet<>(TAKEN);
    switch (kind) {
      case AUDIT -> {
        places.putAll(OF_AUDITS);
        taken.addAll(TAKEN_IN_AUDITS);
      }
      case EDGE_METRICS -> {
        places.putAll(OF_EDGES);
        taken.addAll(TAKEN_IN_EDGES);
      }
      case OPERATIONS -> places.putAll(OF_OPERATIONS);
      case CONVERSATION, TRANSCRIPT, OTHER -> {}
    }
    return new FieldPlan("body_", taken::contains, Role.NONE, Map.copyOf(places));
  }

  String name(String path, String parent, String member) {
    Place place = places.get(path);
    if (place != null) {
      return place.name();
    }
    String name = FlatNames.join(parent, FlatNames.snake(member));
    return stepsBack.test(name) ? prefix + name : name;
  }

  Role role(String path) {
    Place place = places.get(path);
    return place == null ? others : place.role();
  }
}
