package com.spokefleet.genesys.http;

import com.spokefleet.telemetry.FailureKind;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Decides what an answer means. Genesys documents 400, 401, 403, 408, 413, 415, 429, 5xx. */
final class ResponseClassifier {
  private static final int NO_CONTENT = 204;
  private static final int ACCEPTED = 202;

  private ResponseClassifier() {}

  /** Null for a usable answer. */
  static @Nullable Failure failureOf(GenesysRequest request, GenesysResponse response) {
    int status = response.status();
    boolean usable = status >= 200 && status < 300;
    if (usable || (request.redirectIsAnswer() && status / 100 == 3)) {
      return badDataOf(response);
    }
    ErrorBody body = ErrorBody.read(response.body());
    String explanation = explain(response, body);
    String correlationId = response.correlationId().orElse(body.contextId());
    if (correlationId != null) {
      explanation += ", correlation id " + correlationId;
    }
    return new Failure(kindOf(status), status, explanation, body.code(), correlationId, null);
  }

  private static FailureKind kindOf(int status) {
    if (status == 429) {
      return FailureKind.THROTTLED;
    }
    boolean passing = status == 408 || (status >= 500 && status != 501);
    return passing ? FailureKind.RETRYABLE : FailureKind.PERMANENT;
  }

  private static String explain(GenesysResponse response, ErrorBody body) {
    StringBuilder text = new StringBuilder("Genesys answered ").append(response.status());
    if (body.code() != null) {
      text.append(" (").append(body.code()).append(')');
    }
    if (response.status() == 403 && body.permissions() != null) {
      text.append(", the client lacks the permission ").append(body.permissions());
    } else if (body.message() != null) {
      text.append(": ").append(body.message());
    }
    if (response.status() / 100 == 3) {
      text.append(", a redirect to ").append(redirectHost(response)).append(", not followed");
    }
    return text.toString();
  }

  private static String redirectHost(GenesysResponse response) {
    try {
      String host = URI.create(response.header("Location").orElse("")).getHost();
      return host == null ? "an unnamed host" : host;
    } catch (IllegalArgumentException notAUri) {
      return "an unreadable address";
    }
  }

  /** Gateways answer 200 with HTML, and a proxy can cut a body short without breaking HTTP. */
  private static @Nullable Failure badDataOf(GenesysResponse response) {
    byte[] body = response.body();
    int first = 0;
    int last = body.length - 1;
    while (first <= last && isWhitespace(body[first])) {
      first++;
    }
    while (last > first && isWhitespace(body[last])) {
      last--;
    }
    if (first > last) {
      boolean mayBeEmpty = response.status() == NO_CONTENT || response.status() == ACCEPTED;
      return mayBeEmpty ? null : badData(response, "an empty body");
    }
    if (body[first] != '{' && body[first] != '[') {
      return badData(response, body[first] == '<' ? "HTML instead of JSON" : "no JSON");
    }
    boolean closed = last > first && body[last] == (body[first] == '{' ? '}' : ']');
    return closed ? null : badData(response, "JSON cut short after " + body.length + " bytes");
  }

  private static Failure badData(GenesysResponse response, String what) {
    String correlationId = response.correlationId().orElse(null);
    String explanation =
        "Genesys answered %d with %s".formatted(response.status(), what)
            + (correlationId == null ? "" : ", correlation id " + correlationId);
    return new Failure(
        FailureKind.BAD_DATA, response.status(), explanation, null, correlationId, null);
  }

  private static boolean isWhitespace(byte value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }
}
