package com.spokefleet.siem.splunk;

/** What the app is called; its folder, its package and all its files agree on it. */
public final class AppIdentity {
  /** Folder and id. */
  public static final String ID = "spokefleet_genesys_cloud";

  /** Goes up with every change of what the app holds. */
  public static final String VERSION = "1.0.0";

  static final String LABEL = "Genesys Cloud (Spokefleet)";

  static final String DESCRIPTION =
      "Audits, conversations, Edges and operational events of several Genesys Cloud organisations:"
          + " dashboards, detections, and fields of the Common Information Model.";

  private AppIdentity() {}
}
