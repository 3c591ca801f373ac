package com.spokefleet.genesys.auth;

import com.spokefleet.config.Spoke;
import java.net.URI;

/**
 * How one org is signed in to.
 *
 * @param region named in errors, because a client works in its own region only
 * @param credentials reference for the {@link SecretStore}
 */
public record SignIn(String orgName, String region, URI login, String credentials) {
  public static SignIn of(Spoke spoke) {
    return new SignIn(
        spoke.name(),
        spoke.genesysRegion().awsRegion(),
        spoke.endpoints().login(),
        spoke.credentials());
  }
}
