package com.spokefleet.siem.splunk;

import com.spokefleet.siem.splunk.conf.ConfFile;
import java.util.List;

/** Lookups: lists that come with the app, and what searches remember. */
final class LookupConf {
  private static final List<String> FILES =
      List.of("genesys_detections", "genesys_orgs", "genesys_privileged", "genesys_users");

  private LookupConf() {}

  static byte[] transforms() {
    ConfFile file = new ConfFile("Lists of the fleet, and what searches remember.");
    for (String name : FILES) {
      file.stanza(name)
          .set("filename", name + ".csv")
          .set("case_sensitive_match", 1)
          .set("max_matches", 1);
    }
    collection(file, "genesys_raised", "genesys_raised", "_key, alert_time, group_key", 1);
    collection(
        file, "genesys_raised_of_group", "genesys_raised", "_key, alert_time, group_key", 1_000);
    collection(file, "genesys_baseline", "genesys_baseline", "_key, first_seen, last_seen", 1);
    return file.bytes();
  }

  static byte[] collections() {
    ConfFile file = new ConfFile("What searches remember from one run to the next.");
    file.stanza("genesys_raised")
        .set("field.alert_time", "number")
        .set("field.group_key", "string")
        .set("accelerated_fields.by_group", "{\"group_key\": 1}");
    file.stanza("genesys_baseline")
        .set("field.first_seen", "number")
        .set("field.last_seen", "number");
    return file.bytes();
  }

  private static void collection(
      ConfFile file, String name, String collection, String fields, int most) {
    file.stanza(name)
        .set("external_type", "kvstore")
        .set("collection", collection)
        .set("fields_list", fields)
        .set("max_matches", most);
  }
}
