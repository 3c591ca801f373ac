package com.spokefleet.config;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One Genesys Cloud organisation of the fleet.
 *
 * @param credentials where its client id and secret are found, never the secret itself (see
 *     SecretStore)
 * @param directLinkPath path of a conversation in the org's own web client, with {@code
 *     {conversationId}}
 * @param conversationFilter which conversations are read; also of counts and jobs
 * @param usersFilter which users, presences and routing statuses are read
 * @param allowedAttributes names of the participant attributes that may be stored
 * @param revenue where the money of its conversations is told; empty if nowhere
 * @param queueLinkPath path of a queue in the org's own web client, with {@code {queueId}}
 * @param polls what is asked for in turn although events bring it
 * @param eventPrivacy what a SIEM may be told about persons
 * @param statusPage where maintenance of its region is told; empty if nobody is to look
 * @param awsAccount 12 digits; empty: the account of the deployment
 * @param destinations names of the destinations that its events go to, in the fleet's order; all of
 *     the fleet unless fleet.yaml lists them
 */
public record Spoke(
    String name,
    String orgId,
    GenesysRegion genesysRegion,
    String awsRegion,
    String credentials,
    ZoneId timeZone,
    Currency currency,
    Residency residency,
    String businessRegion,
    Schedule schedule,
    Optional<String> eventSource,
    Endpoints endpoints,
    String directLinkPath,
    Set<PiiField> allowedPii,
    Latency latency,
    QueryFilter conversationFilter,
    QueryFilter usersFilter,
    Set<String> allowedAttributes,
    Optional<RevenueSource> revenue,
    String queueLinkPath,
    Set<Poll> polls,
    EventPrivacy eventPrivacy,
    Optional<StatusPage> statusPage,
    Optional<String> awsAccount,
    List<String> destinations) {
  public Spoke {
    // In the order of the enum, so that whatever is written from it is the same every time.
    EnumSet<PiiField> ordered = EnumSet.noneOf(PiiField.class);
    ordered.addAll(allowedPii);
    allowedPii = Collections.unmodifiableSet(ordered);
    allowedAttributes = Collections.unmodifiableSet(new TreeSet<>(allowedAttributes));
    EnumSet<Poll> orderedPolls = EnumSet.noneOf(Poll.class);
    orderedPolls.addAll(polls);
    polls = Collections.unmodifiableSet(orderedPolls);
    destinations = List.copyOf(destinations);
  }

  /** Names of the participant attributes that may be read at all: no other enters memory. */
  public Set<String> readableAttributes() {
    Set<String> names = new TreeSet<>(allowedAttributes);
    revenue.ifPresent(
        source -> {
          if (source instanceof RevenueSource.Attributes attributes) {
            names.addAll(attributes.names());
          }
        });
    return names;
  }
}
