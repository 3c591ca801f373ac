package com.spokefleet.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** A person is told once, a user is one person at most, and users are those of known spokes. */
final class PeopleChecks {
  private final Problems problems;
  private final List<Located<SectionValues>> spokes;
  private final UniqueValues ids;
  private final UniqueValues users;

  PeopleChecks(Problems problems, List<Located<SectionValues>> spokes) {
    this.problems = problems;
    this.spokes = spokes;
    this.ids = new UniqueValues(problems, "is also the id of");
    this.users = new UniqueValues(problems, "is also the user of");
  }

  void check(List<Located<SectionValues>> people) {
    for (Located<SectionValues> person : people) {
      person.value().located(PeopleSection.ID).ifPresent(ids::add);
      person.value().located(PeopleSection.AGENTS).ifPresent(this::checkAgents);
    }
  }

  private void checkAgents(Located<Map<Located<String>, String>> agents) {
    if (agents.node() instanceof MappingNode written && written.getValue().isEmpty()) {
      problems.add(agents, "must name the person's user in at least one org");
    }
    agents
        .value()
        .forEach(
            (spoke, user) -> {
              checkSpoke(spoke);
              // Ids of users are unique over all orgs, so one under two spokes is a mistake, too.
              users.add(user, spoke);
            });
  }

  private void checkSpoke(Located<String> name) {
    Optional<SectionValues> found =
        spokes.stream()
            .map(Located::value)
            .filter(
                spoke -> spoke.optional(SpokeSection.NAME).filter(name.value()::equals).isPresent())
            .findFirst();
    if (found.isEmpty()) {
      List<String> known =
          spokes.stream()
              .flatMap(spoke -> spoke.value().optional(SpokeSection.NAME).stream())
              .toList();
      problems.add(name, Suggestions.unknown("spoke", name.value(), known));
    } else if (found
        .get()
        .optional(SpokeSection.RESIDENCY)
        .filter(Residency.METRICS_ONLY::equals)
        .isPresent()) {
      problems.add(name, "is a metrics-only org, of which no user is recorded");
    }
  }
}
