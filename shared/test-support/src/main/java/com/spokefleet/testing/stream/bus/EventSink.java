package com.spokefleet.testing.stream.bus;

/** What a rule's target puts its events into. */
public interface EventSink {
  /** Takes an event, or says why not. */
  Offer offer(byte[] event);

  /** What became of an offered event. */
  sealed interface Offer {
    Offer ACCEPTED = new Accepted();

    record Accepted() implements Offer {}

    /** To be offered again later. */
    record Unavailable(String code, String message) implements Offer {}

    /** Never to be accepted, however often it is offered. */
    record Refused(String code, String message) implements Offer {}
  }
}
