package com.spokefleet.testing.org;

/** The service level targets all queues of a fake organisation have. */
public final class ServiceTargets {
  /** Share of 1 to be answered within the threshold. */
  public static final double SHARE = 0.8;

  private static final long EMAIL_MILLIS = 86_400_000;
  private static final long OTHER_MILLIS = 20_000;

  private ServiceTargets() {}

  /** An answer after more than this is late. */
  public static long thresholdMillis(String mediaType) {
    return mediaType.equals("email") ? EMAIL_MILLIS : OTHER_MILLIS;
  }
}
