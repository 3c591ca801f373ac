package com.spokefleet.genesys.auth;

import java.util.Map;

/**
 * Reads {@code env:PREFIX} from the variables {@code PREFIX_CLIENT_ID} and {@code
 * PREFIX_CLIENT_SECRET}, and the token {@code env:NAME} from the variable {@code NAME}.
 */
public final class EnvironmentSecretStore implements SecretStore {
  public static final String SCHEME = "env";

  private final Map<String, String> environment;

  public EnvironmentSecretStore(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public ClientCredentials read(String reference) {
    String prefix = ReferencedSecretStore.place(SCHEME, reference);
    return new ClientCredentials(
        variable(reference, prefix + "_CLIENT_ID"), variable(reference, prefix + "_CLIENT_SECRET"));
  }

  @Override
  public String token(String reference, String field) {
    return variable(reference, ReferencedSecretStore.place(SCHEME, reference));
  }

  private String variable(String reference, String name) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw SecretException.permanent(
          reference, "the environment variable " + name + " is not set");
    }
    return value;
  }
}
