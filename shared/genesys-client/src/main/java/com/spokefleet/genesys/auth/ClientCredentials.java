package com.spokefleet.genesys.auth;

/** Id and secret of an org's OAuth client. Never printed whole. */
public record ClientCredentials(String clientId, String clientSecret) {
  public ClientCredentials {
    if (clientId.isBlank() || clientSecret.isBlank()) {
      throw new IllegalArgumentException("Cannot sign in with an empty client id or secret");
    }
  }

  @Override
  public String toString() {
    return "ClientCredentials[clientId=" + clientId + ", clientSecret=hidden]";
  }
}
