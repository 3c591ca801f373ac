package com.spokefleet.cli.kpi;

/** By what an org's figures are broken down. */
public enum Grouping {
  /** Not at all: one line per org. */
  ORG("Org"),
  /** By queue; a contact that visits two queues is a contact of both. */
  QUEUE("Queue"),
  /** By media type: figures by that of their leg, a contact by the first one it used. */
  MEDIA("Media"),
  /** By UTC start day of the conversation. */
  DAY("Day");

  private final String title;

  Grouping(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether the same group means the same thing in every org, so that it can be added up. */
  boolean isFleetWide() {
    return this == MEDIA || this == DAY;
  }
}
