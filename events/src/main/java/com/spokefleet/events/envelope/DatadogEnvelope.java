package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.JsonBytes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A log of Datadog: the flat fields under {@code genesys}, around them what Datadog itself knows
 * ({@code ddsource}, {@code service}, {@code ddtags}, the standard attributes) and a message that
 * reads as a sentence.
 */
public final class DatadogEnvelope implements Envelope {
  private static final List<Role> EDGE = List.of(Role.EDGE_NAME, Role.EDGE_ID);
  private static final List<Role> OPERATION =
      List.of(Role.OPERATION_NAME, Role.OPERATION_ID, Role.TOPIC_NAME);
  private static final List<Role> TOPIC = List.of(Role.TOPIC_NAME, Role.TOPIC);
  private static final List<Role> ACTION = List.of(Role.ACTION);
  private static final List<Role> ENTITY_TYPE = List.of(Role.ENTITY_TYPE);
  private static final List<Role> CONVERSATION_ID = List.of(Role.CONVERSATION_ID);
  private static final List<Role> SERVICE_NAME = List.of(Role.SERVICE_NAME);
  private static final List<Role> USER_ID = List.of(Role.USER_ID);
  private static final List<Role> USER_NAME = List.of(Role.USER_NAME, Role.USER_DISPLAY);

  private final Map<String, String> regions = new HashMap<>();
  private final MappedValues outcomes = MappedValues.ofOutcome();

  @Override
  public void begin(JsonBytes out) {
    out.ascii("{\"genesys\":{\"vendor_product\":\"Genesys Cloud\"");
  }

  @Override
  public void end(JsonBytes out, FlatEvent event) {
    String family = TopicNames.family(event.kind());
    out.ascii("},\"ddsource\":\"genesys-cloud\",\"service\":\"genesys-cloud-");
    out.ascii(family);
    out.ascii("\",\"hostname\":");
    out.string(event.orgId().isEmpty() ? event.org().name() : event.orgId());
    out.ascii(",\"ddtags\":\"");
    tags(out, event, family);
    out.ascii("\",\"timestamp\":");
    out.number(event.epochMilliseconds());
    out.ascii(",\"status\":\"info\",\"message\":\"");
    message(out, event);
    out.put('"');
    attributes(out, event, family);
    out.put('}');
  }

  private void tags(JsonBytes out, FlatEvent event, String family) {
    out.ascii("genesys_org:");
    out.escape(event.org().name());
    out.ascii(",genesys_topic:");
    out.ascii(family);
    String region = event.org().businessRegion();
    if (!region.isEmpty()) {
      out.ascii(",business_region:");
      out.escape(regions.computeIfAbsent(region, DatadogEnvelope::inTag));
    }
  }

  private static String inTag(String region) {
    return region.toLowerCase(Locale.ROOT).replace(',', '_');
  }

  private static void message(JsonBytes out, FlatEvent event) {
    switch (event.kind()) {
      case AUDIT -> audit(out, event);
      case CONVERSATION -> conversation(out, event);
      case EDGE_METRICS -> {
        out.ascii("Edge ");
        first(out, event, EDGE);
        out.ascii(" reports its metrics");
        in(out, event);
      }
      case OPERATIONS -> {
        first(out, event, OPERATION);
        optional(out, ": ", event, Role.ENTITY_TYPE, "");
        optional(out, " ", event, Role.ENTITY_NAME, "");
        in(out, event);
      }
      case TRANSCRIPT, OTHER -> {
        out.ascii("Event ");
        first(out, event, TOPIC);
        in(out, event);
      }
    }
  }

  private static void audit(JsonBytes out, FlatEvent event) {
    if (Actor.isThePlatform(event)) {
      out.ascii("The platform");
    } else {
      first(out, event, Actor.ROLES);
    }
    out.ascii(" performed ");
    first(out, event, ACTION);
    out.ascii(" on ");
    first(out, event, ENTITY_TYPE);
    optional(out, " ", event, Role.ENTITY_NAME, "");
    optional(out, " (", event, Role.ENTITY_ID, ")");
    in(out, event);
    optional(out, " from ", event, Role.SOURCE_IP, "");
  }

  private static void conversation(JsonBytes out, FlatEvent event) {
    out.ascii("Conversation ");
    first(out, event, CONVERSATION_ID);
    in(out, event);
    out.ascii(": ");
    TopicNames.write(event, out);
    optional(out, ", ", event, Role.MEDIA_TYPE, "");
    optional(out, " ", event, Role.DIRECTION, "");
    optional(out, ", disconnected by ", event, Role.DISCONNECT_TYPE, "");
  }

  private void attributes(JsonBytes out, FlatEvent event, String family) {
    out.ascii(",\"evt\":{\"name\":\"");
    if (event.kind() == EventKind.AUDIT) {
      first(out, event, ENTITY_TYPE);
      out.put('.');
      first(out, event, ACTION);
      out.ascii("\",\"category\":\"");
      first(out, event, SERVICE_NAME);
      out.ascii("\",\"outcome\":\"");
      outcomes.write(event, out);
      out.ascii("\",\"outcome_source\":\"");
      out.ascii(event.has(Role.STATUS) ? "event\"}" : "default\"}");
    } else if (event.kind() == EventKind.OPERATIONS && event.has(Role.OPERATION_ID)) {
      out.ascii(family);
      out.put('.');
      event.copy(Role.OPERATION_ID, out);
      out.ascii("\"}");
    } else {
      out.ascii(family);
      out.put('.');
      TopicNames.write(event, out);
      out.ascii("\"}");
    }
    if (event.has(Role.USER_ID) || event.has(Role.USER_NAME) || event.has(Role.USER_DISPLAY)) {
      out.ascii(",\"usr\":{\"id\":\"");
      first(out, event, USER_ID);
      out.put('"');
      if (event.has(Role.USER_NAME) || event.has(Role.USER_DISPLAY)) {
        out.ascii(",\"name\":\"");
        first(out, event, USER_NAME);
        out.put('"');
      }
      out.put('}');
    }
    optional(out, ",\"network\":{\"client\":{\"ip\":\"", event, Role.SOURCE_IP, "\"}}");
  }

  private static void in(JsonBytes out, FlatEvent event) {
    out.ascii(" in ");
    out.escape(event.org().name());
  }

  private static void first(JsonBytes out, FlatEvent event, List<Role> roles) {
    // By index: an iterator for each event adds up.
    for (int at = 0; at < roles.size(); at++) {
      Role role = roles.get(at);
      if (event.has(role)) {
        event.copy(role, out);
        return;
      }
    }
    out.ascii("unknown");
  }

  private static void optional(
      JsonBytes out, String before, FlatEvent event, Role role, String after) {
    if (event.has(role)) {
      out.ascii(before);
      event.copy(role, out);
      out.ascii(after);
    }
  }
}
