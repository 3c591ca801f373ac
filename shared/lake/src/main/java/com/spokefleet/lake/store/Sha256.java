package com.spokefleet.lake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of contents, as lower-case hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  public static String of(byte[] content) {
    return hexadecimal(digest().digest(content));
  }

  public static String of(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return copying(content, OutputStream.nullOutputStream());
    }
  }

  /** Copies the content and hashes what was copied. */
  static String copying(InputStream content, OutputStream target) throws IOException {
    MessageDigest digest = digest();
    content.transferTo(new DigestOutputStream(target, digest));
    return hexadecimal(digest.digest());
  }

  private static String hexadecimal(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("Cannot hash: every Java platform has SHA-256", failure);
    }
  }
}
