package com.spokefleet.ingest;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.telemetry.Metrics;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What all datasets of one org work with.
 *
 * @param objects the lake
 * @param quarantine where raw records go that cannot be used; never the lake of an org on AWS
 * @param scratch a folder for files that need not outlive a run
 */
public record OrgParts(
    Fleet fleet,
    Spoke spoke,
    GenesysHttp http,
    OrgIdentity identity,
    ObjectStore objects,
    Quarantine quarantine,
    CheckpointStore checkpoints,
    Path scratch,
    Metrics metrics,
    Clock clock) {
  public String orgId() {
    return spoke.orgId();
  }
}
