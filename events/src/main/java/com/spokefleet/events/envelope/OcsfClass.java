package com.spokefleet.events.envelope;

/** Classes of the Open Cybersecurity Schema Framework that events become. */
enum OcsfClass {
  /** For what no class is made for: it has no attributes of its own. */
  BASE_EVENT(0, 0, "Base Event"),
  ACCOUNT_CHANGE(3001, 3, "Account Change"),
  AUTHENTICATION(3002, 3, "Authentication"),
  ENTITY_MANAGEMENT(3004, 3, "Entity Management"),
  USER_ACCESS(3005, 3, "User Access Management");

  private final int uid;
  private final int category;
  private final String caption;

  OcsfClass(int uid, int category, String caption) {
    this.uid = uid;
    this.category = category;
    this.caption = caption;
  }

  int uid() {
    return uid;
  }

  int category() {
    return category;
  }

  String caption() {
    return caption;
  }
}
