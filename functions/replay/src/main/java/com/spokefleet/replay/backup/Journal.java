package com.spokefleet.replay.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.FailureKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was sent of one object to one target, kept beside the objects so that any machine goes on
 * where another stopped: {@code replay-state/<target>/<object>/chunk-000001.json}, one more after
 * each chunk with the ids it sent, and {@code complete.json} at the end. Nothing is rewritten, so
 * of two replays of one object the second fails after its first chunk.
 */
final class Journal {
  static final String ROOT = "replay-state/";
  private static final String COMPLETE = "complete.json";
  private static final String CHUNK = "chunk-";
  private static final JsonFactory JSON = new JsonFactory();

  private final Durable files;
  private final String run;
  private final String folder;
  private final Set<String> sent = new HashSet<>();
  private int chunks;
  private Optional<ObjectVersion> completed = Optional.empty();

  /**
   * @param keys all keys of the target's journals
   * @param run tells this run's entries from another's
   */
  Journal(Durable files, String target, String object, Collection<String> keys, String run) {
    this.files = files;
    this.run = run;
    this.folder = folder(target) + object + "/";
    for (String key : keys) {
      if (key.startsWith(folder + CHUNK)) {
        sent.addAll(texts(key, "sent"));
        chunks++;
      } else if (key.equals(folder + COMPLETE)) {
        completed = texts(key, "version").stream().findFirst().map(ObjectVersion::new);
      }
    }
  }

  static String folder(String target) {
    return ROOT + target + "/";
  }

  boolean isSent(String eventId) {
    return sent.contains(eventId);
  }

  /** The version of the object all of which was sent. */
  Optional<ObjectVersion> completed() {
    return completed;
  }

  void sent(List<String> eventIds) {
    if (!eventIds.isEmpty()) {
      create("%s%06d.json".formatted(CHUNK, chunks + 1), "sent", eventIds);
      chunks++;
      sent.addAll(eventIds);
    }
  }

  void complete(ObjectVersion version) {
    create(COMPLETE, "version", List.of(version.tag()));
    completed = Optional.of(version);
  }

  private void create(String name, String field, List<String> values) {
    try {
      files.create(folder + name, document(field, values));
    } catch (StoreException failure) {
      if (failure.kind() == FailureKind.CONFLICT) {
        throw new StoreException(
            FailureKind.CONFLICT,
            "Cannot go on with the replay: another one is at work on the same objects (it wrote "
                + folder
                + name
                + ")",
            failure);
      }
      throw failure;
    }
  }

  private byte[] document(String field, List<String> values) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(document)) {
      generator.writeStartObject();
      generator.writeStringField("run", run);
      generator.writeArrayFieldStart(field);
      for (String value : values) {
        generator.writeString(value);
      }
      generator.writeEndArray();
      generator.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot write to memory", impossible);
    }
    return document.toByteArray();
  }

  private List<String> texts(String key, String field) {
    byte[] document = files.read(key).orElse(new byte[0]);
    List<String> texts = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(document)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (name.equals(field)) {
          while (parser.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(parser.getText());
          }
        }
      }
    } catch (IOException damaged) {
      throw new StoreException(
          FailureKind.BAD_DATA, "Cannot read the replay's progress " + key, damaged);
    }
    return texts;
  }
}
