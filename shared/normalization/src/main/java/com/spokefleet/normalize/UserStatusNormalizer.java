package com.spokefleet.normalize;

import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.normalize.row.AgentPresenceRow;
import com.spokefleet.normalize.row.AgentRoutingStatusRow;
import com.spokefleet.normalize.row.StartDay;
import com.spokefleet.normalize.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of an org's user statuses. A status is one row, however many days it spans; its
 * duration is the time between two instants, whatever the clock on the wall did in between.
 */
public final class UserStatusNormalizer {
  private final Spoke spoke;
  private final IdentityKeys keys;

  /** Fails for a metrics-only org: no record of a person may ever leave it. */
  public UserStatusNormalizer(Spoke spoke) {
    if (spoke.residency() == Residency.METRICS_ONLY) {
      throw new IllegalArgumentException(
          "Cannot normalize statuses of users of " + spoke.name() + ": the org is metrics-only");
    }
    this.spoke = spoke;
    this.keys = new IdentityKeys(spoke.orgId());
  }

  public AgentPresenceRow presence(UserStatus.Presence presence) {
    String id = presence.organizationPresenceId();
    return new AgentPresenceRow(
        spoke.orgId(),
        presence.userId(),
        keys.key(presence.userId()),
        presence.start(),
        presence.end(),
        duration(presence.start(), presence.end()),
        StartDay.of(presence.start(), spoke.timeZone()),
        presence.systemPresence(),
        id,
        keys.keyOrNull(id));
  }

  public AgentRoutingStatusRow routing(UserStatus.Routing routing) {
    return new AgentRoutingStatusRow(
        spoke.orgId(),
        routing.userId(),
        keys.key(routing.userId()),
        routing.start(),
        routing.end(),
        duration(routing.start(), routing.end()),
        StartDay.of(routing.start(), spoke.timeZone()),
        routing.status());
  }

  private static @Nullable Long duration(Instant start, @Nullable Instant end) {
    return end == null ? null : Duration.between(start, end).toMillis();
  }
}
