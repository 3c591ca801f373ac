package com.spokefleet.testing.stream.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request in AWS's JSON protocol.
 *
 * @param region the request was signed for
 * @param target service and operation, such as {@code AWSEvents.PutEvents}
 */
public record AwsRequest(String region, String target, JsonNode body) {
  /** SigV4: Credential=key/date/region/service/aws4_request. */
  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/]+/\\d{8}/([^/]+)/[^/]+/aws4_request");

  private static final ObjectMapper JSON = new ObjectMapper();

  public static AwsRequest of(Request request) {
    Matcher scope = SCOPE.matcher(request.header("Authorization").orElse(""));
    if (!scope.find()) {
      throw new IllegalArgumentException("Cannot answer a request that is not signed");
    }
    try {
      return new AwsRequest(
          scope.group(1), request.header("X-Amz-Target").orElse(""), JSON.readTree(request.body()));
    } catch (IOException malformed) {
      throw new UncheckedIOException("Cannot read a request", malformed);
    }
  }

  /** An answer that tells of a failure. */
  public static Reply failure(int status, String type) {
    return Reply.json(status, "{\"__type\":\"%s\",\"message\":\"scripted\"}".formatted(type));
  }
}
