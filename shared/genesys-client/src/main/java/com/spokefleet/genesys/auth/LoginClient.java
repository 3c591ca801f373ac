package com.spokefleet.genesys.auth;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.genesys.http.GenesysResponse;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.RetryingSender;
import com.spokefleet.telemetry.FailureKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exchanges client credentials for a token at {@code POST /oauth/token}. Not thread-safe. */
final class LoginClient {
  private static final byte[] GRANT =
      "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII);

  private final SignIn signIn;
  private final SecretStore secrets;
  private final RetryingSender sender;
  private final Clock clock;
  private @Nullable ClientCredentials credentials;

  LoginClient(SignIn signIn, SecretStore secrets, HttpSettings settings, HttpRuntime runtime) {
    this.signIn = signIn;
    this.secrets = secrets;
    this.sender = new RetryingSender(signIn.login(), settings, runtime);
    this.clock = runtime.clock();
  }

  /** Refused credentials are read again once: they may have been rotated since. */
  AccessToken login(Deadline deadline) {
    ClientCredentials known = credentials;
    ClientCredentials first = known == null ? secrets.read(signIn.credentials()) : known;
    credentials = first;
    GenesysException refusal;
    try {
      return login(first, deadline);
    } catch (GenesysException failure) {
      refusal = requireRefusal(failure);
    }
    ClientCredentials fresh = secrets.read(signIn.credentials());
    credentials = fresh;
    if (fresh.equals(first)) {
      throw wrongCredentials(refusal);
    }
    try {
      return login(fresh, deadline);
    } catch (GenesysException failure) {
      throw wrongCredentials(requireRefusal(failure));
    }
  }

  private AccessToken login(ClientCredentials used, Deadline deadline) {
    String purpose = "an access token for " + signIn.orgName();
    GenesysRequest request =
        new GenesysRequest(
            "POST",
            "/oauth/token",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            GRANT,
            purpose);
    Instant askedAt = clock.instant();
    GenesysResponse response = sender.send(request, Map.of("Authorization", basic(used)), deadline);
    return AccessToken.read(response.body(), askedAt, purpose);
  }

  private static String basic(ClientCredentials used) {
    byte[] pair = (used.clientId() + ":" + used.clientSecret()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /**
   * An unknown client is answered with 400 and OAuth's {@code invalid_client}, a wrong secret with
   * 401.
   */
  private static GenesysException requireRefusal(GenesysException failure) {
    int status = failure.status().orElse(0);
    boolean unknownClient = failure.code().orElse("").equals("invalid_client");
    if (status == 401 || (status == 400 && unknownClient)) {
      return failure;
    }
    throw failure;
  }

  private GenesysException wrongCredentials(GenesysException refusal) {
    String refused =
        "Cannot sign in to %s: Genesys refuses the client id or secret of '%s'. "
            .formatted(signIn.orgName(), signIn.credentials());
    String advice =
        "Check both, and the region: a client works only in its own, this org is set to %s (%s)"
            .formatted(signIn.region(), signIn.login().getHost());
    return GenesysException.of(FailureKind.PERMANENT, refused + advice, refusal);
  }
}
