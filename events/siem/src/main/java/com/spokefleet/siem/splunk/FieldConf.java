package com.spokefleet.siem.splunk;

import com.spokefleet.siem.splunk.conf.ConfFile;
import com.spokefleet.siem.splunk.field.EventType;
import com.spokefleet.siem.splunk.field.EventTypes;
import com.spokefleet.siem.splunk.field.SearchTimeFields;
import com.spokefleet.siem.splunk.field.SourceType;
import com.spokefleet.siem.splunk.search.Macros;

/** How Splunk reads records, and what it calls them. */
final class FieldConf {
  private static final String ALERT = "genesys_alert";

  private FieldConf() {}

  static byte[] props() {
    ConfFile file =
        new ConfFile("Fields made at search time: lists, calculated fields, then lookups.");
    for (SourceType type : SourceType.values()) {
      ConfFile.Stanza stanza = file.stanza(type.text()).set("KV_MODE", "json");
      if (type != SourceType.POLLED_AUDIT) {
        // An event is capped by the transformation; cut JSON would have no fields at all.
        stanza.set("TRUNCATE", 0);
      }
      SearchTimeFields.write(type, stanza);
      lookups(stanza);
    }
    file.stanza("source::" + Macros.ALERT_SOURCE).set("EVAL-genesys_identity", "id");
    return file.bytes();
  }

  /** In the order of their names: what is there already is not looked up again. */
  private static void lookups(ConfFile.Stanza stanza) {
    stanza
        .set(
            "LOOKUP-genesys_org",
            "genesys_orgs org_id OUTPUTNEW org_name, region AS business_region")
        .set(
            "LOOKUP-genesys_privileged_actor",
            "genesys_privileged org_id, id AS actor_id OUTPUTNEW name AS privileged_actor")
        .set(
            "LOOKUP-genesys_privileged_client",
            "genesys_privileged org_id, id AS client_id OUTPUTNEW name AS privileged_actor")
        .set(
            "LOOKUP-genesys_privileged_object",
            "genesys_privileged org_id, id AS entity_id OUTPUTNEW name AS privileged_object,"
                + " reason AS privileged_reason")
        .set(
            "LOOKUP-genesys_user",
            "genesys_users org_id, user_id AS actor_id OUTPUTNEW name AS actor_name");
  }

  static byte[] eventTypes() {
    ConfFile file = new ConfFile("Kinds of events; polled audits are audits like the others.");
    EventTypes.all().forEach(type -> file.stanza(type.name()).set("search", type.search()));
    file.stanza(ALERT).set("search", "source=\"" + Macros.ALERT_SOURCE + '"');
    return file.bytes();
  }

  static byte[] tags() {
    ConfFile file = new ConfFile("What makes events part of the Common Information Model.");
    for (EventType type : EventTypes.all()) {
      type.tags().forEach(tag -> file.stanza("eventtype=" + type.name()).set(tag, "enabled"));
    }
    file.stanza("eventtype=" + ALERT).set("alert", "enabled");
    return file.bytes();
  }

  /** Written beside the event by the transformation, so that Splunk finds them in its index. */
  static byte[] fields() {
    ConfFile file = new ConfFile("Fields that are part of the index.");
    for (String name : new String[] {"genesys_org_id", "genesys_topic", "genesys_event_id"}) {
      file.stanza(name).set("INDEXED", 1);
    }
    return file.bytes();
  }
}
