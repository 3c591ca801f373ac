package com.spokefleet.genesys.http;

/** Gives the bearer token of one org. Safe for use by many threads. */
public interface TokenSource {
  /** A token believed to be valid. */
  String token(Deadline deadline);

  /** A token other than the one Genesys has just refused with 401. */
  String renewed(String refusedToken, Deadline deadline);
}
