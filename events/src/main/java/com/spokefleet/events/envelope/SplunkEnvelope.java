package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.JsonBytes;
import java.util.HashMap;
import java.util.Map;

/**
 * The envelope of Splunk's HTTP Event Collector, with {@code event} an object. Audits get the
 * fields of the Common Information Model's data model Change beside their own; its {@code status}
 * is assumed, because events tell of none so far, and says so.
 */
public final class SplunkEnvelope implements Envelope {
  private static final String SOURCETYPE = "genesyscloud:eventbridge:";
  private static final int MOST_TOPICS = 1_024;

  private final byte[] index;
  private final Map<String, byte[]> sourcetypes = new HashMap<>();
  private final CimActions actions = new CimActions();
  private final MappedValues changeTypes =
      new MappedValues(
          Role.SERVICE_NAME,
          service -> service.equals("PeoplePermissions") || service.isEmpty() ? "AAA" : service);
  private final MappedValues statuses =
      new MappedValues(
          Role.STATUS, status -> status.equalsIgnoreCase("FAILURE") ? "failure" : "success");

  /**
   * @param index that events are written to, one of those the token allows
   */
  public SplunkEnvelope(String index) {
    this.index = MappedValues.inString(index);
  }

  @Override
  public void begin(JsonBytes out) {
    out.ascii("{\"event\":{\"vendor_product\":\"Genesys Cloud\"");
  }

  @Override
  public void end(JsonBytes out, FlatEvent event) {
    if (event.kind() == EventKind.AUDIT) {
      change(out, event);
    } else if (event.kind() == EventKind.EDGE_METRICS) {
      first(out, ",\"dest\":", event, Role.EDGE_NAME, Role.EDGE_ID);
    }
    out.ascii("},\"time\":");
    long time = event.epochMilliseconds();
    out.number(time / 1_000);
    out.put('.');
    out.digits(time % 1_000, 3);
    out.ascii(",\"host\":");
    out.string(event.orgId().isEmpty() ? event.org().name() : event.orgId());
    first(out, ",\"source\":", event, Role.SOURCE);
    out.ascii(",\"sourcetype\":\"");
    out.put(sourcetype(event));
    out.ascii("\",\"index\":\"");
    out.put(index);
    out.ascii("\",\"fields\":{\"genesys_org_id\":");
    out.string(event.orgId());
    first(out, ",\"genesys_topic\":", event, Role.TOPIC);
    first(out, ",\"genesys_event_id\":", event, Role.EVENT_ID);
    out.ascii("}}");
  }

  private void change(JsonBytes out, FlatEvent event) {
    out.ascii(",\"action\":\"");
    actions.write(event, out);
    out.ascii("\",\"change_type\":\"");
    changeTypes.write(event, out);
    out.ascii("\",\"command\":\"");
    part(out, event, Role.SERVICE_NAME);
    out.put('.');
    part(out, event, Role.ENTITY_TYPE);
    out.put('.');
    part(out, event, Role.ACTION);
    out.ascii("\",\"dest\":");
    out.string(event.orgId());
    out.ascii(",\"dvc\":");
    out.string(event.orgId());
    first(out, ",\"object\":", event, Role.ENTITY_NAME, Role.ENTITY_ID);
    out.ascii(",\"object_attrs\":");
    if (event.has(Role.CHANGED_PROPERTIES)) {
      event.copy(Role.CHANGED_PROPERTIES, out);
    } else {
      out.ascii("\"none\"");
    }
    first(out, ",\"object_category\":", event, Role.ENTITY_TYPE);
    first(out, ",\"object_id\":", event, Role.ENTITY_ID);
    first(out, ",\"src\":", event, Role.SOURCE_IP);
    out.ascii(",\"status\":\"");
    statuses.write(event, out);
    out.ascii("\",\"status_source\":\"");
    out.ascii(event.has(Role.STATUS) ? "event\"" : "default\"");
    if (Actor.isThePlatform(event)) {
      out.ascii(",\"user\":\"system\"");
    } else {
      first(
          out,
          ",\"user\":",
          event,
          Role.USER_NAME,
          Role.USER_DISPLAY,
          Role.USER_ID,
          Role.CLIENT_ID);
    }
    out.ascii(",\"vendor_account\":");
    out.string(event.orgId());
  }

  private static void part(JsonBytes out, FlatEvent event, Role role) {
    if (event.has(role)) {
      event.copy(role, out);
    } else {
      out.ascii("unknown");
    }
  }

  /** The first of these that the event has; the model's own word where it has none. */
  private static void first(JsonBytes out, String key, FlatEvent event, Role... roles) {
    out.ascii(key);
    out.put('"');
    for (Role role : roles) {
      if (event.has(role)) {
        event.copy(role, out);
        out.put('"');
        return;
      }
    }
    out.ascii("unknown\"");
  }

  private byte[] sourcetype(FlatEvent event) {
    byte[] known = sourcetypes.get(event.topic());
    return known == null ? sourcetypeOf(event) : known;
  }

  private byte[] sourcetypeOf(FlatEvent event) {
    String family = TopicNames.family(event.kind());
    String name =
        switch (event.kind()) {
          case CONVERSATION -> family + ":" + TopicNames.event(event).replace('.', '_');
          case EDGE_METRICS -> family + ":metrics";
          case AUDIT, OPERATIONS, TRANSCRIPT, OTHER -> family;
        };
    byte[] made = MappedValues.inString(SOURCETYPE + name);
    if (sourcetypes.size() < MOST_TOPICS) {
      sourcetypes.put(event.topic(), made);
    }
    return made;
  }
}
