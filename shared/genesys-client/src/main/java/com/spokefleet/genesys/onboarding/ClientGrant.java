package com.spokefleet.genesys.onboarding;

import com.spokefleet.genesys.configuration.OrgPermission;
import java.util.List;
import java.util.Optional;

/**
 * A role the client has in one division.
 *
 * @param divisionId {@code *} for all divisions, also those to come
 * @param policies what the role allows; empty where Genesys did not tell it
 */
public record ClientGrant(String divisionId, String roleName, Optional<List<Policy>> policies) {
  /** The division id that stands for all. Inferred from how roles are granted by the API. */
  public static final String ALL_DIVISIONS = "*";

  /**
   * One line of a role.
   *
   * @param conditional whether it holds for some objects only, so that it is nothing to rely on
   */
  public record Policy(String domain, String entity, List<String> actions, boolean conditional) {
    private static final String ANY = "*";

    public Policy {
      actions = List.copyOf(actions);
    }

    boolean allows(OrgPermission permission) {
      List<String> parts = permission.parts();
      return !conditional
          && is(domain, parts.get(0))
          && is(entity, parts.get(1))
          && actions.stream().anyMatch(action -> is(action, parts.get(2)));
    }

    private static boolean is(String granted, String asked) {
      return granted.equals(ANY) || granted.equalsIgnoreCase(asked);
    }
  }

  public ClientGrant {
    policies = policies.map(List::copyOf);
  }

  boolean allows(OrgPermission permission) {
    return policies.stream().flatMap(List::stream).anyMatch(policy -> policy.allows(permission));
  }
}
