package com.spokefleet.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an event bus, of any account; calls go to its own region.
 *
 * @param arn such as {@code arn:aws:events:eu-central-1:111122223333:event-bus/fleet}
 */
public record EventBusArn(String arn, String region) {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:events:([a-z0-9-]+):\\d{12}:event-bus/[A-Za-z0-9._/-]+");

  /** Empty if the text is not the ARN of an event bus. */
  public static Optional<EventBusArn> parse(String text) {
    Matcher matcher = ARN.matcher(text);
    return matcher.matches()
        ? Optional.of(new EventBusArn(text, matcher.group(1)))
        : Optional.empty();
  }
}
