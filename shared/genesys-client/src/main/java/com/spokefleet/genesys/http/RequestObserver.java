package com.spokefleet.genesys.http;

import java.time.Duration;
import java.time.Instant;

/**
 * Is told what the client does on the wire. Called from any thread; must neither block nor throw.
 */
public interface RequestObserver {
  RequestObserver NONE = new RequestObserver() {};

  /** One HTTP request leaves, retries and sign-ins included. */
  default void requestSent(GenesysRequest request) {}

  default void responseReceived(GenesysRequest request, GenesysResponse response) {}

  /** The attempt failed in passing and will be repeated after the wait. */
  default void retried(GenesysRequest request, String reason, Duration wait) {}

  /** Genesys asked us to slow down (429) and the client obeys by waiting. */
  default void throttled(GenesysRequest request, Duration wait) {}

  /** The client holds back by itself until the rate window resets. */
  default void paced(GenesysRequest request, Duration wait) {}

  /** The request is not made in this run, for waiting until then would pass its deadline. */
  default void putOff(GenesysRequest request, Instant until) {}

  /** Requests the token has spent in the current rate window, as Genesys counts them. */
  default void rateSeen(long count, long allowed) {}
}
