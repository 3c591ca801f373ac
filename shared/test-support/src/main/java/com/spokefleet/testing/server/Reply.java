package com.spokefleet.testing.server;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a request is answered with. {@code brokenOff} closes the connection halfway. */
record Reply(
    int status, String contentType, byte[] body, Map<String, String> headers, boolean brokenOff) {

  static Reply json(int status, byte[] body) {
    return new Reply(status, "application/json", body, Map.of(), false);
  }

  static Reply json(int status, String body) {
    return json(status, body.getBytes(StandardCharsets.UTF_8));
  }

  Reply with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new Reply(status, contentType, body, Map.copyOf(all), brokenOff);
  }

  Reply with(String header, String value) {
    return with(Map.of(header, value));
  }

  Reply withBody(String newContentType, byte[] newBody) {
    return new Reply(status, newContentType, newBody, headers, brokenOff);
  }

  Reply breakingOff() {
    return new Reply(status, contentType, body, headers, true);
  }
}
