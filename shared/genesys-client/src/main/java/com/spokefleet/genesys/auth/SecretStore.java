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

  /**
   * Reads a secret of one text, such as a SIEM's token: from JSON with this field, which is how
   * Firehose wants its secrets, or from an environment variable of the reference's own name.
   *
   * @param field such as {@code hec_token} or {@code api_key}
   * @throws SecretException when there is nothing usable at that place
   */
  default String token(String reference, String field) {
    throw SecretException.permanent(reference, "tokens cannot be kept there");
  }
}
