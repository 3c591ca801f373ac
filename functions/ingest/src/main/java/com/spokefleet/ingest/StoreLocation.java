package com.spokefleet.ingest;

import java.nio.file.Path;
import java.util.Optional;

/** Where objects or checkpoints live, as written in the environment. */
public sealed interface StoreLocation {
  /** {@code file:<path>}: a folder of this machine. */
  record Folder(Path path) implements StoreLocation {}

  /** {@code s3://<bucket>[/<prefix>]}; the prefix is empty or ends with a slash. */
  record Bucket(String bucket, String prefix) implements StoreLocation {}

  /** {@code dynamodb:<table>}. */
  record DynamoDbTable(String table) implements StoreLocation {}

  /** Empty if the text has none of these forms. */
  static Optional<StoreLocation> parse(String text) {
    if (text.startsWith("file:") && text.length() > "file:".length()) {
      String path = text.substring("file:".length());
      return Optional.of(new Folder(Path.of(path.startsWith("///") ? path.substring(2) : path)));
    }
    if (text.startsWith("s3://") && text.length() > "s3://".length()) {
      String[] parts = text.substring("s3://".length()).split("/", 2);
      String prefix = parts.length == 1 || parts[1].isEmpty() ? "" : parts[1];
      return Optional.of(
          new Bucket(parts[0], prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/"));
    }
    if (text.startsWith("dynamodb:") && text.length() > "dynamodb:".length()) {
      return Optional.of(new DynamoDbTable(text.substring("dynamodb:".length())));
    }
    return Optional.empty();
  }
}
