package com.spokefleet.testing.traffic;

/** Conversations grouped by UTC start day, addressed by position; instants are epoch ms. */
public interface Conversations {
  /** Number of conversations that ever start on the day. */
  int count(long epochDay);

  long start(long epochDay, int position);

  /** When it ends, as known to queries that see events up to {@code asOf}; may lie after it. */
  long end(long epochDay, int position, long asOf);

  boolean outbound(long epochDay, int position);

  /** First and last day that hold anything up to {@code asOf}. */
  long firstDay();

  long lastDay(long asOf);

  /** Grows with every change that can alter a query's result. */
  long version();
}
