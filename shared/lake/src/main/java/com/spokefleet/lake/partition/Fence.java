package com.spokefleet.lake.partition;

/** Stands between a runner that lost its lease and the lake. */
@FunctionalInterface
public interface Fence {
  /**
   * Passes while the runner may still write; otherwise a {@code StoreException} of kind {@code
   * CONFLICT}.
   */
  void check();

  /** For a runner that is alone by construction, such as a local command. */
  static Fence none() {
    return () -> {};
  }
}
