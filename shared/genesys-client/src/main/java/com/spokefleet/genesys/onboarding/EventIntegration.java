package com.spokefleet.genesys.onboarding;

import java.util.List;
import java.util.Optional;

/**
 * An integration of the type {@code amazon-eventbridge-source}. What Genesys does not tell, or
 * tells in another form than is known, is empty.
 *
 * @param intendedState as an administrator wants it: ENABLED, DISABLED, or a newer word
 * @param reportedState as it is: ACTIVE, ACTIVATING, INACTIVE, DEACTIVATING, ERROR, or a newer word
 * @param reportedDetail what Genesys says about that, in words
 * @param suffix the end of the event source's name
 * @param topics templates of the topics it sends
 */
public record EventIntegration(
    String id,
    String name,
    String intendedState,
    Optional<String> reportedState,
    Optional<String> reportedDetail,
    Optional<String> suffix,
    Optional<String> awsAccount,
    Optional<String> awsRegion,
    Optional<List<String>> topics) {
  public EventIntegration {
    topics = topics.map(List::copyOf);
  }

  /** The partner event source it feeds, which is also the name of the bus to create. */
  public Optional<String> eventSource(String orgId) {
    return suffix.map(end -> eventSource(orgId, end));
  }

  public static String eventSource(String orgId, String suffix) {
    return "aws.partner/genesys.com/cloud/" + orgId + "/" + suffix;
  }
}
