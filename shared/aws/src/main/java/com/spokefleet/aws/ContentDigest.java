package com.spokefleet.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A SHA-256 in Base64, the form of the header {@code x-amz-checksum-sha256}. */
final class ContentDigest {
  private ContentDigest() {}

  static String sha256Base64(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return sha256Base64(content);
    }
  }

  static String sha256Base64(InputStream content) throws IOException {
    MessageDigest digest = sha256();
    new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
    return Base64.getEncoder().encodeToString(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Cannot find SHA-256, which every Java has", impossible);
    }
  }
}
