package com.spokefleet.replay.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a delivery stream is: {@code arn:aws:firehose:<region>:<account>:deliverystream/<name>}.
 */
public record StreamArn(String region, String name) {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:firehose:([a-z0-9-]+):\\d*:deliverystream/(\\S+)");

  /** Empty if this is the ARN of anything else. */
  public static Optional<StreamArn> of(String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches()
        ? Optional.of(new StreamArn(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }
}
