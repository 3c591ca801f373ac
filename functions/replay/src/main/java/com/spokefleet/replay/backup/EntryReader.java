package com.spokefleet.replay.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads an object piece by piece, plain or gzip, one piece in memory at a time. */
final class EntryReader implements Closeable {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  private final InputStream input;
  private final BackupArea.Kind kind;

  EntryReader(Path file, BackupArea.Kind kind) throws IOException {
    this.kind = kind;
    InputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    plain.mark(2);
    boolean gzip = plain.read() == GZIP_FIRST && plain.read() == GZIP_SECOND;
    plain.reset();
    input = gzip ? new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER) : plain;
  }

  /** The next piece; empty at the end. Fails where the object is damaged as a whole. */
  Optional<BackupEntry> next() throws IOException {
    return switch (kind) {
      case PROCESSING_FAILED, DELIVERY_FAILED ->
          nextLine().map(line -> FailedLine.read(line, kind));
      case SOURCE -> SourceRecords.next(input);
    };
  }

  /** Empty lines are no pieces. */
  private Optional<byte[]> nextLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = input.read(); next >= 0; next = input.read()) {
      if (next != '\n') {
        line.write(next);
      } else if (line.size() > 0) {
        break;
      }
    }
    return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
