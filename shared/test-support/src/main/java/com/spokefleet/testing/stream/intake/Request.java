package com.spokefleet.testing.stream.intake;

import com.sun.net.httpserver.Headers;
import java.util.Optional;

/**
 * A request that came in whole.
 *
 * @param query without the question mark; empty if there is none
 * @param body as sent, but uncompressed if it was said to be gzip
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(String method, String path, String query, Headers headers, byte[] body) {
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /** The value of a query parameter. */
  public Optional<String> parameter(String name) {
    for (String part : query.split("&")) {
      if (part.startsWith(name + "=")) {
        return Optional.of(part.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }
}
