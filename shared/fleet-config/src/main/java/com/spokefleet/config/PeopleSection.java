package com.spokefleet.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code people} of fleet.yaml. */
final class PeopleSection {
  static final Key<String> ID =
      Key.required(
          "id",
          ScalarTypes.matching(
              "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
              "must be 1 to 64 letters, digits, points, hyphens and underscores, beginning with a"
                  + " letter or digit"),
          "Identifies the person in figures over all orgs, such as a personnel number.");
  static final Key<Map<Located<String>, String>> AGENTS =
      Key.required(
          "agents",
          new MapOf<>(ScalarTypes.ORG_ID),
          "Id of the user that the person is, by name of the spoke.");

  static final Section SECTION =
      new Section("Somebody who is a user of several orgs.", List.of(ID, AGENTS));

  private PeopleSection() {}

  static Person build(SectionValues values) {
    Map<String, String> agents = new LinkedHashMap<>();
    values.get(AGENTS).forEach((spoke, user) -> agents.put(spoke.value(), user));
    return new Person(values.get(ID), agents);
  }
}
