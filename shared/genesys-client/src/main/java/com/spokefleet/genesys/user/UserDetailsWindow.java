package com.spokefleet.genesys.user;

import java.time.Instant;

/**
 * What a users details query covers: statuses that started or ended on a UTC day the interval
 * touches.
 *
 * @param to exclusive; Genesys advises at least a minute before now
 */
public record UserDetailsWindow(Instant from, Instant to, UserDetailsOrder order) {
  public UserDetailsWindow {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("Cannot query a window from " + from + " to " + to);
    }
  }
}
