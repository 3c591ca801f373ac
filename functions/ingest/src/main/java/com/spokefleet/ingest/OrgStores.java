package com.spokefleet.ingest;

import com.spokefleet.aws.FirehoseStream;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.lake.landed.LandedChannel;
import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.telemetry.FailureKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything of one org is kept, and who hears of it.
 *
 * @param lake in the hub's region
 * @param raw for records that cannot be used, in the org's own region; empty if there is no such
 *     place
 * @param landed told which partitions changed, if anybody is
 * @param edgeStreams by name; hear of polled measurements of Edges, in the org's region
 * @param scratch a folder for files that need not outlive a run
 */
record OrgStores(
    ObjectStore lake,
    Optional<ObjectStore> raw,
    CheckpointStore checkpoints,
    SecretStore secrets,
    Optional<LandedChannel> landed,
    Map<String, FirehoseStream> edgeStreams,
    Path scratch) {
  /** Of a metrics-only org nothing is kept raw, wherever it could be. */
  Quarantine quarantine(Spoke spoke) {
    return switch (spoke.residency()) {
      case METRICS_ONLY -> Quarantine.none();
      case FULL ->
          raw.map(Quarantine::new)
              .orElseThrow(
                  () ->
                      new IngestException(
                          FailureKind.PERMANENT,
                          "Cannot ingest %s: %s is not set, and raw records may not lie in a lake on S3"
                              .formatted(spoke.name(), IngestEnvironment.QUARANTINE),
                          null));
    };
  }
}
