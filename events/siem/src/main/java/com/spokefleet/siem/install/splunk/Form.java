package com.spokefleet.siem.install.splunk;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a POST to splunkd. */
final class Form {
  private Form() {}

  static String of(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static Map<String, String> read(String form) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : form.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** One part of a path; a slash in a name must not become one of the path. */
  static String segment(String name) {
    return encoded(name).replace("+", "%20");
  }
}
