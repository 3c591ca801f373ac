package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.ActorType;
import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.JsonBytes;
import java.util.Arrays;

/** Objects of OCSF made of an event's fields, each of which has one place only. */
final class OcsfObjects {
  private static final Role[] ROLES = Role.values();
  private static final String USER = "{\"type_id\":1,\"type\":\"User\"";

  private final boolean[] placed = new boolean[ROLES.length];

  /** Begins the next record. */
  void begin() {
    Arrays.fill(placed, false);
  }

  /** Takes out of the flat fields what has a place here. */
  void removePlaced(FlatEvent event) {
    for (int at = 0; at < placed.length; at++) {
      if (placed[at]) {
        event.remove(ROLES[at]);
      }
    }
  }

  /**
   * Writes the field with what stands around it, as the place it has; nothing if it is not there.
   */
  void place(JsonBytes out, String before, FlatEvent event, Role role, String after) {
    if (event.has(role)) {
      FieldText.optional(out, before, event, role, after);
      placed[role.ordinal()] = true;
    }
  }

  void metadata(JsonBytes out, FlatEvent event, Role id) {
    out.ascii(",\"metadata\":{\"version\":\"1.8.0\"");
    out.ascii(",\"product\":{\"name\":\"Genesys Cloud\",\"vendor_name\":\"Genesys\"");
    place(out, ",\"feature\":{\"name\":\"", event, Role.SERVICE_NAME, "\"}");
    out.put('}');
    place(out, ",\"uid\":\"", event, id, "\"");
    place(out, ",\"original_event_uid\":\"", event, id, "\"");
    place(out, ",\"correlation_uid\":\"", event, Role.CORRELATION_ID, "\"");
    place(out, ",\"tenant_uid\":\"", event, Role.ORG_ID, "\"");
    place(out, ",\"log_name\":\"", event, Role.TOPIC, "\"");
    place(out, ",\"log_source\":\"", event, Role.SOURCE, "\"");
    place(out, ",\"log_level\":\"", event, Role.LEVEL, "\"");
    place(out, ",\"event_code\":\"", event, Role.ACTION, "\"");
    place(out, ",\"event_code\":\"", event, Role.OPERATION_ID, "\"");
    place(out, ",\"original_time\":\"", event, Role.MOMENT, "\"");
    out.put('}');
  }

  /** Who did it, if anybody is told. */
  void actor(JsonBytes out, FlatEvent event) {
    if (event.actor() == ActorType.SYSTEM) {
      out.ascii(",\"actor\":{\"app_name\":\"Genesys Cloud\"}");
      return;
    }
    boolean id = event.has(Role.USER_ID);
    boolean name = event.has(Role.USER_NAME);
    boolean user = id || name || event.has(Role.USER_DISPLAY);
    if (user) {
      out.ascii(",\"actor\":{\"user\":");
      out.ascii(USER);
      place(out, ",\"uid\":\"", event, Role.USER_ID, "\"");
      place(out, ",\"name\":\"", event, Role.USER_NAME, "\"");
      if (!id && !name) {
        FieldText.optional(out, ",\"name\":\"", event, Role.USER_DISPLAY, "\"");
      }
      place(out, ",\"display_name\":\"", event, Role.USER_DISPLAY, "\"");
      place(out, ",\"org\":{\"uid\":\"", event, Role.USER_HOME_ORG_ID, "\"}");
      out.put('}');
      place(out, ",\"app_uid\":\"", event, Role.CLIENT_ID, "\"");
      out.put('}');
    } else {
      place(out, ",\"actor\":{\"app_uid\":\"", event, Role.CLIENT_ID, "\"}");
    }
  }

  /** Where from, if that is an address. */
  void source(JsonBytes out, FlatEvent event) {
    if (event.matches(Role.SOURCE_IP, IpAddress::isOne)) {
      place(out, ",\"src_endpoint\":{\"ip\":\"", event, Role.SOURCE_IP, "\"}");
    }
  }

  /** What it was done to; its id or its name must be there. */
  void entity(JsonBytes out, FlatEvent event, OcsfEntity entity) {
    out.ascii(",\"entity\":{\"type_id\":");
    if (entity.object().isEmpty()) {
      out.number(event.has(Role.ENTITY_TYPE) ? entity.typeId() : OcsfActivity.UNKNOWN);
      place(out, ",\"type\":\"", event, Role.ENTITY_TYPE, "\"");
    } else {
      out.number(entity.typeId());
      out.ascii(",\"type\":\"");
      out.ascii(entity.caption());
      out.ascii("\",\"");
      out.ascii(entity.object());
      out.ascii("\":{\"");
      // Either is there; which of them comes first must not matter for the comma.
      boolean id = event.has(Role.ENTITY_ID);
      place(out, "uid\":\"", event, Role.ENTITY_ID, "\"");
      place(out, id ? ",\"name\":\"" : "name\":\"", event, Role.ENTITY_NAME, "\"");
      out.put('}');
    }
    identity(out, event);
    out.put('}');
  }

  /** The user it was done to, by the entity. */
  void user(JsonBytes out, FlatEvent event) {
    out.ascii(",\"user\":");
    out.ascii(USER);
    identity(out, event);
    out.put('}');
  }

  /** The user who was found, and the role by its name or else its id. */
  void member(JsonBytes out, FlatEvent event, OcsfGrant grant) {
    out.ascii(",\"user\":");
    out.ascii(USER);
    out.ascii(",\"uid\":");
    grant.write(out);
    out.ascii("},\"privileges\":[\"");
    place(out, "", event, event.has(Role.ENTITY_NAME) ? Role.ENTITY_NAME : Role.ENTITY_ID, "");
    out.ascii("\"]");
  }

  private void identity(JsonBytes out, FlatEvent event) {
    place(out, ",\"uid\":\"", event, Role.ENTITY_ID, "\"");
    place(out, ",\"name\":\"", event, Role.ENTITY_NAME, "\"");
  }
}
