package com.spokefleet.siem.splunk;

import com.spokefleet.siem.splunk.conf.ConfFile;

/** What the app says of itself, and who may do what with it. */
final class AppConf {
  private AppConf() {}

  static byte[] app() {
    ConfFile file = new ConfFile("The app itself.");
    file.stanza("install").set("is_configured", 1).set("build", 1);
    file.stanza("package").set("id", AppIdentity.ID).set("check_for_updates", 0);
    file.stanza("id").set("name", AppIdentity.ID).set("version", AppIdentity.VERSION);
    file.stanza("launcher")
        .set("author", "Spokefleet")
        .set("description", AppIdentity.DESCRIPTION)
        .set("version", AppIdentity.VERSION);
    file.stanza("ui").set("is_visible", 1).set("label", AppIdentity.LABEL);
    return file.bytes();
  }

  /** Fields and lookups are everybody's, also in other apps; searches and pages stay here. */
  static byte[] permissions() {
    ConfFile file = new ConfFile("Knowledge is shared, what runs or is looked at is not.");
    file.stanza("")
        .set("access", "read : [ * ], write : [ admin, sc_admin ]")
        .set("export", "system");
    file.stanza("savedsearches").set("export", "none");
    file.stanza("views").set("export", "none");
    file.stanza("nav").set("export", "none");
    return file.bytes();
  }
}
