package com.spokefleet.genesys.user;

/** Order of a users details query, by the start of the status. */
public enum UserDetailsOrder {
  ASCENDING("asc"),
  DESCENDING("desc");

  private final String text;

  UserDetailsOrder(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
