package com.spokefleet.siem.evaluate;

import com.spokefleet.siem.predicate.FieldValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A flat audit, made by hand. */
record FlatAudit(Map<String, String> fields) implements FieldValues {
  static FlatAudit of(String id, Instant at) {
    return new FlatAudit(
            Map.of(
                "topic", "v2.audits.entitytype.{id}.entityid.{id}",
                "audit_id", id,
                "event_id", "event of " + id,
                "event_time", at.toString(),
                "org_id", "org-1",
                "actor_id", "ann",
                "entity_type", "OAuthClient",
                "vendor_action", "Delete"))
        .with("entity_id", "entity of " + id);
  }

  FlatAudit with(String field, String value) {
    Map<String, String> changed = new HashMap<>(fields);
    changed.put(field, value);
    return new FlatAudit(changed);
  }

  @Override
  public List<String> of(String field) {
    String value = fields.getOrDefault(field, "");
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
