package com.spokefleet.testing.faults;

/** The calls the fake Genesys Cloud answers, with the permission each of them needs. */
public enum Endpoint {
  TOKEN("POST", "/oauth/token", ""),
  DETAILS_QUERY(
      "POST", "/api/v2/analytics/conversations/details/query", "analytics:conversationDetail:view"),
  JOBS_AVAILABILITY(
      "GET",
      "/api/v2/analytics/conversations/details/jobs/availability",
      "analytics:conversationDetail:view"),
  ORGANIZATION("GET", "/api/v2/organizations/me", ""),
  QUEUES("GET", "/api/v2/routing/queues", "routing:queue:view"),
  USERS("GET", "/api/v2/users", "directory:user:view"),
  WRAPUP_CODES("GET", "/api/v2/routing/wrapupcodes", "routing:wrapupCode:view"),
  DIVISIONS("GET", "/api/v2/authorization/divisions", "authorization:division:view");

  private final String method;
  private final String path;
  private final String permission;

  Endpoint(String method, String path, String permission) {
    this.method = method;
    this.path = path;
    this.permission = permission;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** The permission named in the 403 body, empty where the API lists none. */
  public String permission() {
    return permission;
  }
}
