package com.spokefleet.infra.event;

import com.spokefleet.infra.InfraException;
import java.util.Map;
import java.util.stream.Collectors;

/** Where Datadog takes what Firehose delivers, by site; as the CDK's own table has it. */
final class DatadogAddress {
  private static final String NEWER = "/api/v2/logs?dd-protocol=aws-kinesis-firehose";
  private static final String OLDER = "/v1/input";
  private static final Map<String, String> PATHS =
      Map.of(
          "datadoghq.com", OLDER,
          "datadoghq.eu", OLDER,
          "ddog-gov.com", OLDER,
          "us3.datadoghq.com", NEWER,
          "us5.datadoghq.com", NEWER,
          "ap1.datadoghq.com", NEWER,
          "ap2.datadoghq.com", NEWER);

  private DatadogAddress() {}

  static String of(String site) {
    String path = PATHS.get(site);
    if (path == null) {
      throw new InfraException(
          "Cannot deliver to Datadog site %s: known are %s"
              .formatted(site, PATHS.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }
    return "https://aws-kinesis-http-intake.logs." + site + path;
  }
}
