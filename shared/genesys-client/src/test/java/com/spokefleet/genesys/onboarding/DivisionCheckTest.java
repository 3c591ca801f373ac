package com.spokefleet.genesys.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.genesys.configuration.CheckResult;
import com.spokefleet.genesys.configuration.CheckResult.Status;
import com.spokefleet.genesys.configuration.DivisionObject;
import com.spokefleet.genesys.configuration.OrgPermission;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DivisionCheckTest {
  private static final List<DivisionObject> DIVISIONS =
      List.of(
          new DivisionObject("d1", "Home", true),
          new DivisionObject("d2", "West", false),
          new DivisionObject("d3", null, false));
  private static final List<OrgPermission> NEEDED =
      List.of(OrgPermission.QUEUES, OrgPermission.CONVERSATION_DETAILS, OrgPermission.AUDITS);

  @Test
  void isContentWithAGrantEverywhereOrInEachDivision() {
    assertThat(check(told("*", "r"))).isEqualTo(CheckResult.ok(DivisionCheck.NAME));
    assertThat(check(told("d1", "r"), told("d2", "r"), told("d3", "r")).status())
        .isEqualTo(Status.OK);
    assertThat(check(told("d1", "a"), told("d2", "b"), told("d3", "a")).status())
        .as("together, by several roles")
        .isEqualTo(Status.OK);
  }

  @Test
  void saysWhatWouldBeMissingWithoutAnError() {
    CheckResult result = check(told("d1", "r"));

    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.problem())
        .contains("a part of the org's 3 divisions")
        .contains("routing:queue:view is not granted in West, d3")
        .contains("analytics:conversationDetail:view is not granted in West, d3")
        .doesNotContain("audits:audit:view");
    assertThat(result.remedy()).contains("all divisions");
  }

  @Test
  void aPolicyThatHoldsForSomeObjectsOnlyIsNothingToRelyOn() {
    ClientGrant conditional =
        new ClientGrant(
            "*", "r", Optional.of(List.of(new ClientGrant.Policy("*", "*", List.of("*"), true))));

    assertThat(check(conditional).status()).isEqualTo(Status.FAILED);
    assertThat(check(conditional, told("*", "s")).status()).isEqualTo(Status.OK);
  }

  @Test
  void readsWildcardsAndLetterCaseAsGenesysDoes() {
    ClientGrant wide =
        new ClientGrant(
            "*",
            "r",
            Optional.of(
                List.of(
                    new ClientGrant.Policy("Routing", "*", List.of("View"), false),
                    new ClientGrant.Policy(
                        "analytics", "conversationDetail", List.of("*"), false))));

    assertThat(check(wide).status()).isEqualTo(Status.OK);
  }

  @Test
  void whatRolesAllowIsUnknownWhereItIsNotTold() {
    assertThat(check(untold("*", "r")).status())
        .as("wherever it is allowed by, that is everywhere")
        .isEqualTo(Status.OK);

    CheckResult partly = check(untold("d1", "r"), untold("*", "s"));
    assertThat(partly.status()).isEqualTo(Status.UNKNOWN);
    assertThat(partly.problem()).contains("r, s");

    assertThat(check(told("d1", "r"), untold("*", "s")).status())
        .as("what is allowed in one division need not be what the other role allows")
        .isEqualTo(Status.UNKNOWN);
    assertThat(check(told("d1", "r"), untold("d1", "s")).status())
        .as("no role reaches the others, whatever it allows")
        .isEqualTo(Status.FAILED);
  }

  @Test
  void noGrantIsAGapAndNoDivisionIsUnknown() {
    assertThat(check().problem()).contains("Home, West, d3");
    assertThat(new DivisionCheck(List.of(), List.of(told("*", "r"))).run(NEEDED).status())
        .isEqualTo(Status.UNKNOWN);
  }

  private static CheckResult check(ClientGrant... grants) {
    CheckResult result = new DivisionCheck(DIVISIONS, List.of(grants)).run(NEEDED);
    assertThat(Objects.isNull(result.remedy())).isEqualTo(result.status() == Status.OK);
    return result;
  }

  private static ClientGrant told(String division, String role) {
    return new ClientGrant(
        division,
        role,
        Optional.of(
            List.of(
                new ClientGrant.Policy("routing", "queue", List.of("view"), false),
                new ClientGrant.Policy(
                    "analytics", "conversationDetail", List.of("view"), false))));
  }

  private static ClientGrant untold(String division, String role) {
    return new ClientGrant(division, role, Optional.empty());
  }
}
