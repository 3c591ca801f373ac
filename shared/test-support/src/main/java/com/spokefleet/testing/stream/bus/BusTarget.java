package com.spokefleet.testing.stream.bus;

import java.util.Optional;

/**
 * Where a rule's events go.
 *
 * @param deadLetters takes what cannot be delivered; without it that is gone
 */
public record BusTarget(
    String arn, EventSink sink, RetryPolicy retries, Optional<DeadLetterQueue> deadLetters) {

  /** Retries as usual. */
  public static BusTarget of(String arn, EventSink sink, DeadLetterQueue deadLetters) {
    return new BusTarget(arn, sink, RetryPolicy.USUAL, Optional.of(deadLetters));
  }

  public BusTarget retrying(RetryPolicy policy) {
    return new BusTarget(arn, sink, policy, deadLetters);
  }

  public BusTarget withoutDeadLetters() {
    return new BusTarget(arn, sink, retries, Optional.empty());
  }
}
