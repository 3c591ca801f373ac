package com.spokefleet.testing.week;

/** Who acts, and how many of them there are. */
enum Group {
  ADMINISTRATOR("administrator", 8),
  DEVELOPER("developer", 4),
  TELEPHONY("telephony", 3),
  HELP_DESK("help desk", 3),
  SUPERVISOR("supervisor", 24),
  QUALITY("quality", 6),
  CAMPAIGNS("campaigns", 3),
  ANALYST("analyst", 5),
  PRIVACY("privacy", 2),
  AGENT("agent", 0),
  PARTNER("partner", 3),
  GENESYS("genesys", 4),
  PROVISIONING("provisioning", 1),
  DEPLOYMENT("deployment", 1),
  EXPORTER("exporter", 1),
  DIALLER("dialler", 1),
  CRM("crm", 2),
  PLATFORM("platform", 0);

  private final String words;
  private final int people;

  Group(String words, int people) {
    this.words = words;
    this.people = people;
  }

  int people(BusyOrg org) {
    return this == AGENT ? org.agents() : people;
  }

  String id(BusyOrg org, int person) {
    return org.uuid(words + " " + person);
  }

  /** Whether they are OAuth clients. */
  boolean isClient() {
    return switch (this) {
      case PROVISIONING, DEPLOYMENT, EXPORTER, DIALLER, CRM -> true;
      case ADMINISTRATOR, DEVELOPER, TELEPHONY, HELP_DESK, SUPERVISOR, QUALITY, CAMPAIGNS -> false;
      case ANALYST, PRIVACY, AGENT, PARTNER, GENESYS, PLATFORM -> false;
    };
  }

  /** How audits call what they do. */
  String level() {
    return switch (this) {
      case PLATFORM -> "SYSTEM";
      case GENESYS -> "GENESYS_INTERNAL";
      case ADMINISTRATOR, DEVELOPER, TELEPHONY, HELP_DESK, SUPERVISOR, QUALITY, CAMPAIGNS -> "USER";
      case ANALYST, PRIVACY, AGENT, PARTNER, PROVISIONING, DEPLOYMENT, EXPORTER, DIALLER, CRM ->
          "USER";
    };
  }
}
