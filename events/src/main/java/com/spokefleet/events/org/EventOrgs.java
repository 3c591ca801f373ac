package com.spokefleet.events.org;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The organisations whose events may come. */
public final class EventOrgs {
  private final Map<String, EventOrg> byId;
  private final EventOrg others;

  /** Of organisations that are not among these nothing personal is told. */
  public EventOrgs(List<EventOrg> orgs) {
    this(orgs, EventOrg.unknown());
  }

  /**
   * @param others how an organisation that is not among these is treated
   */
  public EventOrgs(List<EventOrg> orgs, EventOrg others) {
    this.others = others;
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

  public EventOrg find(String orgId) {
    return byId.getOrDefault(orgId, others);
  }

  /** To whom belongs what tells nobody: the only organisation, if there is but one. */
  public EventOrg ofNobody() {
    return byId.size() == 1 ? byId.values().iterator().next() : others;
  }
}
