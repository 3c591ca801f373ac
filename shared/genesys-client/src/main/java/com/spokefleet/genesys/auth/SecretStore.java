package com.spokefleet.genesys.auth;

/** Reads the credentials a reference of fleet.yaml points at. Safe for use by many threads. */
@FunctionalInterface
public interface SecretStore {
  /**
   * Reads afresh at each call, so that a rotated secret is seen.
   *
   * @param reference scheme and place, such as {@code env:EMEA}
   * @throws SecretException when there is nothing usable at that place
   */
  ClientCredentials read(String reference);
}
