package com.spokefleet.testing.stream.firehose;

import java.time.Duration;

/** When a buffer is handed on: at this size or this age of its oldest record. */
public record BufferingHints(long bytes, Duration interval) {
  private static final long MEBIBYTE = 1024 * 1024;

  /**
   * @param mebibytes 0.2 to 3
   * @param seconds 0 to 900
   */
  public static BufferingHints ofProcessor(double mebibytes, int seconds) {
    return within(mebibytes, 0.2, 3, seconds, 900);
  }

  /**
   * @param mebibytes 1 to 5
   * @param seconds 0 to 60
   */
  public static BufferingHints ofSplunk(int mebibytes, int seconds) {
    return within(mebibytes, 1, 5, seconds, 60);
  }

  /**
   * @param mebibytes 1 to 64
   * @param seconds 0 to 900
   */
  public static BufferingHints ofHttpEndpoint(int mebibytes, int seconds) {
    return within(mebibytes, 1, 64, seconds, 900);
  }

  private static BufferingHints within(
      double mebibytes, double least, double most, int seconds, int longest) {
    if (mebibytes < least || mebibytes > most || seconds < 0 || seconds > longest) {
      throw new IllegalArgumentException(
          "Cannot buffer %s MiB for %d s: %s to %s MiB, 0 to %d s"
              .formatted(mebibytes, seconds, least, most, longest));
    }
    return new BufferingHints((long) (mebibytes * MEBIBYTE), Duration.ofSeconds(seconds));
  }
}
