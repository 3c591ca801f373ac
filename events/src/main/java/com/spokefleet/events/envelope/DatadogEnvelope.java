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
  private static final List<Role> ACTION = List.of(Role.ACTION);
  private static final List<Role> ENTITY_TYPE = List.of(Role.ENTITY_TYPE);
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
    EventSentence.write(out, event);
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

  private void attributes(JsonBytes out, FlatEvent event, String family) {
    out.ascii(",\"evt\":{\"name\":\"");
    if (event.kind() == EventKind.AUDIT) {
      FieldText.first(out, event, ENTITY_TYPE);
      out.put('.');
      FieldText.first(out, event, ACTION);
      out.ascii("\",\"category\":\"");
      FieldText.first(out, event, SERVICE_NAME);
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
      FieldText.first(out, event, USER_ID);
      out.put('"');
      if (event.has(Role.USER_NAME) || event.has(Role.USER_DISPLAY)) {
        out.ascii(",\"name\":\"");
        FieldText.first(out, event, USER_NAME);
        out.put('"');
      }
      out.put('}');
    }
    FieldText.optional(out, ",\"network\":{\"client\":{\"ip\":\"", event, Role.SOURCE_IP, "\"}}");
  }
}
