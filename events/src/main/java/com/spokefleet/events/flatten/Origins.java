package com.spokefleet.events.flatten;

import com.spokefleet.events.json.ByteMap;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.org.EventOrgs;
import java.util.Optional;

/** Topics and event sources met so far, by their bytes. */
final class Origins {
  /** Far more than a function's events have; what somebody invents must not fill its memory. */
  private static final int MOST = 256;

  private final EventOrgs orgs;
  private final boolean keyed;
  private final FieldNames names;
  private final OrgFields unknown;
  private final ByteMap<EventTopic> topics = new ByteMap<>();
  private final ByteMap<OrgFields> sources = new ByteMap<>();

  /**
   * @param keyed whether values can be hashed
   */
  Origins(EventOrgs orgs, boolean keyed, FieldNames names) {
    this.orgs = orgs;
    this.keyed = keyed;
    this.names = names;
    EventOrg fallback = orgs.ofNobody();
    this.unknown = new OrgFields(fallback, fallback.orgId(), keyed, names);
  }

  /** Whose event it is if the event does not tell. */
  OrgFields unknown() {
    return unknown;
  }

  EventTopic topic(byte[] in, int from, int to) {
    EventTopic known = topics.get(in, from, to);
    if (known != null) {
      return known;
    }
    String template = JsonStrings.decode(in, from, to);
    EventTopic made = EventTopic.of(template);
    if (topics.size() < MOST) {
      topics.put(in, from, to, made);
    }
    return made;
  }

  OrgFields source(byte[] in, int from, int to) {
    OrgFields known = sources.get(in, from, to);
    if (known != null) {
      return known;
    }
    Optional<String> id = EventOrgs.idIn(JsonStrings.decode(in, from, to));
    OrgFields made = id.map(this::fields).orElse(unknown);
    if (sources.size() < MOST) {
      sources.put(in, from, to, made);
    }
    return made;
  }

  private OrgFields fields(String orgId) {
    return new OrgFields(orgs.find(orgId), orgId, keyed, names);
  }
}
