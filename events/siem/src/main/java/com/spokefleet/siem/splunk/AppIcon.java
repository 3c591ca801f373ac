package com.spokefleet.siem.splunk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A hub with spokes, drawn pixel by pixel so that it is the same on every machine. */
final class AppIcon {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int SPOKES = 6;
  private static final int DARK = 0x0b3d4fff;
  private static final int LIGHT = 0xf4f7f8ff;
  private static final int CLEAR = 0x00000000;

  /** Each pixel is looked at in so many places, both ways. */
  private static final int SAMPLES = 4;

  private AppIcon() {}

  /**
   * @param isLight for dark backgrounds
   */
  static byte[] png(int size, boolean isLight) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (DeflaterOutputStream packed = new DeflaterOutputStream(rows)) {
      for (int y = 0; y < size; y++) {
        packed.write(0);
        for (int x = 0; x < size; x++) {
          packed.write(pixel(x, y, size, isLight));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot draw the icon", impossible);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    // Eight bits for each of red, green, blue and how solid it is.
    byte[] header =
        ByteBuffer.allocate(13).putInt(size).putInt(size).put(new byte[] {8, 6, 0, 0, 0}).array();
    chunk(file, "IHDR", header);
    chunk(file, "IDAT", rows.toByteArray());
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] pixel(int x, int y, int size, boolean isLight) {
    int inside = 0;
    for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      double across = (x + (sample % SAMPLES + 0.5) / SAMPLES) / size - 0.5;
      double down = (y + (sample / SAMPLES + 0.5) / SAMPLES) / size - 0.5;
      inside += isDrawn(across, down) ? 1 : 0;
    }
    int color = inside == 0 ? CLEAR : isLight ? LIGHT : DARK;
    int solid = 255 * inside / (SAMPLES * SAMPLES);
    return ByteBuffer.allocate(4).putInt(color & 0xffffff00 | solid).array();
  }

  /** Both from -0.5 to 0.5. */
  private static boolean isDrawn(double across, double down) {
    double distance = Math.sqrt(across * across + down * down);
    if (distance < 0.13) {
      return true;
    }
    for (int spoke = 0; spoke < SPOKES; spoke++) {
      double angle = 2 * Math.PI * spoke / SPOKES;
      double along = across * Math.cos(angle) + down * Math.sin(angle);
      double beside = Math.abs(across * Math.sin(angle) - down * Math.cos(angle));
      boolean isEnd = Math.sqrt((along - 0.4) * (along - 0.4) + beside * beside) < 0.08;
      if (isEnd || along > 0 && along < 0.4 && beside < 0.03) {
        return true;
      }
    }
    return false;
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(name);
    file.writeBytes(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
