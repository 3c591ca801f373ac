package com.spokefleet.replay.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.spokefleet.replay.record.EventIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of Firehose's failure backup: a JSON object with {@code rawData} in base64 and {@code
 * arrivalTimestamp} in milliseconds. A SIEM gets only what is JSON, for one bad record would spoil
 * a whole body; a stream gets any bytes, for its transformation is who judges them.
 */
final class FailedLine {
  private static final JsonFactory JSON = new JsonFactory();

  private FailedLine() {}

  static BackupEntry read(byte[] line, BackupArea.Kind kind) {
    @Nullable String rawData = null;
    long arrival = -1;
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new BackupEntry.Poison(line);
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        if (name.equals("rawData") && token == JsonToken.VALUE_STRING) {
          rawData = parser.getText();
        } else if (name.equals("arrivalTimestamp") && token == JsonToken.VALUE_NUMBER_INT) {
          arrival = parser.getLongValue();
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        return new BackupEntry.Poison(line);
      }
    } catch (JsonProcessingException malformed) {
      return new BackupEntry.Poison(line);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot read from memory", impossible);
    }
    return rawData == null ? new BackupEntry.Poison(line) : entry(line, rawData, arrival, kind);
  }

  private static BackupEntry entry(
      byte[] line, String rawData, long arrival, BackupArea.Kind kind) {
    byte[] data;
    try {
      data = Base64.getDecoder().decode(rawData);
    } catch (IllegalArgumentException notBase64) {
      return new BackupEntry.Poison(line);
    }
    Optional<EventIdentity> identity =
        kind == BackupArea.Kind.DELIVERY_FAILED
            ? EventIdentity.ofJson(data)
            : Optional.of(EventIdentity.of(data));
    if (data.length == 0 || identity.isEmpty()) {
      return new BackupEntry.Poison(line);
    }
    return new BackupEntry.Usable(
        identity.get(),
        data,
        arrival < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(arrival)));
  }
}
