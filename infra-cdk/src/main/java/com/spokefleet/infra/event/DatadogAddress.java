package com.spokefleet.infra.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where Datadog takes what Firehose delivers, by site; as the CDK's own table has it. */
public final class DatadogAddress {
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

  /** Its address; empty if there is no such site. */
  public static Optional<String> find(String site) {
    return Optional.ofNullable(PATHS.get(site))
        .map(path -> "https://aws-kinesis-http-intake.logs." + site + path);
  }

  /** All sites there are. */
  public static List<String> sites() {
    return PATHS.keySet().stream().sorted().toList();
  }
}
