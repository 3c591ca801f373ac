package com.spokefleet.testing.server;

import com.spokefleet.testing.faults.FaultKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Replies that replace or spoil the right one. */
final class ReplyFaults {
  private static final long RETRY_AFTER_SECONDS = 2;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final String HTML =
      "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Welcome to the"
          + " proxy</body></html>";

  private ReplyFaults() {}

  /** The error sent instead of doing the work, if this fault is one. */
  static Optional<Reply> instead(FaultKind fault, int allowed, Instant now) {
    return Optional.ofNullable(
        switch (fault) {
          case TOO_MANY_REQUESTS ->
              ErrorReplies.tooManyRequests(
                  allowed, Long.toString(RETRY_AFTER_SECONDS), RETRY_AFTER_SECONDS);
          case TOO_MANY_REQUESTS_DECIMAL_SECONDS ->
              ErrorReplies.tooManyRequests(allowed, "1.5", RETRY_AFTER_SECONDS);
          case TOO_MANY_REQUESTS_HTTP_DATE ->
              ErrorReplies.tooManyRequests(
                  allowed,
                  HTTP_DATE.format(now.plusSeconds(RETRY_AFTER_SECONDS)),
                  RETRY_AFTER_SECONDS);
          case TOO_MANY_REQUESTS_WITHOUT_RETRY_AFTER -> ErrorReplies.tooManyRequests(allowed);
          case INTERNAL_SERVER_ERROR -> ErrorReplies.unavailable(500);
          case BAD_GATEWAY -> ErrorReplies.unavailable(502);
          case SERVICE_UNAVAILABLE -> ErrorReplies.unavailable(503);
          case GATEWAY_TIMEOUT -> ErrorReplies.unavailable(504);
          default -> null;
        });
  }

  /** The right reply as the fault lets it arrive. */
  static Reply spoil(Reply reply, FaultKind fault) {
    byte[] body = reply.body();
    return switch (fault) {
      case CONNECTION_RESET -> reply.breakingOff();
      case TRUNCATED_JSON ->
          reply.withBody(reply.contentType(), Arrays.copyOf(body, body.length / 2));
      case HTML_PAGE ->
          reply.withBody("text/html; charset=utf-8", HTML.getBytes(StandardCharsets.UTF_8));
      case NUL_BYTES -> reply.withBody(reply.contentType(), withNuls(body));
      default -> reply;
    };
  }

  static boolean spoils(FaultKind fault) {
    return fault == FaultKind.CONNECTION_RESET
        || fault == FaultKind.TRUNCATED_JSON
        || fault == FaultKind.HTML_PAGE
        || fault == FaultKind.NUL_BYTES;
  }

  private static byte[] withNuls(byte[] body) {
    byte[] spoilt = body.clone();
    Arrays.fill(spoilt, body.length / 2, Math.min(body.length, body.length / 2 + 8), (byte) 0);
    return spoilt;
  }
}
