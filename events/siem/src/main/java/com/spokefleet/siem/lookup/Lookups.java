package com.spokefleet.siem.lookup;

import java.util.Comparator;
import java.util.List;

/**
 * All that is looked up, each list in an order of its own so that the same makes the same bytes.
 */
public record Lookups(List<Org> orgs, List<Privileged> privileged, List<UserName> users) {
  public Lookups {
    orgs = orgs.stream().sorted(Comparator.comparing(Org::name)).toList();
    privileged =
        privileged.stream()
            .sorted(Comparator.comparing(Privileged::orgId).thenComparing(Privileged::id))
            .toList();
    users =
        users.stream()
            .sorted(Comparator.comparing(UserName::orgId).thenComparing(UserName::userId))
            .toList();
  }

  public static Lookups none() {
    return new Lookups(List.of(), List.of(), List.of());
  }

  /** {@code org_id,org_name,region,sends_events}. */
  public String orgsCsv() {
    Csv csv = new Csv("org_id", "org_name", "region", "sends_events");
    orgs.forEach(
        org -> csv.row(org.id(), org.name(), org.region(), String.valueOf(org.sendsEvents())));
    return csv.text();
  }

  /** {@code org_id,id,type,name,reason}. */
  public String privilegedCsv() {
    Csv csv = new Csv("org_id", "id", "type", "name", "reason");
    privileged.forEach(
        object ->
            csv.row(object.orgId(), object.id(), object.type(), object.name(), object.reason()));
    return csv.text();
  }

  /** {@code org_id,user_id,name}. */
  public String usersCsv() {
    Csv csv = new Csv("org_id", "user_id", "name");
    users.forEach(user -> csv.row(user.orgId(), user.userId(), user.name()));
    return csv.text();
  }
}
