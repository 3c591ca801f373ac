package com.spokefleet.infra.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of the templates costs money.
 *
 * @param ingestMegabytes memory of the ingestion
 * @param scratchMegabytes of its /tmp
 * @param transformMegabytes memory of one transformation
 * @param siems streams with a transformation
 * @param bufferSeconds after which a stream calls its transformation
 * @param bufferBytes with which it does so earlier
 * @param deliverySeconds after which a stream delivers
 * @param oldVersionDays of the lake's objects
 */
record DeployedOrg(
    double periodMinutes,
    int ingestMegabytes,
    int scratchMegabytes,
    int transformMegabytes,
    int siems,
    int bufferSeconds,
    long bufferBytes,
    int deliverySeconds,
    int archiveDays,
    int alarms,
    int alarmMetrics,
    int keys,
    int secrets,
    int hubKeys,
    int dashboards,
    int oldVersionDays) {
  private static final Pattern EVERY = Pattern.compile("cron\\(\\d+/(\\d+) \\* \\* \\* \\? \\*\\)");
  private static final long MEBIBYTE = 1_048_576;

  /**
   * Reads two templates.
   *
   * @param counts resources of the org that are there at all, by their name in AWS
   */
  static DeployedOrg of(Path folder, String org, Predicate<String> counts) throws IOException {
    JsonNode hub = read(folder.resolve("spokefleet-example-hub.template.json"));
    JsonNode spoke = read(folder.resolve("spokefleet-example-" + org + ".template.json"));
    JsonNode ingest = named(spoke, "AWS::Lambda::Function", "-ingest");
    List<JsonNode> streams = new ArrayList<>();
    for (JsonNode stream : all(spoke, "AWS::KinesisFirehose::DeliveryStream", counts)) {
      if (!stream.has("ExtendedS3DestinationConfiguration")) {
        streams.add(
            stream.path(
                stream.has("SplunkDestinationConfiguration")
                    ? "SplunkDestinationConfiguration"
                    : "HttpEndpointDestinationConfiguration"));
      }
    }
    JsonNode stream = streams.getFirst();
    List<JsonNode> alarms = all(spoke, "AWS::CloudWatch::Alarm", counts);
    return new DeployedOrg(
        period(all(spoke, "AWS::Scheduler::Schedule", counts).getFirst()),
        positive(ingest.path("MemorySize")),
        positive(ingest.path("EphemeralStorage").path("Size")),
        positive(
            all(spoke, "AWS::Lambda::Function", name -> name.contains("-transform-"))
                .getFirst()
                .path("MemorySize")),
        streams.size(),
        parameter(stream, "BufferIntervalInSeconds"),
        parameter(stream, "BufferSizeInMBs") * MEBIBYTE,
        positive(stream.path("BufferingHints").path("IntervalInSeconds")),
        positive(all(spoke, "AWS::Events::Archive", counts).getFirst().path("RetentionDays")),
        alarms.size(),
        alarms.stream().mapToInt(DeployedOrg::metrics).sum(),
        all(spoke, "AWS::KMS::Key", counts).size(),
        all(spoke, "AWS::SecretsManager::Secret", counts).size(),
        all(hub, "AWS::KMS::Key", counts).size(),
        all(hub, "AWS::CloudWatch::Dashboard", counts).size(),
        oldVersions(hub));
  }

  double runs() {
    return Assumptions.DAYS * 24 * 60 / periodMinutes;
  }

  DeployedOrg every(double minutes) {
    return new DeployedOrg(
        minutes,
        ingestMegabytes,
        scratchMegabytes,
        transformMegabytes,
        siems,
        bufferSeconds,
        bufferBytes,
        deliverySeconds,
        archiveDays,
        alarms,
        alarmMetrics,
        keys,
        secrets,
        hubKeys,
        dashboards,
        oldVersionDays);
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile()).path("Resources");
  }

  private static List<JsonNode> all(JsonNode resources, String type, Predicate<String> counts) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode resource : resources) {
      JsonNode properties = resource.path("Properties");
      if (resource.path("Type").asText().equals(type) && counts.test(name(properties))) {
        found.add(properties);
      }
    }
    return found;
  }

  private static JsonNode named(JsonNode resources, String type, String ending) {
    return all(resources, type, name -> name.endsWith(ending)).getFirst();
  }

  private static String name(JsonNode properties) {
    for (String key : List.of("AlarmName", "FunctionName", "DeliveryStreamName", "BucketName")) {
      if (properties.path(key).isTextual()) {
        return properties.path(key).asText();
      }
    }
    return "";
  }

  /** An alarm is billed by the metrics it reads, not by itself. */
  private static int metrics(JsonNode alarm) {
    int metrics = 0;
    for (JsonNode query : alarm.path("Metrics")) {
      metrics += query.has("MetricStat") ? 1 : 0;
    }
    return metrics;
  }

  private static double period(JsonNode schedule) {
    String expression = schedule.path("ScheduleExpression").asText();
    Matcher every = EVERY.matcher(expression);
    if (!every.matches()) {
      throw new IllegalStateException("Cannot tell the period of " + expression);
    }
    return Double.parseDouble(every.group(1));
  }

  private static int parameter(JsonNode stream, String name) {
    for (JsonNode processor : stream.path("ProcessingConfiguration").path("Processors")) {
      for (JsonNode parameter : processor.path("Parameters")) {
        if (parameter.path("ParameterName").asText().equals(name)) {
          return positive(parameter.path("ParameterValue"));
        }
      }
    }
    throw new IllegalStateException("Cannot find " + name);
  }

  private static int oldVersions(JsonNode hub) {
    return positive(
        named(hub, "AWS::S3::Bucket", "-lake")
            .path("LifecycleConfiguration")
            .path("Rules")
            .path(0)
            .path("NoncurrentVersionExpiration")
            .path("NoncurrentDays"));
  }

  /** What the templates do not say must not become a cost of nothing. */
  private static int positive(JsonNode value) {
    if (value.asInt() <= 0) {
      throw new IllegalStateException("Cannot read a figure of the templates: " + value);
    }
    return value.asInt();
  }
}
