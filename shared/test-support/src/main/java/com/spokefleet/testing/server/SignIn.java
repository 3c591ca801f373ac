package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Client-credentials sign-in: Basic authorization and a form. */
final class SignIn {
  private final String expected;
  private final Tokens tokens;

  SignIn(String clientId, String clientSecret, Tokens tokens) {
    byte[] credentials = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
    this.expected = "Basic " + Base64.getEncoder().encodeToString(credentials);
    this.tokens = tokens;
  }

  Reply handle(@Nullable String authorization, byte[] form) {
    String text = new String(form, StandardCharsets.UTF_8);
    if (!text.contains("grant_type=client_credentials")) {
      return ErrorReplies.signInFailed(
          400, "unsupported_grant_type", "the grant type is not client_credentials");
    }
    if (!expected.equals(authorization)) {
      return ErrorReplies.signInFailed(
          401, "invalid_client", "client not found: invalid client id or secret");
    }
    return Reply.json(
        200,
        new ObjectMapper()
            .createObjectNode()
            .put("access_token", tokens.issue())
            .put("token_type", "bearer")
            .put("expires_in", tokens.lifetime().toSeconds())
            .toString());
  }
}
