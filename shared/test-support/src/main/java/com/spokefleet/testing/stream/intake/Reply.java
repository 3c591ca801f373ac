package com.spokefleet.testing.stream.intake;

import java.nio.charset.StandardCharsets;

/** What a request is answered with; {@link #NONE} closes the connection without a word. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, String contentType, byte[] body) {
  public static final Reply NONE = new Reply(0, "", new byte[0]);

  public static Reply json(int status, String body) {
    return new Reply(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }
}
