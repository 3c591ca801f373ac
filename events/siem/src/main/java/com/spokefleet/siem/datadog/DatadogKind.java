package com.spokefleet.siem.datadog;

/** What an object is to Datadog's API, in the order in which they are created. */
public enum DatadogKind {
  /** {@code /api/v1/logs/config/pipelines}; its mark is in its tags. */
  PIPELINE("pipelines", "name"),
  /** {@code /api/v2/logs/config/metrics}; has neither tags nor a text, so its id is the mark. */
  METRIC("metrics", "id"),
  /** {@code /api/v1/dashboard}; its tags are for teams only, so the mark is in its description. */
  DASHBOARD("dashboards", "title"),
  /** {@code /api/v1/monitor}; its mark is in its tags. */
  MONITOR("monitors", "name"),
  /** {@code /api/v2/security_monitoring/rules}, with Cloud SIEM; its mark is in its tags. */
  RULE("rules", "name");

  private final String folder;
  private final String nameMember;

  DatadogKind(String folder, String nameMember) {
    this.folder = folder;
    this.nameMember = nameMember;
  }

  /** Where an export puts objects of this kind. */
  public String folder() {
    return folder;
  }

  /** The member of its JSON that people know it by. */
  public String nameMember() {
    return nameMember;
  }
}
