package com.spokefleet.testing.stream.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What a server does instead of its job: faults for the next requests, and after them a standing
 * one. Thread-safe.
 */
public final class FaultScript<F> {
  private final F none;
  private final Deque<F> next = new ArrayDeque<>();
  private final Map<F, Integer> happened = new HashMap<>();
  private F standing;

  /** All is well until told otherwise. */
  public FaultScript(F none) {
    this.none = none;
    standing = none;
  }

  /** From now on, after those told by {@link #next}. */
  public synchronized void always(F fault) {
    standing = fault;
  }

  /** Strikes this many requests more. */
  public synchronized void next(int requests, F fault) {
    for (int request = 0; request < requests; request++) {
      next.add(fault);
    }
  }

  /** All is well again. */
  public synchronized void clear() {
    next.clear();
    standing = none;
  }

  /** How many requests it struck. */
  public synchronized int happened(F fault) {
    return happened.getOrDefault(fault, 0);
  }

  public synchronized F standing() {
    return standing;
  }

  /** What the request at hand meets. */
  public synchronized F take() {
    F fault = next.isEmpty() ? standing : next.remove();
    happened.merge(fault, 1, Integer::sum);
    return fault;
  }
}
