package com.spokefleet.config;

import java.net.URI;

/** A SIEM the event stream is delivered to; secrets are references, never values. */
public sealed interface Destination {
  String name();

  /** Splunk through its HTTP Event Collector. */
  record Splunk(String name, URI endpoint, String token, String index) implements Destination {}

  /** Datadog's log intake; {@code site} such as datadoghq.eu. */
  record Datadog(String name, String site, String apiKey) implements Destination {}
}
