package com.spokefleet.genesys.onboarding;

import com.spokefleet.genesys.configuration.CheckResult;
import com.spokefleet.genesys.configuration.DivisionObject;
import com.spokefleet.genesys.configuration.OrgPermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether the client sees every division of its org. Genesys leaves out what lies in other
 * divisions without a word, so the lake would lack it and no error would say so.
 */
public final class DivisionCheck {
  public static final String NAME = "divisions of the client";

  private static final String REMEDY =
      "in Genesys Cloud, Admin, give the OAuth client its role for all divisions, also those to"
          + " come";

  private final List<DivisionObject> divisions;
  private final List<ClientGrant> grants;

  public DivisionCheck(List<DivisionObject> divisions, List<ClientGrant> grants) {
    this.divisions = List.copyOf(divisions);
    this.grants = List.copyOf(grants);
  }

  /** Looks at those of the permissions that depend on divisions. */
  public CheckResult run(Collection<OrgPermission> needed) {
    if (divisions.isEmpty()) {
      return CheckResult.unknown(NAME, "Genesys lists no division of the org at all", REMEDY);
    }
    List<String> gaps = new ArrayList<>();
    Set<String> untold = new TreeSet<>();
    for (OrgPermission permission : needed) {
      if (!permission.byDivision()) {
        continue;
      }
      List<DivisionObject> missing = without(grant -> grant.allows(permission));
      List<DivisionObject> unreachable =
          without(grant -> grant.allows(permission) || grant.policies().isEmpty());
      if (!unreachable.isEmpty()) {
        gaps.add(permission.text() + " is not granted in " + names(unreachable));
      } else if (!missing.isEmpty()
          && (missing.size() < divisions.size() || !untoldRolesAreEverywhere())) {
        untoldIn(missing).forEach(grant -> untold.add(grant.roleName()));
      }
    }
    if (!gaps.isEmpty()) {
      return CheckResult.failed(
          NAME,
          "The client sees a part of the org's %d divisions, and what lies in the others would be"
                  .formatted(divisions.size())
              + " missing without an error: "
              + String.join("; ", gaps),
          REMEDY);
    }
    if (!untold.isEmpty()) {
      return CheckResult.unknown(
          NAME,
          "Genesys does not tell what these roles of the client allow, and they are not granted in"
              + " every division: "
              + String.join(", ", untold),
          REMEDY);
    }
    return CheckResult.ok(NAME);
  }

  /** The divisions in which no such grant is. */
  private List<DivisionObject> without(Predicate<ClientGrant> which) {
    Set<String> granted =
        grants.stream().filter(which).map(ClientGrant::divisionId).collect(Collectors.toSet());
    return granted.contains(ClientGrant.ALL_DIVISIONS)
        ? List.of()
        : divisions.stream().filter(division -> !granted.contains(division.id())).toList();
  }

  private List<ClientGrant> untoldIn(List<DivisionObject> some) {
    Set<String> ids = some.stream().map(DivisionObject::id).collect(Collectors.toSet());
    return grants.stream()
        .filter(grant -> grant.policies().isEmpty())
        .filter(
            grant ->
                grant.divisionId().equals(ClientGrant.ALL_DIVISIONS)
                    || ids.contains(grant.divisionId()))
        .toList();
  }

  /** Then it does not matter which of them allows something. */
  private boolean untoldRolesAreEverywhere() {
    return grants.stream()
        .filter(grant -> grant.policies().isEmpty())
        .map(ClientGrant::roleName)
        .distinct()
        .allMatch(role -> without(grant -> grant.roleName().equals(role)).isEmpty());
  }

  private static String names(List<DivisionObject> some) {
    return some.stream()
        .map(division -> Objects.requireNonNullElse(division.name(), division.id()))
        .collect(Collectors.joining(", "));
  }
}
