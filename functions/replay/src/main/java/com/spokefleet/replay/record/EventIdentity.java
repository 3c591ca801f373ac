package com.spokefleet.replay.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * By what a record is known. The event id is the one its event has in every SIEM, so that the same
 * event has the same id before and after its transformation; a record of other origin is known by a
 * digest of its bytes.
 *
 * @param orgId empty where the record does not tell
 * @param busTime when EventBridge got the event; only untransformed records tell
 */
public record EventIdentity(String eventId, String orgId, Optional<Instant> busTime) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String PARTNER = "/genesys.com/cloud/";

  /** Where the forms of an event keep what is needed: raw, for Splunk, for Datadog. */
  private static final Set<String> WANTED =
      Set.of(
          "id",
          "detail-type",
          "source",
          "time",
          "fields.genesys_event_id",
          "fields.genesys_org_id",
          "event.event_id",
          "event.org_id",
          "genesys.event_id",
          "genesys.org_id");

  /** Empty if the bytes are anything but one whole JSON object. */
  public static Optional<EventIdentity> ofJson(byte[] data) {
    try (JsonParser parser = JSON.createParser(data)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, String> found = new HashMap<>();
      read(parser, "", found);
      return parser.nextToken() == null ? Optional.of(of(found, data)) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot read from memory", impossible);
    }
  }

  /** Of any bytes. */
  public static EventIdentity of(byte[] data) {
    return ofJson(data).orElseGet(() -> new EventIdentity(digest(data), "", Optional.empty()));
  }

  private static void read(JsonParser parser, String path, Map<String, String> found)
      throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      String field = path + name;
      if (token == JsonToken.START_OBJECT && path.isEmpty()) {
        read(parser, field + ".", found);
      } else if (token == JsonToken.VALUE_STRING && WANTED.contains(field)) {
        found.put(field, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }

  private static EventIdentity of(Map<String, String> found, byte[] data) {
    if (found.containsKey("id") && found.containsKey("detail-type")) {
      return new EventIdentity(
          found.getOrDefault("id", ""),
          orgOf(found.getOrDefault("source", "")),
          instant(found.getOrDefault("time", "")));
    }
    return new EventIdentity(
        first(found, "fields.genesys_event_id", "event.event_id", "genesys.event_id")
            .orElseGet(() -> digest(data)),
        first(found, "fields.genesys_org_id", "event.org_id", "genesys.org_id").orElse(""),
        Optional.empty());
  }

  private static Optional<String> first(Map<String, String> found, String... fields) {
    for (String field : fields) {
      String value = found.getOrDefault(field, "");
      if (!value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** A partner source is named {@code aws.partner/genesys.com/cloud/<org id>/<suffix>}. */
  private static String orgOf(String source) {
    int start = source.indexOf(PARTNER);
    return start < 0 ? "" : source.substring(start + PARTNER.length()).split("/", 2)[0];
  }

  private static Optional<Instant> instant(String time) {
    try {
      return Optional.of(Instant.parse(time));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static String digest(byte[] data) {
    try {
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(data));
      return new UUID(hash.getLong(), hash.getLong()).toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Cannot digest: every Java has SHA-256", impossible);
    }
  }
}
