package com.spokefleet.genesys.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the Genesys API.
 *
 * @param path with leading slash and, where needed, an encoded query string
 * @param purpose what is asked for, as every error will say it: "conversation details of emea,
 *     window …, page 3"
 * @param redirectIsAnswer whether a 3xx with a JSON body is a usable answer; it is never followed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GenesysRequest(
    String method,
    String path,
    Map<String, String> headers,
    byte @Nullable [] body,
    String purpose,
    boolean redirectIsAnswer) {
  public GenesysRequest {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("Cannot request a path without leading slash: " + path);
    }
    headers = Map.copyOf(headers);
  }

  public GenesysRequest(
      String method,
      String path,
      Map<String, String> headers,
      byte @Nullable [] body,
      String purpose) {
    this(method, path, headers, body, purpose, false);
  }

  /** The same call, whose answer may name another place. */
  public GenesysRequest acceptingRedirect() {
    return new GenesysRequest(method, path, headers, body, purpose, true);
  }

  public static GenesysRequest get(String path, String purpose) {
    return new GenesysRequest("GET", path, Map.of(), null, purpose);
  }

  public static GenesysRequest delete(String path, String purpose) {
    return new GenesysRequest("DELETE", path, Map.of(), null, purpose);
  }

  public static GenesysRequest post(String path, String json, String purpose) {
    return new GenesysRequest(
        "POST",
        path,
        Map.of("Content-Type", "application/json"),
        json.getBytes(StandardCharsets.UTF_8),
        purpose);
  }

  /** Without headers and body, which may hold secrets or personal data. */
  @Override
  public String toString() {
    return method + " " + path + " (" + purpose + ")";
  }
}
