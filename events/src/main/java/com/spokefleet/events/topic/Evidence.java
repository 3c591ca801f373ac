package com.spokefleet.events.topic;

/**
 * How sure it is that EventBridge brings a topic; an org's own list of topics has the last word.
 */
public enum Evidence {
  /** Used over EventBridge in blueprints of Genesys, their modules, or captured events. */
  CONFIRMED,
  /**
   * Named for it without an event seen: by the list of Genesys, or by Splunk's module for this
   * integration, which asks for it by default.
   */
  LISTED,
  /** A topic of the Notification API; nobody was found who has it over EventBridge. */
  UNCONFIRMED
}
