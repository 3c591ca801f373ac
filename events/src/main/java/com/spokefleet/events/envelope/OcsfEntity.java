package com.spokefleet.events.envelope;

/** What an audit is about, as far as OCSF has an object for it. */
enum OcsfEntity {
  USER(2, "User", "user"),
  GROUP(3, "Group", "group"),
  ORGANIZATION(4, "Organization", "org"),
  ROLE(99, "", ""),
  OTHER(99, "", "");

  private final int typeId;
  private final String caption;
  private final String object;

  OcsfEntity(int typeId, String caption, String object) {
    this.typeId = typeId;
    this.caption = caption;
    this.object = object;
  }

  /** By the audit's type of entity. */
  static OcsfEntity of(String entityType) {
    return switch (entityType) {
      case "User", "AuthUser" -> USER;
      case "DirectoryGroup", "Group", "SkillsGroup", "Team" -> GROUP;
      case "AuthOrganization", "Organization" -> ORGANIZATION;
      case "Role" -> ROLE;
      default -> OTHER;
    };
  }

  /** Of {@code managed_entity}; 99 if its type is called as the source calls it. */
  int typeId() {
    return typeId;
  }

  String caption() {
    return caption;
  }

  /** Member of {@code managed_entity} that is such a one; empty if there is none. */
  String object() {
    return object;
  }
}
