package com.spokefleet.ingest.user;

import com.spokefleet.genesys.user.PoisonStatus;
import com.spokefleet.genesys.user.UserDetailsPage;
import com.spokefleet.ingest.PoisonDay;
import com.spokefleet.lake.quarantine.Quarantine;

/** Puts the statuses aside that cannot be decoded, whole, under the day they began. */
final class StatusQuarantine {
  private static final PoisonDay DAY = new PoisonDay("startTime");

  private final String orgId;
  private final Quarantine quarantine;

  StatusQuarantine(String orgId, Quarantine quarantine) {
    this.orgId = orgId;
    this.quarantine = quarantine;
  }

  void put(UserDetailsPage page) {
    for (PoisonStatus poison : page.poison()) {
      quarantine.put(
          orgId, UsersDetailsDataset.NAME, DAY.of(poison.raw()), poison.raw(), poison.reason());
    }
  }
}
