package com.spokefleet.testing.setup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An integration with EventBridge as an administrator filled it in.
 *
 * @param topics empty for one that does not tell its topics
 */
public record FakeIntegration(
    String name,
    String intendedState,
    String reportedState,
    String suffix,
    String awsAccount,
    String awsRegion,
    Optional<List<String>> topics) {
  /** One that is switched on and works. */
  public static FakeIntegration active(
      String suffix, String awsAccount, String awsRegion, List<String> topics) {
    return new FakeIntegration(
        "EventBridge " + suffix,
        "ENABLED",
        "ACTIVE",
        suffix,
        awsAccount,
        awsRegion,
        Optional.of(topics));
  }

  public FakeIntegration in(String newIntendedState, String newReportedState) {
    return new FakeIntegration(
        name, newIntendedState, newReportedState, suffix, awsAccount, awsRegion, topics);
  }

  public FakeIntegration withoutTopics() {
    return new FakeIntegration(
        name, intendedState, reportedState, suffix, awsAccount, awsRegion, Optional.empty());
  }

  /** The same on every start, and another for each suffix. */
  public String id() {
    return UUID.nameUUIDFromBytes(suffix.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
