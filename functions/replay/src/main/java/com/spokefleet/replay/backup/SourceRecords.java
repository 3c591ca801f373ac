package com.spokefleet.replay.backup;

import com.spokefleet.replay.record.EventIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Finds the JSON objects of a backup of all records, which Firehose writes one after the other with
 * nothing between. What stands outside of any object is poison, and so is an object cut short.
 */
final class SourceRecords {
  private SourceRecords() {}

  static Optional<BackupEntry> next(InputStream input) throws IOException {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    int depth = 0;
    boolean inText = false;
    boolean escaped = false;
    while (true) {
      input.mark(1);
      int next = input.read();
      if (next < 0) {
        return poison(piece);
      }
      if (depth == 0) {
        if (next == '{') {
          if (piece.size() > 0) {
            input.reset();
            return poison(piece);
          }
          depth = 1;
          piece.write(next);
        } else if (piece.size() > 0 || !Character.isWhitespace(next)) {
          piece.write(next);
        }
        continue;
      }
      piece.write(next);
      if (inText) {
        inText = escaped || next != '"';
        escaped = !escaped && next == '\\';
      } else if (next == '"') {
        inText = true;
      } else if (next == '{') {
        depth++;
      } else if (next == '}' && --depth == 0) {
        return Optional.of(entry(piece.toByteArray()));
      }
    }
  }

  private static BackupEntry entry(byte[] data) {
    return EventIdentity.ofJson(data)
        .<BackupEntry>map(identity -> new BackupEntry.Usable(identity, data, identity.busTime()))
        .orElseGet(() -> new BackupEntry.Poison(data));
  }

  private static Optional<BackupEntry> poison(ByteArrayOutputStream piece) {
    return piece.size() == 0
        ? Optional.empty()
        : Optional.of(new BackupEntry.Poison(piece.toByteArray()));
  }
}
