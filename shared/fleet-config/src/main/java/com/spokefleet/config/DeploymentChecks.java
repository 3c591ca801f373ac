package com.spokefleet.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What AWS would refuse, or what would go wrong there only, of orgs that are right one by one. */
final class DeploymentChecks {
  /**
   * Of an account's concurrent executions in a region, 1,000 unless AWS was asked for more, Lambda
   * leaves 100 that no function can reserve.
   */
  static final int RESERVABLE_EXECUTIONS = 900;

  /** The hub's stack is called so where a spoke's has the spoke's name. */
  private static final String HUB_NAME = "hub";

  private final Problems problems;
  private final Map<Place, Integer> reserved = new HashMap<>();

  DeploymentChecks(Problems problems) {
    this.problems = problems;
  }

  void check(SectionValues fleet, List<Located<SectionValues>> spokes) {
    fleet.optional(FleetSection.HUB).ifPresent(hub -> new ReaderChecks(problems).check(hub));
    List<String> destinations =
        fleet.optional(FleetSection.DESTINATIONS).orElse(List.of()).stream()
            .flatMap(
                destination ->
                    destination.value().values().optional(DestinationSection.NAME).stream())
            .toList();
    for (Located<SectionValues> spoke : spokes) {
      spoke
          .value()
          .located(SpokeSection.NAME)
          .filter(name -> name.value().equals(HUB_NAME))
          .ifPresent(name -> problems.add(name, "must not be hub, which names the hub's stack"));
      checkDestinations(spoke.value(), destinations);
      checkConcurrency(spoke);
    }
  }

  private void checkDestinations(SectionValues spoke, List<String> known) {
    for (Located<String> name : spoke.optional(SpokeSection.DESTINATIONS).orElse(List.of())) {
      if (!known.contains(name.value())) {
        problems.add(name, Suggestions.unknown("destination", name.value(), known));
      }
    }
  }

  private void checkConcurrency(Located<SectionValues> spoke) {
    SectionValues values = spoke.value();
    int own = values.optional(SpokeSection.LATENCY).orElse(Latency.SCHEDULED).reservedExecutions();
    values
        .optional(SpokeSection.AWS_REGION)
        .ifPresent(
            region -> {
              Place place =
                  new Place(
                      values.optional(SpokeSection.AWS_ACCOUNT).orElse("of the deployment"),
                      region);
              int before = reserved.getOrDefault(place, 0);
              int now = before + own;
              reserved.put(place, now);
              if (before <= RESERVABLE_EXECUTIONS && now > RESERVABLE_EXECUTIONS) {
                problems.add(
                    spoke,
                    ("does not fit into account %s in %s: the orgs before it reserve %d of the %d"
                            + " concurrent executions that Lambda lets an account reserve there;"
                            + " give it and those behind it another awsAccount or awsRegion")
                        .formatted(place.account(), region, before, RESERVABLE_EXECUTIONS));
              }
            });
  }

  private record Place(String account, String region) {}
}
