package com.spokefleet.infra.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to AWS as it arrives.
 *
 * @param region it is signed for, like the service
 * @param operation of services that speak JSON; empty for S3
 */
record AwsCall(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String region,
    String service,
    String operation,
    byte[] body) {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/]+/[0-9]+/([^/]+)/([^/]+)/aws4_request");

  static AwsCall of(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    Matcher scope = SCOPE.matcher(headers.getOrDefault("authorization", ""));
    if (!scope.find()) {
      throw new IOException("A request to AWS is not signed: " + exchange.getRequestURI());
    }
    String target = headers.getOrDefault("x-amz-target", "");
    return new AwsCall(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
        headers,
        scope.group(1),
        scope.group(2),
        target.substring(target.lastIndexOf('.') + 1),
        exchange.getRequestBody().readAllBytes());
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(body);
  }

  /** The bucket, and the key if there is one. */
  String[] bucketAndKey() {
    return path.substring(1).split("/", 2);
  }

  boolean isOfObject() {
    return bucketAndKey().length == 2 && !bucketAndKey()[1].isEmpty();
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
