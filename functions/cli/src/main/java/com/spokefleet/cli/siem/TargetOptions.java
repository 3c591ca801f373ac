package com.spokefleet.cli.siem;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which SIEMs, and how they let us in. */
final class TargetOptions {
  @Option(
      names = "--to",
      paramLabel = "DESTINATION",
      description =
          "splunk, datadog, or the name of a destination of fleet.yaml (default: all of them).")
  @Nullable String to;

  @Option(
      names = "--without-cloud-siem",
      description =
          "The Datadog account has no detection rules: monitors stand in for them, and rules are"
              + " not looked at.")
  boolean withoutCloudSiem;

  @Option(
      names = "--application-key",
      paramLabel = "REFERENCE",
      description =
          "Where Datadog's application key is: env:NAME, file:PATH or secretsmanager:NAME (JSON"
              + " with application_key). The API key is the destination's own.")
  @Nullable String applicationKey;

  @Option(
      names = "--splunk-url",
      paramLabel = "URL",
      description = "Splunk's management port, such as https://splunk.example.com:8089.")
  @Nullable URI splunkUrl;

  @Option(
      names = "--splunk-token",
      paramLabel = "REFERENCE",
      description =
          "Where an authentication token of Splunk is, not the one of the collector: env:NAME,"
              + " file:PATH or secretsmanager:NAME (JSON with token).")
  @Nullable String splunkToken;

  @Option(
      names = "--datadog-url",
      paramLabel = "URL",
      description = "Ask this address in place of the site's own https://api.SITE.")
  @Nullable URI datadogUrl;
}
