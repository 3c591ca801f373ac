package com.spokefleet.lake.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.spokefleet.telemetry.FailureKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints as files {@code <key>.json} under a folder, for one machine: an envelope of version
 * and body. Compare-and-set holds across threads and processes that use the same folder.
 */
public final class FileCheckpointStore implements CheckpointStore {
  private static final String VERSION = "version";
  private static final String BODY = "body";

  private final Path root;
  private final FolderLocks locks;
  private final AtomicFile files;
  private final JsonFactory json = new JsonFactory();

  public FileCheckpointStore(Path root) {
    this.root = root;
    this.locks = new FolderLocks(root);
    this.files = new AtomicFile(root);
  }

  @Override
  public Optional<Checkpoint> read(String key) {
    Path file = file(key);
    try {
      return Optional.of(decode(key, Files.readAllBytes(file)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new StoreException(FailureKind.RETRYABLE, "Cannot read checkpoint " + key, failure);
    }
  }

  @Override
  public Checkpoint write(String key, @Nullable Checkpoint expected, String body) {
    Path file = file(key);
    try {
      return locks.locked(
          key,
          () -> {
            long current = read(key).map(Checkpoint::version).orElse(0L);
            long wanted = expected == null ? 0 : expected.version();
            if (current != wanted) {
              throw new StoreException(
                  FailureKind.CONFLICT,
                  "Cannot write checkpoint %s: version %d was expected, %d is stored"
                      .formatted(key, wanted, current),
                  null);
            }
            Checkpoint written = new Checkpoint(key, current + 1, body);
            files.replace(file, new ByteArrayInputStream(encode(written)));
            return written;
          });
    } catch (IOException failure) {
      throw new StoreException(
          FailureKind.UNKNOWN_OUTCOME, "Cannot confirm the write of checkpoint " + key, failure);
    }
  }

  private Path file(String key) {
    return KeyPath.resolve(root, key + ".json");
  }

  private byte[] encode(Checkpoint checkpoint) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      generator.writeStartObject();
      generator.writeNumberField(VERSION, checkpoint.version());
      generator.writeStringField(BODY, checkpoint.body());
      generator.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private Checkpoint decode(String key, byte[] bytes) throws IOException {
    long version = 0;
    @Nullable String body = null;
    try (JsonParser parser = json.createParser(bytes)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals(VERSION)) {
          version = parser.getLongValue();
        } else if (name.equals(BODY)) {
          body = parser.getText();
        }
      }
    } catch (com.fasterxml.jackson.core.JacksonException failure) {
      throw unreadable(key, failure);
    }
    if (version < 1 || body == null) {
      throw unreadable(key, null);
    }
    return new Checkpoint(key, version, body);
  }

  private static StoreException unreadable(String key, @Nullable Exception cause) {
    return new StoreException(
        FailureKind.BAD_DATA, "Cannot read checkpoint " + key + ": it is damaged", cause);
  }
}
