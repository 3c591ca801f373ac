package com.spokefleet.ingest;

import com.spokefleet.aws.EventBusArn;
import com.spokefleet.telemetry.FailureKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The ingestion function's settings, read once from its environment. All problems are reported at
 * once, and a variable of our prefix that is not ours is one of them: it is a misspelt setting.
 *
 * @param fleet the fleet.yaml
 * @param org the spoke this function ingests
 * @param lake where the tables are
 * @param checkpoints where progress and leases are
 * @param quarantine where raw records go that cannot be used: a place in the org's own region that
 *     is not the lake's bucket. Empty for a metrics-only org, of which nothing is kept raw; any
 *     other org needs it unless the lake is a folder, which then holds them, too
 * @param landed the bus on which it is told that partitions changed; empty if nobody is told
 * @param edgeStreams names of the org's delivery streams that polled measurements of Edges are put
 *     on, too; without repetition
 * @param scratch a folder for files that need not outlive a run
 */
public record IngestEnvironment(
    Path fleet,
    String org,
    StoreLocation lake,
    StoreLocation checkpoints,
    Optional<StoreLocation> quarantine,
    Optional<EventBusArn> landed,
    List<String> edgeStreams,
    Path scratch) {
  public static final String PREFIX = "SPOKEFLEET_";
  public static final String FLEET = PREFIX + "FLEET";
  public static final String ORG = PREFIX + "ORG";
  public static final String LAKE = PREFIX + "LAKE";
  public static final String CHECKPOINTS = PREFIX + "CHECKPOINTS";
  public static final String QUARANTINE = PREFIX + "QUARANTINE";
  public static final String LANDED = PREFIX + "LANDED";
  public static final String EDGE_STREAMS = PREFIX + "EDGE_STREAMS";
  public static final String SCRATCH = PREFIX + "SCRATCH";
  public static final List<String> KEYS =
      List.of(FLEET, ORG, LAKE, CHECKPOINTS, QUARANTINE, LANDED, EDGE_STREAMS, SCRATCH);

  private static final String EVENT_BRIDGE = "eventbridge:";
  private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final String DEFAULT_SCRATCH = "/tmp";

  public static IngestEnvironment parse(Map<String, String> variables) {
    List<String> problems = new ArrayList<>();
    new TreeMap<>(variables)
        .keySet().stream()
            .filter(key -> key.startsWith(PREFIX) && !KEYS.contains(key))
            .forEach(
                key -> problems.add(key + " is not a setting of this function; it has " + KEYS));
    String fleet = required(variables, FLEET, problems);
    String org = required(variables, ORG, problems);
    Optional<StoreLocation> lake = location(variables, LAKE, problems);
    Optional<StoreLocation> checkpoints = location(variables, CHECKPOINTS, problems);
    lake.filter(StoreLocation.DynamoDbTable.class::isInstance)
        .ifPresent(table -> problems.add(LAKE + " cannot be a DynamoDB table; use s3:// or file:"));
    checkpoints
        .filter(StoreLocation.Bucket.class::isInstance)
        .ifPresent(
            bucket -> problems.add(CHECKPOINTS + " cannot be a bucket; use dynamodb: or file:"));
    Optional<StoreLocation> quarantine = quarantine(variables, lake, problems);
    Optional<EventBusArn> landed = landed(variables, problems);
    List<String> edgeStreams = streams(variables, problems);
    if (!problems.isEmpty() || lake.isEmpty() || checkpoints.isEmpty()) {
      throw new IngestException(
          FailureKind.PERMANENT,
          "Cannot start the ingestion function: " + String.join("; ", problems),
          null);
    }
    return new IngestEnvironment(
        Path.of(fleet),
        org,
        lake.get(),
        checkpoints.get(),
        quarantine,
        landed,
        edgeStreams,
        Path.of(variables.getOrDefault(SCRATCH, DEFAULT_SCRATCH)));
  }

  private static String required(Map<String, String> variables, String key, List<String> problems) {
    String value = variables.getOrDefault(key, "");
    if (value.isBlank()) {
      problems.add(key + " is not set");
    }
    return value;
  }

  private static Optional<StoreLocation> quarantine(
      Map<String, String> variables, Optional<StoreLocation> lake, List<String> problems) {
    if (variables.getOrDefault(QUARANTINE, "").isBlank()) {
      return Optional.empty();
    }
    Optional<StoreLocation> quarantine = location(variables, QUARANTINE, problems);
    if (quarantine.orElse(null) instanceof StoreLocation.DynamoDbTable) {
      problems.add(QUARANTINE + " cannot be a DynamoDB table; use s3:// or file:");
    }
    if (quarantine.orElse(null) instanceof StoreLocation.Bucket raw
        && lake.orElse(null) instanceof StoreLocation.Bucket tables
        && raw.bucket().equals(tables.bucket())) {
      problems.add(QUARANTINE + " cannot be in the lake's own bucket, which readers see");
    }
    return quarantine;
  }

  private static Optional<EventBusArn> landed(
      Map<String, String> variables, List<String> problems) {
    String value = variables.getOrDefault(LANDED, "");
    Optional<EventBusArn> bus =
        value.startsWith(EVENT_BRIDGE)
            ? EventBusArn.parse(value.substring(EVENT_BRIDGE.length()))
            : Optional.empty();
    if (!value.isBlank() && bus.isEmpty()) {
      problems.add(LANDED + " is not " + EVENT_BRIDGE + " and the ARN of an event bus: " + value);
    }
    return bus;
  }

  private static List<String> streams(Map<String, String> variables, List<String> problems) {
    String value = variables.getOrDefault(EDGE_STREAMS, "");
    if (value.isBlank()) {
      return List.of();
    }
    List<String> names = List.of(value.split(",", -1));
    if (!names.stream().allMatch(name -> STREAM.matcher(name).matches())
        || names.stream().distinct().count() < names.size()) {
      problems.add(EDGE_STREAMS + " is not a list of streams such as one,another: " + value);
    }
    return names;
  }

  private static Optional<StoreLocation> location(
      Map<String, String> variables, String key, List<String> problems) {
    String value = required(variables, key, problems);
    Optional<StoreLocation> location = StoreLocation.parse(value);
    if (!value.isBlank() && location.isEmpty()) {
      problems.add(key + " has no form known here: " + value);
    }
    return location;
  }
}
