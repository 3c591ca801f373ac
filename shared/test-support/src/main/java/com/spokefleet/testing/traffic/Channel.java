package com.spokefleet.testing.traffic;

/** A medium with the provider name its sessions carry and the pace of work in it. */
enum Channel {
  VOICE("voice", "Edge", new Pace(25_000, 210_000, 1_200_000, 35_000, 0.07, 0.2, 0.1)),
  CALLBACK("callback", "PureCloud Callback", new Pace(900_000, 1, 1, 30_000, 0.02, 0, 0)),
  CHAT("chat", "PureCloud Webchat v2", new Pace(20_000, 420_000, 3_600_000, 30_000, 0.08, 0, 0.06)),
  MESSAGE(
      "message",
      "PureCloud Messaging",
      new Pace(240_000, 5_400_000, 36_000_000, 40_000, 0.05, 0, 0.05)),
  EMAIL(
      "email",
      "PureCloud Email",
      new Pace(9_000_000, 14_400_000, 108_000_000, 90_000, 0.01, 0, 0.08));

  /**
   * Median milliseconds and probabilities of a queue visit and the work after it.
   *
   * @param longestTalk cuts the tail, so that every conversation ends within five days
   */
  record Pace(
      long queueing,
      long talk,
      long longestTalk,
      long afterCallWork,
      double abandon,
      double hold,
      double transfer) {}

  private final String mediaType;
  private final String provider;
  private final Pace pace;

  Channel(String mediaType, String provider, Pace pace) {
    this.mediaType = mediaType;
    this.provider = provider;
    this.pace = pace;
  }

  String mediaType() {
    return mediaType;
  }

  String provider() {
    return provider;
  }

  Pace pace() {
    return pace;
  }
}
