package com.spokefleet.siem.install.datadog;

import com.fasterxml.jackson.databind.JsonNode;

/** What Datadog says is wrong; its APIs have three forms of it. */
final class DatadogErrors {
  private static final int LONGEST = 300;

  private DatadogErrors() {}

  static String text(JsonNode body) {
    JsonNode first = body.path("errors").path(0);
    String text =
        first.isObject()
            ? first.path("detail").asText(first.path("title").asText())
            : first.asText(body.path("error").path("message").asText());
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
