package com.spokefleet.testing.stream.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a request is answered with; {@link #NONE} closes the connection without a word.
 *
 * @param headers beside the content's type
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
  public static final Reply NONE = new Reply(0, "", new byte[0]);

  public Reply(int status, String contentType, byte[] body) {
    this(status, contentType, body, Map.of());
  }

  public static Reply json(int status, String body) {
    return new Reply(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same answer with one more header. */
  public Reply with(String header, String value) {
    return new Reply(status, contentType, body, Map.of(header, value));
  }
}
