package com.spokefleet.normalize;

import com.spokefleet.normalize.row.AgentRow;
import com.spokefleet.normalize.row.DivisionRow;
import com.spokefleet.normalize.row.QueueRow;
import com.spokefleet.normalize.row.ServiceLevelTarget;
import com.spokefleet.normalize.row.Sighting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes the dimension rows of one org out of the plain values of its configuration objects, all
 * seen at one instant. Wrap-up codes have their own: {@link
 * com.spokefleet.normalize.wrapup.WrapupTaxonomy}.
 */
public final class Dimensions {
  private final String orgId;
  private final IdentityKeys keys;
  private final Sighting sighting;

  public Dimensions(String orgId, Instant seenAt) {
    this.orgId = orgId;
    this.keys = new IdentityKeys(orgId);
    this.sighting = Sighting.at(seenAt);
  }

  public QueueRow queue(
      String queueId,
      @Nullable String name,
      @Nullable String divisionId,
      ServiceLevelTarget call,
      ServiceLevelTarget callback,
      ServiceLevelTarget chat,
      ServiceLevelTarget email,
      ServiceLevelTarget message) {
    return new QueueRow(
        orgId,
        queueId,
        keys.key(queueId),
        name,
        divisionId,
        call,
        callback,
        chat,
        email,
        message,
        sighting);
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
        sighting);
  }

  public DivisionRow division(String divisionId, @Nullable String name, @Nullable Boolean home) {
    return new DivisionRow(orgId, divisionId, keys.key(divisionId), name, home, sighting);
  }
}
