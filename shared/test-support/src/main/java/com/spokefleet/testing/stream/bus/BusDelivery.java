package com.spokefleet.testing.stream.bus;

import com.spokefleet.testing.stream.bus.EventSink.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One event on its way to one target of one rule. */
final class BusDelivery {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  /** About what spreads 185 attempts over a day. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(8);

  private final BusEvent event;
  private final String rule;
  private final BusTarget target;
  private int attempts;
  private Duration wait = FIRST_WAIT;
  private Instant next;

  BusDelivery(BusEvent event, String rule, BusTarget target) {
    this.event = event;
    this.rule = rule;
    this.target = target;
    this.next = event.at();
  }

  /** How a delivery ended. */
  sealed interface End {
    record Delivered() implements End {}

    /** Told to the dead-letter queue, if there is one. */
    record Undeliverable(DeadLetter message) implements End {}
  }

  BusEvent event() {
    return event;
  }

  BusTarget target() {
    return target;
  }

  /** Offers the event if it is time to; empty if there is more to come. */
  Optional<End> work(Instant now, String messageId) {
    if (next.isAfter(now)) {
      return Optional.empty();
    }
    attempts++;
    return switch (target.sink().offer(event.bytes())) {
      case Offer.Accepted accepted -> Optional.of(new End.Delivered());
      case Offer.Refused refused ->
          Optional.of(undeliverable(now, messageId, refused.code(), refused.message(), ""));
      case Offer.Unavailable unavailable -> {
        String exhausted = exhausted(now);
        if (!exhausted.isEmpty()) {
          yield Optional.of(
              undeliverable(now, messageId, unavailable.code(), unavailable.message(), exhausted));
        }
        next = now.plus(wait);
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        yield Optional.empty();
      }
    };
  }

  private String exhausted(Instant now) {
    if (attempts > target.retries().attempts()) {
      return "MaximumRetryAttempts";
    }
    return now.isBefore(event.at().plus(target.retries().age())) ? "" : "MaximumEventAgeInSeconds";
  }

  private End undeliverable(
      Instant now, String messageId, String code, String message, String exhausted) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("RULE_ARN", rule);
    attributes.put("TARGET_ARN", target.arn());
    attributes.put("ERROR_CODE", code);
    attributes.put("ERROR_MESSAGE", message);
    attributes.put("RETRY_ATTEMPTS", Integer.toString(attempts - 1));
    if (!exhausted.isEmpty()) {
      attributes.put("EXHAUSTED_RETRY_CONDITION", exhausted);
    }
    return new End.Undeliverable(new DeadLetter(messageId, event.json(), attributes, now));
  }
}
