package com.spokefleet.genesys.auth;

import java.util.Map;
import java.util.TreeMap;

/** Sends a reference to the store of its scheme: the part before the first colon. */
public final class ReferencedSecretStore implements SecretStore {
  private final Map<String, SecretStore> storesByScheme;

  public ReferencedSecretStore(Map<String, SecretStore> storesByScheme) {
    this.storesByScheme = new TreeMap<>(storesByScheme);
  }

  @Override
  public ClientCredentials read(String reference) {
    return store(reference).read(reference);
  }

  @Override
  public String token(String reference, String field) {
    return store(reference).token(reference, field);
  }

  private SecretStore store(String reference) {
    int colon = reference.indexOf(':');
    SecretStore store = colon < 0 ? null : storesByScheme.get(reference.substring(0, colon));
    if (store == null) {
      throw SecretException.permanent(
          reference,
          "it must begin with one of " + String.join(":, ", storesByScheme.keySet()) + ":");
    }
    return store;
  }

  /** What follows the scheme. */
  static String place(String scheme, String reference) {
    String place =
        reference.startsWith(scheme + ":") ? reference.substring(scheme.length() + 1) : "";
    if (place.isBlank()) {
      throw SecretException.permanent(
          reference, "it must begin with " + scheme + ": and name a place");
    }
    return place;
  }
}
