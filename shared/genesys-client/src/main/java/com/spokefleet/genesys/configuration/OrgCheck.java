package com.spokefleet.genesys.configuration;

import com.spokefleet.genesys.auth.SecretException;
import com.spokefleet.genesys.configuration.CheckResult.Status;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.TokenSource;
import com.spokefleet.telemetry.SpokefleetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether one org can be ingested as configured: sign-in, identity, and each permission,
 * all in one run whatever fails. Nothing of a person is asked for while it is uncertain which org
 * answers, because it might be a metrics-only one.
 */
public final class OrgCheck {
  private static final String SIGN_IN = "sign-in";
  private static final String ORGANIZATION = "organization";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final CheckedOrg org;
  private final TokenSource tokens;
  private final GenesysHttp http;
  private final ConfigurationApi configuration;

  /** {@code http} must use the same {@code tokens}. */
  public OrgCheck(CheckedOrg org, TokenSource tokens, GenesysHttp http) {
    this.org = org;
    this.tokens = tokens;
    this.http = http;
    this.configuration = new ConfigurationApi(http, org.name());
  }

  /** One result per check, in a fixed order; org problems are results, never exceptions. */
  public List<CheckResult> run(Deadline deadline) {
    List<CheckResult> results = new ArrayList<>();
    CheckResult signIn = signIn(deadline);
    results.add(signIn);
    boolean signedIn = signIn.status() == Status.OK;
    CheckResult identity = signedIn ? identity(deadline) : notAsked(ORGANIZATION, SIGN_IN);
    results.add(identity);
    for (PermissionProbe probe : PermissionProbe.of(org, deadline.clock().instant())) {
      if (!signedIn) {
        results.add(notAsked(probe.name(), SIGN_IN));
      } else if (probe.personal() && identity.status() != Status.OK) {
        results.add(notAsked(probe.name(), ORGANIZATION));
      } else {
        results.add(permission(probe, deadline));
      }
    }
    return List.copyOf(results);
  }

  private CheckResult signIn(Deadline deadline) {
    try {
      tokens.token(deadline);
      return CheckResult.ok(SIGN_IN);
    } catch (SecretException unreadable) {
      return CheckResult.of(
          SIGN_IN, unreadable, "store the id and secret of the org's OAuth client at that place");
    } catch (SpokefleetException failure) {
      return CheckResult.of(
          SIGN_IN,
          failure,
          ("check that %s lives in region %s, and that the credentials are those of its OAuth"
                  + " client with the grant type client credentials")
              .formatted(org.orgId().map(id -> "org " + id).orElse("the org"), org.region()));
    }
  }

  private CheckResult identity(Deadline deadline) {
    try {
      OrganizationObject found = configuration.organization(deadline);
      String expected = org.orgId().orElse(found.id());
      if (found.id().equalsIgnoreCase(expected)) {
        return CheckResult.ok(ORGANIZATION);
      }
      return CheckResult.failed(
          ORGANIZATION,
          "The credentials of %s belong to another org: %s (%s), not %s"
              .formatted(org.name(), found.id(), found.name(), expected),
          "if %s is the org meant, set it as the org id of %s; otherwise replace the credentials"
              .formatted(found.id(), org.name()));
    } catch (GenesysException failure) {
      Optional<OrgPermission> permission = ConfigurationDataset.ORGANIZATION.permission();
      return CheckResult.of(ORGANIZATION, failure, remedy(failure, permission));
    }
  }

  private CheckResult permission(PermissionProbe probe, Deadline deadline) {
    try {
      http.send(probe.request(), deadline);
      return CheckResult.ok(probe.name());
    } catch (GenesysException failure) {
      return CheckResult.of(probe.name(), failure, remedy(failure, probe.permission()));
    }
  }

  private static String remedy(GenesysException failure, Optional<OrgPermission> permission) {
    // ConfigurationApi adds help to a refusal and keeps the refusal itself as the cause.
    GenesysException answer =
        failure.getCause() instanceof GenesysException refusal ? refusal : failure;
    return switch (answer.status().orElse(0)) {
      case FORBIDDEN -> PermissionHelp.howToGrant(permission);
      case UNAUTHORIZED ->
          "the API refuses a fresh token: check that the API and login endpoints are of one region";
      default -> "check the API endpoint of the org: no Genesys API answers this call so";
    };
  }

  private static CheckResult notAsked(String name, String first) {
    return CheckResult.unknown(
        name, "Not asked, because " + first + " did not succeed", "solve " + first + " first");
  }
}
