package com.spokefleet.genesys.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** A token and the instant from which it is renewed, which lies before its end. */
record AccessToken(String value, Instant renewAt) {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(2);
  private static final long LONGEST_LIFETIME_SECONDS = Duration.ofDays(2).toSeconds();

  /** Genesys lets a token live 5 minutes to 48 hours: {@code access_token}, {@code expires_in}. */
  static AccessToken read(byte[] json, Instant askedAt, String purpose) {
    String value = "";
    long seconds = 0;
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken type = parser.nextToken();
        if (name.equals("access_token") && type == JsonToken.VALUE_STRING) {
          value = parser.getText();
        } else if (name.equals("expires_in") && type.isNumeric()) {
          seconds = parser.getLongValue();
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException notJson) {
      throw unreadable(purpose, "is not JSON");
    }
    if (value.isEmpty() || seconds <= 0) {
      throw unreadable(purpose, "has no access_token or no positive expires_in");
    }
    Duration lifetime = Duration.ofSeconds(Math.min(seconds, LONGEST_LIFETIME_SECONDS));
    Duration tenth = lifetime.dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    return new AccessToken(value, askedAt.plus(lifetime).minus(margin));
  }

  private static GenesysException unreadable(String purpose, String what) {
    // Without the cause: Jackson would quote the token.
    return GenesysException.of(
        FailureKind.BAD_DATA, "Cannot get " + purpose + ": the answer " + what, null);
  }

  @Override
  public String toString() {
    return "AccessToken[value=hidden, renewAt=" + renewAt + "]";
  }
}
