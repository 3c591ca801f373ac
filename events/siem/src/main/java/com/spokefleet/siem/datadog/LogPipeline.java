package com.spokefleet.siem.datadog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.HangUps;
import com.spokefleet.siem.detection.EventScope;
import com.spokefleet.siem.lookup.Privileged;
import com.spokefleet.siem.predicate.PredicateParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is done with events before they are searched: Datadog's own attributes are set from ours,
 * and what events do not tell is looked up. Its filter does not ask for {@code source}, since it is
 * not confirmed that the intake heeds what our records say of it.
 */
final class LogPipeline {
  static final String ID = "genesys-events";

  /** What duplicates have in common. */
  static final String IDENTITY = "genesys.identity";

  /** Where the customer was who hung up. */
  static final String LEG = "genesys.leg";

  /** Of the customer's own sign, which does not tell. */
  static final String UNKNOWN_LEG = "unknown";

  private static final String OBJECT_KEY = "genesys.key_of_object";
  private static final String ACTOR_KEY = "genesys.key_of_actor";
  private static final String CLIENT_KEY = "genesys.key_of_client";
  private static final String AUDITS = LogQuery.of(EventScope.AUDITS);

  private final SiemContext context;
  private final List<AlertGroup> groups;

  /**
   * @param groups that monitors and rules ask for
   */
  LogPipeline(SiemContext context, List<AlertGroup> groups) {
    this.context = context;
    this.groups = List.copyOf(groups);
  }

  DatadogObject object(Ownership ownership) {
    String name = "Genesys Cloud events (Spokefleet)";
    ObjectNode body =
        Json.object()
            .put("name", name)
            .put(
                "description",
                "Sets Datadog's attributes of events of Genesys Cloud, and looks up what is"
                    + " privileged and who acted.")
            .put("is_enabled", true);
    body.putObject("filter").put("query", LogQuery.OURS);
    body.set("tags", Json.texts(ownership.tags(ID)));
    body.set("processors", Json.nodes(steps()));
    return new DatadogObject(DatadogKind.PIPELINE, ID, name, body);
  }

  /** Name of the reference table that holds what users are called. */
  static String usersTable(SiemContext context) {
    return new Ownership(context.fleet()).metricPrefix().replace('.', '_') + "users";
  }

  private List<ObjectNode> steps() {
    List<ObjectNode> steps = new ArrayList<>();
    steps.add(Processors.official("date", "When it happened", "genesys.event_time", "timestamp"));
    steps.add(Processors.official("message", "The event as a sentence", "message"));
    steps.add(Processors.category("Family of topics", "genesys.family_service", services()));
    steps.add(Processors.official("service", "Service by topic", "genesys.family_service"));
    steps.add(Processors.copy("Identity of an audit", "genesys.audit_id", IDENTITY));
    steps.add(Processors.copy("Identity of other events", "genesys.event_id", IDENTITY));
    steps.add(Processors.pipeline("Audits: standard attributes", AUDITS, standardAttributes()));
    steps.add(
        Processors.pipeline(
            "Audits: an outcome that is not told is a success",
            AUDITS + " -@evt.outcome:*",
            List.of(Processors.category("Outcome", "evt.outcome", Map.of("success", AUDITS)))));
    if (!context.lookups().privileged().isEmpty()) {
      steps.add(Processors.pipeline("What is privileged", LogQuery.OURS, privileged()));
      steps.add(
          Processors.pipeline(
              "Audits: a privileged client behind a user who is not",
              AUDITS + " -@genesys.privileged_actor:*",
              List.of(
                  Processors.lookup(
                      "Privileged client",
                      CLIENT_KEY,
                      "genesys.privileged_actor",
                      privilegedNames()))));
    }
    steps.add(Processors.pipeline("Audits: who", AUDITS, names()));
    if (!context.lookups().users().isEmpty()) {
      steps.add(
          Processors.pipeline(
              "Audits: who, by the lake",
              AUDITS + " -@genesys.actor_name:*",
              List.of(
                  Processors.tableLookup(
                      "Row of the user", ACTOR_KEY, "genesys.actor_row", usersTable(context)),
                  Processors.copy("His name", "genesys.actor_row.name", "genesys.actor_name"),
                  Processors.copy(
                      "If the row is its only value", "genesys.actor_row", "genesys.actor_name"))));
    }
    steps.add(
        Processors.pipeline(
            "Audits: who, by id",
            AUDITS,
            List.of(Processors.copy("The id itself", "genesys.actor_id", "genesys.actor_name"))));
    steps.add(
        Processors.pipeline(
            "Conversations: hang-ups",
            LogQuery.of(EventScope.CONVERSATIONS),
            List.of(Processors.category("Leg", LEG, legs()))));
    steps.add(Processors.pipeline("Groups of alerts", LogQuery.OURS, groupTexts()));
    steps.add(Processors.category("How much it matters", "genesys.log_status", statuses()));
    steps.add(Processors.official("status", "Status", "genesys.log_status"));
    return steps;
  }

  private static List<ObjectNode> standardAttributes() {
    return List.of(
        Processors.copy("User", "genesys.user_id", "usr.id"),
        Processors.copy("Name of the user", "genesys.user_name", "usr.name"),
        Processors.copy("Other name of the user", "genesys.user_display", "usr.name"),
        Processors.copy("From where", "genesys.src_ip", "network.client.ip"),
        Processors.copy("Part of the platform", "genesys.service_name", "evt.category"),
        Processors.copy(
            "What was done, if nothing better is told", "genesys.vendor_action", "evt.name"));
  }

  private List<ObjectNode> privileged() {
    Map<String, String> names = privilegedNames();
    return List.of(
        Processors.text("Key of the object", OBJECT_KEY, key("entity_id")),
        Processors.text("Key of the actor", ACTOR_KEY, key("actor_id")),
        Processors.text("Key of the client", CLIENT_KEY, key("client_id")),
        Processors.lookup("Privileged object", OBJECT_KEY, "genesys.privileged_object", names),
        Processors.lookup("Privileged actor", ACTOR_KEY, "genesys.privileged_actor", names));
  }

  private static List<ObjectNode> names() {
    return List.of(
        Processors.text("Key of the actor", ACTOR_KEY, key("actor_id")),
        Processors.copy("As the audit says", "genesys.user_name", "genesys.actor_name"),
        Processors.copy("As it is shown", "genesys.user_display", "genesys.actor_name"));
  }

  private static String key(String field) {
    return "%{genesys.org_id}/%{genesys." + field + "}";
  }

  private Map<String, String> privilegedNames() {
    Map<String, String> names = new TreeMap<>();
    for (Privileged object : context.lookups().privileged()) {
      // A comma parts key and value, and nobody says how it would be escaped.
      names.put(object.orgId() + "/" + object.id(), object.name().replace(',', ';'));
    }
    return names;
  }

  private static Map<String, String> services() {
    Map<String, String> services = new LinkedHashMap<>();
    services.put("genesys-cloud-audit", LogQuery.of(LogQuery.topics(EventScope.AUDITS)));
    services.put(
        "genesys-cloud-conversation", LogQuery.of(LogQuery.topics(EventScope.CONVERSATIONS)));
    services.put("genesys-cloud-edge", LogQuery.of(LogQuery.topics(EventScope.EDGES)));
    services.put("genesys-cloud-operations", LogQuery.of(LogQuery.topics(EventScope.OPERATIONS)));
    services.put("genesys-cloud-other", LogQuery.OURS);
    return services;
  }

  /** The later a sign is in the list, the less it tells of the leg. */
  private static Map<String, String> legs() {
    Map<String, List<String>> queries = new LinkedHashMap<>();
    for (HangUps.Sign sign : HangUps.signs()) {
      queries
          .computeIfAbsent(
              sign.leg().isEmpty() ? UNKNOWN_LEG : sign.leg(), leg -> new ArrayList<>())
          .add("(" + LogQuery.of(PredicateParser.parse(sign.when())) + ")");
    }
    return queries.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                leg -> String.join(" OR ", leg.getValue()),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private List<ObjectNode> groupTexts() {
    return groups.stream()
        .filter(group -> !group.isPlain())
        .map(
            group ->
                Processors.text(
                    "Group: " + String.join(", ", group.fields()), group.name(), group.template()))
        .toList();
  }

  private static Map<String, String> statuses() {
    Map<String, String> statuses = new LinkedHashMap<>();
    statuses.put("error", "@evt.outcome:failure");
    statuses.put("warning", "@genesys.privileged_object:* OR @genesys.privileged_actor:*");
    statuses.put(
        "notice",
        LogQuery.of(
            EventScope.AUDITS,
            PredicateParser.parse(
                "vendor_action in (Delete, DeleteAll, HardDelete, SoftDelete, Purge, Remove,"
                    + " MemberRemove, Revoke, Disable, Deactivate, Export, Download) or"
                    + " foreign_actor = true")));
    statuses.put("info", LogQuery.OURS);
    return statuses;
  }
}
