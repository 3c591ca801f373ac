package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PeopleProblemsTest {
  private static final String ANN = "5f3b0c52-8f0e-4a36-9d6f-2f7f6f1f0a01";
  private static final String BOB = "0d8c6f0e-57f3-4d36-8a9e-6a3e9b1c7d02";

  @Test
  void aUserIsOnePersonAndAPersonIsToldOnce() {
    assertThat(
            problems(
                "{id: ann, agents: {emea: " + ANN + "}}",
                "{id: bob, agents: {emea: " + ANN.toUpperCase(Locale.ROOT) + "}}",
                "{id: ann, agents: {emea: " + BOB + "}}"))
        .containsExactly(
            "fleet.yaml:29:24 people[1].agents.emea: is also the user of people[0].agents.emea",
            "fleet.yaml:30:10 people[2].id: is also the id of people[0].id");
  }

  @Test
  void usersAreThoseOfSpokesThatRecordThem() {
    assertThat(problems("{id: ann, agents: {emae: " + ANN + ", amer: " + BOB + "}}"))
        .containsExactly(
            "fleet.yaml:28:24 people[0].agents.emae: unknown spoke \"emae\"; did you mean"
                + " \"emea\"?",
            "fleet.yaml:28:68 people[0].agents.amer: is a metrics-only org, of which no user is"
                + " recorded");
  }

  @Test
  void idsAreOfTheirForms() {
    assertThat(
            problems(
                "{id: 'ann:smith', agents: {emea: ann}}", "{id: bob, agents: {}}", "{id: eve}"))
        .containsExactly(
            "fleet.yaml:28:10 people[0].id: must be 1 to 64 letters, digits, points, hyphens and"
                + " underscores, beginning with a letter or digit",
            "fleet.yaml:28:38 people[0].agents.emea: must be a UUID such as"
                + " 01234567-89ab-cdef-0123-456789abcdef",
            "fleet.yaml:29:23 people[1].agents: must name the person's user in at least one org",
            "fleet.yaml:30:5 people[2].agents: is missing");
  }

  private static List<String> problems(String... people) {
    StringBuilder yaml = new StringBuilder(FleetText.SMALLEST).append("people:\n");
    for (String person : people) {
      yaml.append("  - ").append(person).append('\n');
    }
    return FleetText.problems(yaml.toString());
  }
}
