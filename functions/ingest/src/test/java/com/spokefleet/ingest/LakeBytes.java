package com.spokefleet.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The exact bytes of a lake, to be compared with those of another. */
final class LakeBytes {
  private LakeBytes() {}

  /** SHA-256 of every object, by its path, save those of the tables to leave out. */
  static Map<String, String> hashes(Path lake, Set<String> leaveOut) {
    try (Stream<Path> tree = Files.walk(lake)) {
      Map<String, String> hashes = new TreeMap<>();
      for (Path file : tree.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        Path name = lake.relativize(file);
        if (!leaveOut.contains(name.getName(0).toString())) {
          byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
          hashes.put(name.toString(), HexFormat.of().formatHex(digest));
        }
      }
      return hashes;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
