package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The envelope of Splunk's HTTP Event Collector, with {@code event} an object. Audits get the
 * fields of the Common Information Model's data model Change beside their own; its {@code status}
 * is assumed, because events tell of none so far, and says so.
 */
public final class SplunkEnvelope implements Envelope {
  private static final String SOURCETYPES = "genesyscloud:eventbridge:";

  private static final List<Role> EDGE = List.of(Role.EDGE_NAME, Role.EDGE_ID);
  private static final List<Role> ENTITY = List.of(Role.ENTITY_NAME, Role.ENTITY_ID);

  private static final byte[] BEGIN = ascii("{\"event\":{\"vendor_product\":\"Genesys Cloud\"");
  private static final byte[] TIME = ascii("},\"time\":");
  private static final byte[] HOST = ascii(",\"host\":\"");
  private static final byte[] SOURCE = ascii(",\"source\":\"");
  private static final byte[] SOURCETYPE = ascii(",\"sourcetype\":\"");
  private static final byte[] INDEX = ascii("\",\"index\":\"");
  private static final byte[] FIELDS = ascii("\",\"fields\":{\"genesys_org_id\":\"");
  private static final byte[] TOPIC = ascii(",\"genesys_topic\":\"");
  private static final byte[] EVENT_ID = ascii(",\"genesys_event_id\":\"");
  private static final byte[] END = ascii("}}");
  private static final byte[] DEST = ascii(",\"dest\":\"");
  private static final byte[] OBJECT = ascii(",\"object\":\"");
  private static final byte[] OBJECT_CATEGORY = ascii(",\"object_category\":\"");
  private static final byte[] OBJECT_ID = ascii(",\"object_id\":\"");
  private static final byte[] SRC = ascii(",\"src\":\"");
  private static final byte[] USER = ascii(",\"user\":\"");

  private static final int MOST_TOPICS = 1_024;

  private final byte[] index;
  private final Map<String, byte[]> sourcetypes = new HashMap<>();
  private final CimActions actions = new CimActions();
  private final MappedValues changeTypes =
      new MappedValues(
          Role.SERVICE_NAME,
          service -> service.equals("PeoplePermissions") || service.isEmpty() ? "AAA" : service);
  private final MappedValues statuses = MappedValues.ofOutcome();

  /**
   * @param index that events are written to, one of those the token allows
   */
  public SplunkEnvelope(String index) {
    this.index = JsonStrings.encode(index);
  }

  @Override
  public void begin(JsonBytes out) {
    out.put(BEGIN);
  }

  @Override
  public void end(JsonBytes out, FlatEvent event) {
    if (event.kind() == EventKind.AUDIT) {
      change(out, event);
    } else if (event.kind() == EventKind.EDGE_METRICS) {
      first(out, DEST, event, EDGE);
    }
    out.put(TIME);
    long time = event.epochMilliseconds();
    out.number(time / 1_000);
    out.put('.');
    out.digits(time % 1_000, 3);
    out.put(HOST);
    if (event.orgId().isEmpty()) {
      out.escape(event.org().name());
    } else {
      event.copyOrgId(out);
    }
    out.put('"');
    first(out, SOURCE, event, Role.SOURCE);
    out.put(SOURCETYPE);
    out.put(sourcetype(event));
    out.put(INDEX);
    out.put(index);
    out.put(FIELDS);
    event.copyOrgId(out);
    out.put('"');
    first(out, TOPIC, event, Role.TOPIC);
    first(out, EVENT_ID, event, Role.EVENT_ID);
    out.put(END);
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
    out.ascii("\",\"dest\":\"");
    event.copyOrgId(out);
    out.ascii("\",\"dvc\":\"");
    event.copyOrgId(out);
    out.put('"');
    first(out, OBJECT, event, ENTITY);
    out.ascii(",\"object_attrs\":");
    if (event.has(Role.CHANGED_PROPERTIES)) {
      event.copy(Role.CHANGED_PROPERTIES, out);
    } else {
      out.ascii("\"none\"");
    }
    first(out, OBJECT_CATEGORY, event, Role.ENTITY_TYPE);
    first(out, OBJECT_ID, event, Role.ENTITY_ID);
    first(out, SRC, event, Role.SOURCE_IP);
    out.ascii(",\"status\":\"");
    statuses.write(event, out);
    out.ascii("\",\"status_source\":\"");
    out.ascii(event.has(Role.STATUS) ? "event\"" : "default\"");
    if (Actor.isThePlatform(event)) {
      out.ascii(",\"user\":\"system\"");
    } else {
      first(out, USER, event, Actor.ROLES);
    }
    out.ascii(",\"vendor_account\":\"");
    event.copyOrgId(out);
    out.put('"');
  }

  private static void part(JsonBytes out, FlatEvent event, Role role) {
    if (event.has(role)) {
      event.copy(role, out);
    } else {
      out.ascii("unknown");
    }
  }

  private static void first(JsonBytes out, byte[] key, FlatEvent event, Role role) {
    out.put(key);
    part(out, event, role);
    out.put('"');
  }

  /** The first of these that the event has; the model's own word where it has none. */
  private static void first(JsonBytes out, byte[] key, FlatEvent event, List<Role> roles) {
    out.put(key);
    // By index: an iterator for each event adds up.
    for (int at = 0; at < roles.size(); at++) {
      Role role = roles.get(at);
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
    byte[] made = JsonStrings.encode(SOURCETYPES + name);
    if (sourcetypes.size() < MOST_TOPICS) {
      sourcetypes.put(event.topic(), made);
    }
    return made;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
