package com.spokefleet.siem.splunk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * The app as one file to be installed: a gzipped tar (ustar, POSIX.1-1988), the same bytes for the
 * same files. Nobody owns anything in it, files can be read by all, and nothing can be run.
 */
public final class AppPackage {
  private static final int BLOCK = 512;
  private static final int NAME = 100;

  /** 2026-01-01T00:00:00Z: some tools take a time of zero for damage. */
  private static final long MODIFIED = 1_767_225_600L;

  private static final int FILE_MODE = 0644;
  private static final int FOLDER_MODE = 0755;

  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

  private AppPackage() {}

  /** The package of these files. */
  public static byte[] of(SortedMap<String, byte[]> files) {
    AppPackage writer = new AppPackage();
    writer.folders(files);
    files.forEach(
        (path, content) -> {
          writer.header(AppIdentity.ID + "/" + path, FILE_MODE, content.length, '0');
          writer.tar.writeBytes(content);
          writer.tar.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        });
    writer.tar.writeBytes(new byte[2 * BLOCK]);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      writer.tar.writeTo(gzip);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot pack the app", impossible);
    }
    return packed.toByteArray();
  }

  /** Its name on disk. */
  public static String fileName() {
    return "%s-%s.tar.gz".formatted(AppIdentity.ID, AppIdentity.VERSION);
  }

  private void folders(SortedMap<String, byte[]> files) {
    SortedSet<String> folders = new TreeSet<>();
    folders.add(AppIdentity.ID + "/");
    for (String path : files.keySet()) {
      for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
        folders.add(AppIdentity.ID + "/" + path.substring(0, at + 1));
      }
    }
    folders.forEach(folder -> header(folder, FOLDER_MODE, 0, '5'));
  }

  private void header(String name, int mode, long size, char type) {
    byte[] header = new byte[BLOCK];
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    if (path.length >= NAME) {
      throw new IllegalArgumentException("Cannot pack %s: its path is too long".formatted(name));
    }
    System.arraycopy(path, 0, header, 0, path.length);
    octal(header, 100, 8, mode);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, size);
    octal(header, 136, 12, MODIFIED);
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    // The sum is taken with spaces in its own place.
    Arrays.fill(header, 148, 156, (byte) ' ');
    long sum = 0;
    for (byte one : header) {
      sum += Byte.toUnsignedInt(one);
    }
    octal(header, 148, 7, sum);
    tar.writeBytes(header);
  }

  private static void octal(byte[] header, int at, int length, long number) {
    put(header, at, String.format(Locale.ROOT, "%0" + (length - 1) + "o", number));
    header[at + length - 1] = 0;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
