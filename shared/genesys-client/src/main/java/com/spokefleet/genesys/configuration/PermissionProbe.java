package com.spokefleet.genesys.configuration;

import com.spokefleet.config.Poll;
import com.spokefleet.genesys.http.GenesysRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest call that shows whether the client may read a dataset.
 *
 * @param personal whether the answer can hold the record of a person
 */
record PermissionProbe(
    String name, Optional<OrgPermission> permission, boolean personal, GenesysRequest request) {
  private static final String DETAILS = "/api/v2/analytics/conversations/details";

  /**
   * The probes an org's residency allows, a metrics-only org is never asked for details, and those
   * of what it is polled for.
   */
  static List<PermissionProbe> of(CheckedOrg org, Instant now) {
    List<PermissionProbe> probes = new ArrayList<>();
    probes.add(listing(ConfigurationDataset.QUEUES, "/api/v2/routing/queues?pageSize=1", org));
    probes.add(
        listing(ConfigurationDataset.DIVISIONS, "/api/v2/authorization/divisions?pageSize=1", org));
    probes.add(aggregates(org, now));
    switch (org.residency()) {
      case METRICS_ONLY -> {}
      case FULL -> {
        probes.add(
            listing(
                ConfigurationDataset.WRAPUP_CODES, "/api/v2/routing/wrapupcodes?pageSize=1", org));
        probes.add(listing(ConfigurationDataset.USERS, "/api/v2/users?pageSize=1&state=any", org));
        probes.add(details(org, now));
        probes.add(availability(org));
        probes.add(listing(ConfigurationDataset.PRESENCES, "/api/v2/presence/definitions", org));
        probes.add(usersDetails(org, now));
      }
    }
    org.polls().forEach(poll -> probes.add(polled(poll, org)));
    return List.copyOf(probes);
  }

  /** Neither answer holds a record of anybody: names of services, and of appliances. */
  private static PermissionProbe polled(Poll poll, CheckedOrg org) {
    return switch (poll) {
      case AUDITS ->
          polled("audits", OrgPermission.AUDITS, "/api/v2/audits/query/servicemapping", org);
      case EDGE_METRICS ->
          polled(
              "edges",
              OrgPermission.EDGES,
              "/api/v2/telephony/providers/edges?pageSize=1&pageNumber=1",
              org);
    };
  }

  private static PermissionProbe polled(
      String name, OrgPermission permission, String path, CheckedOrg org) {
    GenesysRequest request = GenesysRequest.get(path, name + " of " + org.name());
    return new PermissionProbe(name, Optional.of(permission), false, request);
  }

  private static PermissionProbe listing(
      ConfigurationDataset dataset, String path, CheckedOrg org) {
    GenesysRequest request = GenesysRequest.get(path, dataset.title() + " of " + org.name());
    boolean personal = dataset == ConfigurationDataset.USERS;
    return new PermissionProbe(dataset.title(), dataset.permission(), personal, request);
  }

  /** One figure by queue, the way all aggregates are asked for: no person is in the answer. */
  private static PermissionProbe aggregates(CheckedOrg org, Instant now) {
    String window = minute(now);
    String query =
        """
        {"interval":"%s","groupBy":["queueId"],"filter":{"type":"and","predicates":[\
        {"type":"dimension","dimension":"queueId","operator":"exists"}]},"metrics":["nOffered"]}\
        """
            .formatted(window);
    String purpose = "conversation aggregates of " + org.name() + ", window " + window;
    return new PermissionProbe(
        "conversation aggregates",
        Optional.of(OrgPermission.CONVERSATION_AGGREGATES),
        false,
        GenesysRequest.post("/api/v2/analytics/conversations/aggregates/query", query, purpose));
  }

  /** A minute an hour ago, as an interval. */
  private static String minute(Instant now) {
    Instant end = now.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
    return end.minus(Duration.ofMinutes(1)) + "/" + end;
  }

  private static PermissionProbe details(CheckedOrg org, Instant now) {
    String window = minute(now);
    String query =
        "{\"interval\":\"%s\",\"order\":\"asc\",\"paging\":{\"pageSize\":1,\"pageNumber\":1}}"
            .formatted(window);
    String purpose = "conversation details of " + org.name() + ", window " + window;
    return new PermissionProbe(
        "conversation details",
        Optional.of(OrgPermission.CONVERSATION_DETAILS),
        true,
        GenesysRequest.post(DETAILS + "/query", query, purpose));
  }

  private static PermissionProbe usersDetails(CheckedOrg org, Instant now) {
    String window = minute(now);
    String query =
        "{\"interval\":\"%s\",\"order\":\"asc\",\"paging\":{\"pageSize\":1,\"pageNumber\":1}}"
            .formatted(window);
    String purpose = "users details of " + org.name() + ", window " + window;
    return new PermissionProbe(
        "users details",
        Optional.of(OrgPermission.USERS_DETAILS),
        true,
        GenesysRequest.post("/api/v2/analytics/users/details/query", query, purpose));
  }

  private static PermissionProbe availability(CheckedOrg org) {
    return new PermissionProbe(
        "availability of details jobs",
        Optional.of(OrgPermission.CONVERSATION_DETAILS),
        false,
        GenesysRequest.get(
            DETAILS + "/jobs/availability", "availability of details jobs of " + org.name()));
  }
}
