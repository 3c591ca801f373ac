package com.spokefleet.genesys.http;

import java.net.URI;
import java.util.Map;

/**
 * The authenticated door to one org's API. Every answer is whole, has a 2xx status and looks like
 * JSON (or is an empty 202 or 204); everything else is a {@link GenesysException}. Thread-safe.
 */
public final class GenesysHttp {
  private static final int UNAUTHORIZED = 401;

  private final TokenSource tokens;
  private final RetryingSender sender;

  public GenesysHttp(URI api, TokenSource tokens, HttpSettings settings, HttpRuntime runtime) {
    this.tokens = tokens;
    this.sender = new RetryingSender(api, settings, runtime);
  }

  /** A refused token is renewed once; a second 401 is final. A 429 never leads to a new token. */
  public GenesysResponse send(GenesysRequest request, Deadline deadline) {
    String token = tokens.token(deadline);
    try {
      return sendWith(token, request, deadline);
    } catch (GenesysException refused) {
      if (refused.status().orElse(0) != UNAUTHORIZED) {
        throw refused;
      }
    }
    return sendWith(tokens.renewed(token, deadline), request, deadline);
  }

  private GenesysResponse sendWith(String token, GenesysRequest request, Deadline deadline) {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + token, "Accept", "application/json");
    return sender.send(request, headers, deadline);
  }
}
