package com.spokefleet.infra.spoke;

import com.spokefleet.config.Poll;
import com.spokefleet.config.Residency;
import com.spokefleet.infra.naming.HubArns;
import com.spokefleet.ingest.IngestEnvironment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.secretsmanager.ISecret;

/**
 * What the functions that land an org's data are told and may use.
 *
 * @param secrets what they may read
 * @param streams names and ARNs of the streams polled Edge metrics go to
 */
public record IngestSettings(
    OrgScope org,
    OrgStorage storage,
    HubArns hub,
    LayerVersion layer,
    List<ISecret> secrets,
    Map<String, String> streams) {

  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put(IngestEnvironment.FLEET, FleetLayer.FILE);
    environment.put(IngestEnvironment.ORG, org.spoke().name());
    environment.put(IngestEnvironment.LAKE, "s3://" + org.fleet().hub().lakeBucket());
    environment.put(
        IngestEnvironment.CHECKPOINTS, "dynamodb:" + storage.checkpoints().getTableName());
    environment.put(IngestEnvironment.SCRATCH, "/tmp");
    environment.put(IngestEnvironment.LANDED, "eventbridge:" + hub.bus());
    if (keepsRaw()) {
      environment.put(
          IngestEnvironment.QUARANTINE,
          "s3://" + storage.raw().getBucketName() + "/" + OrgStorage.QUARANTINE);
    }
    if (!edgeStreams().isEmpty()) {
      environment.put(IngestEnvironment.EDGE_STREAMS, String.join(",", streams.keySet()));
    }
    return environment;
  }

  /** Of a metrics-only org nothing raw is kept. */
  boolean keepsRaw() {
    return org.spoke().residency() == Residency.FULL;
  }

  /** ARNs of the streams; none if nothing is polled. */
  List<String> edgeStreams() {
    return org.spoke().polls().contains(Poll.EDGE_METRICS)
        ? List.copyOf(streams.values())
        : List.of();
  }
}
