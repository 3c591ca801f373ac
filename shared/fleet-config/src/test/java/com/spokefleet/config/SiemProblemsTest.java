package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SiemProblemsTest {
  private static final String CLIENT = "5f3b0c52-8f0e-4a36-9d6f-2f7f6f1f0a01";

  @Test
  void whatIsPrivilegedBelongsToAnOrgOfTheFleetAndIsNamedOnce() {
    assertThat(
            problems(
                "{spoke: emae, type: role, id: " + CLIENT + ", name: Admins, reason: All}",
                "{spoke: emea, type: role, id: " + CLIENT + ", name: Admins, reason: All}"))
        .containsExactly(
            "fleet.yaml:29:15 siem.privileged[0].spoke: unknown spoke \"emae\"; did you mean"
                + " \"emea\"?",
            "fleet.yaml:30:37 siem.privileged[1].id: is also the id of siem.privileged[0].id");
  }

  @Test
  void everyProblemOfAnEntryIsToldAtOnce() {
    assertThat(problems("{spoke: emea, type: client, id: crm, name: CRM}"))
        .containsExactly(
            "fleet.yaml:29:7 siem.privileged[0].reason: is missing",
            "fleet.yaml:29:27 siem.privileged[0].type: unknown value \"client\"; one of"
                + " oauth-client, integration, role, user",
            "fleet.yaml:29:39 siem.privileged[0].id: must be a UUID such as"
                + " 01234567-89ab-cdef-0123-456789abcdef");
  }

  private static List<String> problems(String... privileged) {
    StringBuilder yaml = new StringBuilder(FleetText.SMALLEST).append("siem:\n  privileged:\n");
    for (String entry : privileged) {
      yaml.append("    - ").append(entry).append('\n');
    }
    return FleetText.problems(yaml.toString());
  }
}
