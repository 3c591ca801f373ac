package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A log of Datadog: the flat fields under {@code genesys}, around them what Datadog itself knows
 * ({@code ddsource}, {@code service}, {@code ddtags}, the standard attributes) and a message that
 * reads as a sentence.
 */
public final class DatadogEnvelope implements Envelope {
  private final MappedValues outcomes =
      new MappedValues(
          Role.STATUS, status -> status.equalsIgnoreCase("FAILURE") ? "failure" : "success");

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
    out.ascii(",\"ddtags\":");
    out.string(tags(event, family));
    out.ascii(",\"timestamp\":");
    out.number(event.epochMilliseconds());
    out.ascii(",\"status\":\"info\",\"message\":\"");
    message(out, event);
    out.put('"');
    attributes(out, event, family);
    out.put('}');
  }

  private static String tags(FlatEvent event, String family) {
    String tags = "genesys_org:" + event.org().name() + ",genesys_topic:" + family;
    String region = event.org().businessRegion();
    return region.isEmpty()
        ? tags
        : tags + ",business_region:" + region.toLowerCase(Locale.ROOT).replace(',', '_');
  }

  private static void message(JsonBytes out, FlatEvent event) {
    switch (event.kind()) {
      case AUDIT -> audit(out, event);
      case CONVERSATION -> conversation(out, event);
      case EDGE_METRICS -> {
        out.ascii("Edge ");
        first(out, event, Role.EDGE_NAME, Role.EDGE_ID);
        out.ascii(" reports its metrics");
        in(out, event);
      }
      case OPERATIONS -> {
        first(out, event, Role.OPERATION_NAME, Role.OPERATION_ID, Role.TOPIC_NAME);
        optional(out, ": ", event, Role.ENTITY_TYPE, "");
        optional(out, " ", event, Role.ENTITY_NAME, "");
        in(out, event);
      }
      case TRANSCRIPT, OTHER -> {
        out.ascii("Event ");
        first(out, event, Role.TOPIC_NAME, Role.TOPIC);
        in(out, event);
      }
    }
  }

  private static void audit(JsonBytes out, FlatEvent event) {
    if (Actor.isThePlatform(event)) {
      out.ascii("The platform");
    } else {
      first(out, event, Role.USER_NAME, Role.USER_DISPLAY, Role.USER_ID, Role.CLIENT_ID);
    }
    out.ascii(" performed ");
    first(out, event, Role.ACTION);
    out.ascii(" on ");
    first(out, event, Role.ENTITY_TYPE);
    optional(out, " ", event, Role.ENTITY_NAME, "");
    optional(out, " (", event, Role.ENTITY_ID, ")");
    in(out, event);
    optional(out, " from ", event, Role.SOURCE_IP, "");
  }

  private static void conversation(JsonBytes out, FlatEvent event) {
    out.ascii("Conversation ");
    first(out, event, Role.CONVERSATION_ID);
    in(out, event);
    out.ascii(": ");
    out.escape(TopicNames.event(event).getBytes(StandardCharsets.UTF_8));
    optional(out, ", ", event, Role.MEDIA_TYPE, "");
    optional(out, " ", event, Role.DIRECTION, "");
    optional(out, ", disconnected by ", event, Role.DISCONNECT_TYPE, "");
  }

  private void attributes(JsonBytes out, FlatEvent event, String family) {
    out.ascii(",\"evt\":{\"name\":\"");
    if (event.kind() == EventKind.AUDIT) {
      first(out, event, Role.ENTITY_TYPE);
      out.put('.');
      first(out, event, Role.ACTION);
      out.ascii("\",\"category\":\"");
      first(out, event, Role.SERVICE_NAME);
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
      out.escape(TopicNames.event(event).getBytes(StandardCharsets.UTF_8));
      out.ascii("\"}");
    }
    if (event.has(Role.USER_ID) || event.has(Role.USER_NAME) || event.has(Role.USER_DISPLAY)) {
      out.ascii(",\"usr\":{\"id\":\"");
      first(out, event, Role.USER_ID);
      out.put('"');
      if (event.has(Role.USER_NAME) || event.has(Role.USER_DISPLAY)) {
        out.ascii(",\"name\":\"");
        first(out, event, Role.USER_NAME, Role.USER_DISPLAY);
        out.put('"');
      }
      out.put('}');
    }
    optional(out, ",\"network\":{\"client\":{\"ip\":\"", event, Role.SOURCE_IP, "\"}}");
  }

  private static void in(JsonBytes out, FlatEvent event) {
    out.ascii(" in ");
    out.escape(event.org().name().getBytes(StandardCharsets.UTF_8));
  }

  private static void first(JsonBytes out, FlatEvent event, Role... roles) {
    for (Role role : roles) {
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
