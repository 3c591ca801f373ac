package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.HarmlessFields;
import com.spokefleet.events.privacy.Treatment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What is the same for all events of an organisation, worked out once. */
final class OrgFields {
  private static final String ID = ",\"org_id\":\"";

  private final EventOrg org;
  private final String orgId;
  private final byte[] id;
  private final byte[] fields;
  private final FieldTree around;
  private final FieldTree detail;
  private final Map<EventKind, FieldTree> bodies = new EnumMap<>(EventKind.class);

  /**
   * @param keyed whether values can be hashed; without a key they are left out
   */
  OrgFields(EventOrg org, String orgId, boolean keyed, FieldNames names) {
    this.org = org;
    this.orgId = orgId;
    this.id = JsonStrings.encode(orgId);
    this.fields = fields(org, orgId);
    Function<String, Treatment> ofAround = treatments(org, HarmlessFields.AROUND, keyed);
    this.around = new FieldTree(FieldPlan.ENVELOPE, ofAround, names);
    this.detail = new FieldTree(FieldPlan.DETAIL, ofAround, names);
    for (EventKind kind : EventKind.values()) {
      Function<String, Treatment> ofBody = treatments(org, harmless(kind), keyed);
      bodies.put(kind, new FieldTree(FieldPlan.of(kind), ofBody, names));
    }
  }

  EventOrg org() {
    return org;
  }

  String orgId() {
    return orgId;
  }

  /** Writes the id, within the quotes of a string. */
  void writeId(JsonBytes out) {
    out.put(id);
  }

  /** Whether these bytes of a string are the id, in capitals or not. */
  boolean hasId(byte[] in, int from, int to) {
    return JsonStrings.areInAnyCase(in, from, to, orgId);
  }

  /** What lies beside the detail and EventBridge is not known to put there. */
  FieldTree around() {
    return around;
  }

  FieldTree detail() {
    return detail;
  }

  FieldTree body(EventKind kind) {
    return Objects.requireNonNull(bodies.get(kind), "every kind has a tree");
  }

  /** Writes the fields that name the organisation. */
  void write(JsonBytes out, Captured captured) {
    int from = out.length() + ID.length();
    captured.put(Role.ORG_ID, from, from + id.length);
    out.put(fields);
  }

  private static Function<String, Treatment> treatments(
      EventOrg org, HarmlessFields harmless, boolean keyed) {
    return name -> {
      Treatment wanted = org.privacy().of(name, harmless);
      return wanted == Treatment.HASH && !keyed ? Treatment.REMOVE : wanted;
    };
  }

  private static HarmlessFields harmless(EventKind kind) {
    return switch (kind) {
      case AUDIT -> HarmlessFields.AUDIT;
      case OPERATIONS -> HarmlessFields.OPERATIONS;
      case EDGE_METRICS -> HarmlessFields.MACHINES;
      case CONVERSATION, TRANSCRIPT, OTHER -> HarmlessFields.NONE;
    };
  }

  private static byte[] fields(EventOrg org, String orgId) {
    JsonBytes written = new JsonBytes(128);
    written.ascii(ID);
    written.put(JsonStrings.encode(orgId));
    written.ascii("\",\"org_name\":");
    written.string(org.name());
    if (!org.businessRegion().isEmpty()) {
      written.ascii(",\"business_region\":");
      written.string(org.businessRegion());
    }
    return Arrays.copyOf(written.array(), written.length());
  }
}
