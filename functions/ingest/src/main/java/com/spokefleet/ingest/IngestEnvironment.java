package com.spokefleet.ingest;

import com.spokefleet.telemetry.FailureKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ingestion function's settings, read once from its environment. All problems are reported at
 * once, and a variable of our prefix that is not ours is one of them: it is a misspelt setting.
 *
 * @param fleet the fleet.yaml
 * @param org the spoke this function ingests
 * @param lake where the tables are
 * @param checkpoints where progress and leases are
 * @param scratch a folder for files that need not outlive a run
 */
public record IngestEnvironment(
    Path fleet, String org, StoreLocation lake, StoreLocation checkpoints, Path scratch) {
  public static final String PREFIX = "SPOKEFLEET_";
  public static final String FLEET = PREFIX + "FLEET";
  public static final String ORG = PREFIX + "ORG";
  public static final String LAKE = PREFIX + "LAKE";
  public static final String CHECKPOINTS = PREFIX + "CHECKPOINTS";
  public static final String SCRATCH = PREFIX + "SCRATCH";
  public static final List<String> KEYS = List.of(FLEET, ORG, LAKE, CHECKPOINTS, SCRATCH);

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
        Path.of(variables.getOrDefault(SCRATCH, DEFAULT_SCRATCH)));
  }

  private static String required(Map<String, String> variables, String key, List<String> problems) {
    String value = variables.getOrDefault(key, "");
    if (value.isBlank()) {
      problems.add(key + " is not set");
    }
    return value;
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
