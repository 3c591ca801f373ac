package com.spokefleet.events.org;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The organisations whose events may come. */
public final class EventOrgs {
  private final Map<String, EventOrg> byId;

  public EventOrgs(List<EventOrg> orgs) {
    this.byId = orgs.stream().collect(Collectors.toMap(EventOrg::orgId, Function.identity()));
  }

  /**
   * The id in the name of an event source, {@code aws.partner/genesys.com/cloud/<id>/<suffix>};
   * empty if it is none of Genesys.
   */
  public static Optional<String> idIn(String source) {
    String[] parts = source.split("/", -1);
    boolean genesys = parts.length >= 4 && parts[1].startsWith("genesys.com");
    return genesys ? Optional.of(parts[3]) : Optional.empty();
  }

  public Optional<EventOrg> find(String orgId) {
    return Optional.ofNullable(byId.get(orgId));
  }

  /** The one organisation there is, to whom belongs what tells no other. */
  public Optional<EventOrg> only() {
    return byId.size() == 1 ? byId.values().stream().findFirst() : Optional.empty();
  }
}
