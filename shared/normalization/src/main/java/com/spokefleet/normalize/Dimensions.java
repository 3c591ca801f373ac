package com.spokefleet.normalize;

import com.spokefleet.config.People;
import com.spokefleet.config.Spoke;
import com.spokefleet.normalize.row.AgentRow;
import com.spokefleet.normalize.row.DivisionRow;
import com.spokefleet.normalize.row.PresenceRow;
import com.spokefleet.normalize.row.QueueRow;
import com.spokefleet.normalize.row.ServiceLevelTarget;
import com.spokefleet.normalize.row.Sighting;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the dimension rows of one org out of the plain values of its configuration objects, all
 * seen at one instant. Wrap-up codes have their own: {@link
 * com.spokefleet.normalize.wrapup.WrapupTaxonomy}.
 */
public final class Dimensions {
  private final String spokeName;
  private final String orgId;
  private final People people;
  private final IdentityKeys keys;
  private final Sighting sighting;
  private final QueueLinks links;

  public Dimensions(Spoke spoke, People people, Instant seenAt) {
    this.spokeName = spoke.name();
    this.orgId = spoke.orgId();
    this.people = people;
    this.links = new QueueLinks(spoke);
    this.keys = new IdentityKeys(orgId);
    this.sighting = Sighting.at(seenAt);
  }

  /**
   * A queue with its targets by media type as Genesys spells it: call, callback, chat, email,
   * message. A media type newer than these has no column and is left out.
   */
  public QueueRow queue(
      String queueId,
      @Nullable String name,
      @Nullable String divisionId,
      Map<String, ServiceLevelTarget> targets) {
    return new QueueRow(
        orgId,
        queueId,
        keys.key(queueId),
        name,
        divisionId,
        targets.getOrDefault("call", ServiceLevelTarget.NONE),
        targets.getOrDefault("callback", ServiceLevelTarget.NONE),
        targets.getOrDefault("chat", ServiceLevelTarget.NONE),
        targets.getOrDefault("email", ServiceLevelTarget.NONE),
        targets.getOrDefault("message", ServiceLevelTarget.NONE),
        sighting,
        links.queue(queueId));
  }

  public AgentRow agent(
      String userId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String title,
      @Nullable String department,
      @Nullable String divisionId,
      @Nullable String managerId,
      @Nullable String state) {
    return new AgentRow(
        orgId,
        userId,
        keys.key(userId),
        name,
        email,
        title,
        department,
        divisionId,
        managerId,
        state,
        sighting,
        people.personOf(spokeName, userId).orElse(keys.key(userId)));
  }

  public DivisionRow division(String divisionId, @Nullable String name, @Nullable Boolean home) {
    return new DivisionRow(orgId, divisionId, keys.key(divisionId), name, home, sighting);
  }

  /**
   * A presence definition.
   *
   * @param labels names by locale
   * @param language the org's default language
   */
  public PresenceRow presence(
      String presenceId,
      Map<String, String> labels,
      @Nullable String language,
      @Nullable String systemPresence,
      @Nullable String type,
      @Nullable Boolean deactivated) {
    return new PresenceRow(
        orgId,
        presenceId,
        keys.key(presenceId),
        PresenceNames.pick(labels, language),
        PresenceNames.systemPresence(systemPresence),
        type,
        deactivated,
        sighting);
  }
}
