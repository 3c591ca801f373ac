package com.spokefleet.telemetry;

/** Unit of a metric, spelled as CloudWatch spells it. */
public enum Unit {
  COUNT("Count"),
  MILLISECONDS("Milliseconds"),
  BYTES("Bytes");

  private final String cloudWatchName;

  Unit(String cloudWatchName) {
    this.cloudWatchName = cloudWatchName;
  }

  public String cloudWatchName() {
    return cloudWatchName;
  }
}
