package com.spokefleet.testing.faults;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The calls the fake Genesys Cloud answers, with the permission each of them needs. Where two paths
 * fit a request, the one that is declared first answers.
 */
public enum Endpoint {
  TOKEN("POST", "/oauth/token", ""),
  DETAILS_QUERY(
      "POST", "/api/v2/analytics/conversations/details/query", "analytics:conversationDetail:view"),
  JOBS_AVAILABILITY(
      "GET",
      "/api/v2/analytics/conversations/details/jobs/availability",
      "analytics:conversationDetail:view"),
  DETAILS_JOBS(
      "POST", "/api/v2/analytics/conversations/details/jobs", "analytics:conversationDetail:view"),
  DETAILS_JOB(
      "GET",
      "/api/v2/analytics/conversations/details/jobs/{id}",
      "analytics:conversationDetail:view"),
  DETAILS_JOB_CANCEL(
      "DELETE",
      "/api/v2/analytics/conversations/details/jobs/{id}",
      "analytics:conversationDetail:view"),
  DETAILS_JOB_RESULTS(
      "GET",
      "/api/v2/analytics/conversations/details/jobs/{id}/results",
      "analytics:conversationDetail:view"),
  CONVERSATION_AGGREGATES(
      "POST",
      "/api/v2/analytics/conversations/aggregates/query",
      "analytics:conversationAggregate:view"),
  ORGANIZATION("GET", "/api/v2/organizations/me", ""),
  QUEUES("GET", "/api/v2/routing/queues", "routing:queue:view"),
  USERS("GET", "/api/v2/users", "directory:user:view"),
  WRAPUP_CODES("GET", "/api/v2/routing/wrapupcodes", "routing:wrapupCode:view"),
  DIVISIONS("GET", "/api/v2/authorization/divisions", "authorization:division:view"),
  CONVERSATION_DETAILS(
      "GET", "/api/v2/analytics/conversations/{id}/details", "analytics:conversationDetail:view"),
  CONVERSATIONS_DETAILS(
      "GET", "/api/v2/analytics/conversations/details", "analytics:conversationDetail:view"),
  USERS_DETAILS_QUERY("POST", "/api/v2/analytics/users/details/query", "analytics:userDetail:view"),
  USERS_JOBS_AVAILABILITY(
      "GET", "/api/v2/analytics/users/details/jobs/availability", "analytics:userDetail:view"),
  USERS_DETAILS_JOBS("POST", "/api/v2/analytics/users/details/jobs", "analytics:userDetail:view"),
  USERS_DETAILS_JOB(
      "GET", "/api/v2/analytics/users/details/jobs/{id}", "analytics:userDetail:view"),
  USERS_DETAILS_JOB_RESULTS(
      "GET", "/api/v2/analytics/users/details/jobs/{id}/results", "analytics:userDetail:view"),
  PRESENCE_DEFINITIONS("GET", "/api/v2/presence/definitions", "presence:presenceDefinition:view"),
  AUDIT_SERVICE_MAPPING("GET", "/api/v2/audits/query/servicemapping", "audits:audit:view"),
  AUDIT_QUERY("POST", "/api/v2/audits/query", "audits:audit:view"),
  AUDIT_STATUS("GET", "/api/v2/audits/query/{id}", "audits:audit:view"),
  AUDIT_RESULTS("GET", "/api/v2/audits/query/{id}/results", "audits:audit:view"),
  EDGES("GET", "/api/v2/telephony/providers/edges", "telephony:plugin:all"),
  EDGE_METRICS("GET", "/api/v2/telephony/providers/edges/metrics", "telephony:plugin:all"),
  AUTHORIZATION_SUBJECT("GET", "/api/v2/authorization/subjects/me", ""),
  INTEGRATIONS("GET", "/api/v2/integrations", "integrations:integration:view"),
  INTEGRATION_CONFIG(
      "GET", "/api/v2/integrations/{id}/config/current", "integrations:integration:view"),
  AVAILABLE_TOPICS("GET", "/api/v2/notifications/availabletopics", "");

  private final String method;
  private final String path;
  private final Pattern pattern;
  private final String permission;

  Endpoint(String method, String path, String permission) {
    this.method = method;
    this.path = path;
    this.pattern = Pattern.compile(path.replace("{id}", "([^/]+)"));
    this.permission = permission;
  }

  public String method() {
    return method;
  }

  /** The path, with {@code {id}} in place of each id in it. */
  public String path() {
    return path;
  }

  /** The ids in a path of this endpoint, in order; empty if the path is another endpoint's. */
  public Optional<List<String>> idsIn(String actualPath) {
    Matcher matcher = pattern.matcher(actualPath);
    return matcher.matches()
        ? Optional.of(
            IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList())
        : Optional.empty();
  }

  /** The permission named in the 403 body, empty where the API lists none. */
  public String permission() {
    return permission;
  }
}
