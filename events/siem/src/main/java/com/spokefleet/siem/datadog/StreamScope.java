package com.spokefleet.siem.datadog;

import com.spokefleet.siem.dashboard.StreamFigure;

/**
 * Which of the event streams' metrics are looked at. Ours and those of AWS call the org by
 * different tags.
 *
 * @param fleet whose streams
 * @param org its name, or the variable that holds it
 * @param destination likewise; empty for all
 */
record StreamScope(String fleet, String org, String destination) {
  /** As the dashboard's reader has chosen. */
  static StreamScope chosen(String fleet) {
    return new StreamScope(fleet, "$org_name.value", "$destination.value");
  }

  static StreamScope ofOrg(String fleet, String org) {
    return new StreamScope(fleet, org, "");
  }

  String of(StreamFigure figure) {
    if (StreamMetric.isOurs(figure)) {
      boolean hasDestination =
          !destination.isEmpty() && figure != StreamFigure.DEAD_LETTERS_REPLAYED;
      return StreamMetric.ORG + ":" + org + (hasDestination ? ",destination:" + destination : "");
    }
    String ours = "spokefleet-" + fleet + "-";
    return figure == StreamFigure.DEAD_LETTERS_WAITING
        ? "queuename:" + ours + "*-events-dead-letters," + ofResource()
        : StreamMetric.STREAM + ":" + ours + "*," + ofResource();
  }

  private String ofResource() {
    return StreamMetric.ORG_OF_RESOURCE + ":" + org;
  }
}
