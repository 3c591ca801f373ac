package com.spokefleet.config;

import java.util.List;

/** Every check between values of a fleet.yaml; runs on what could be read, however little. */
final class FleetChecks {
  private FleetChecks() {}

  static void check(SectionValues fleet, Problems problems) {
    List<Located<SectionValues>> spokes = fleet.optional(FleetSection.SPOKES).orElse(List.of());
    new SpokeChecks(problems).check(spokes);
    new SecretChecks(problems).check(fleet, spokes);
    new DeploymentChecks(problems).check(fleet, spokes);
    fleet
        .optional(FleetSection.STANDARDS)
        .ifPresent(standards -> StandardsSection.check(standards, problems));
    new PartitionCheck(problems).check(fleet);
    new RevenueChecks(problems).check(fleet, spokes);
    fleet
        .optional(FleetSection.TAXONOMY)
        .flatMap(taxonomy -> taxonomy.optional(TaxonomySection.WRAPUPS))
        .ifPresent(entries -> new TaxonomyChecks(problems, spokes).check(entries));
    fleet
        .optional(FleetSection.PEOPLE)
        .ifPresent(people -> new PeopleChecks(problems, spokes).check(people));
    fleet.optional(FleetSection.SIEM).ifPresent(siem -> SiemSection.check(siem, spokes, problems));

    UniqueValues destinations = new UniqueValues(problems, "is also the name of");
    for (Located<Variants.Variant> destination :
        fleet.optional(FleetSection.DESTINATIONS).orElse(List.of())) {
      destination.value().values().located(DestinationSection.NAME).ifPresent(destinations::add);
    }
  }
}
