package com.spokefleet.config;

import java.util.List;

/** The root of fleet.yaml: the one declaration that parser and published schema are made from. */
final class FleetSection {
  static final Key<String> NAME =
      Key.required("name", ScalarTypes.NAME, "Name of the fleet, part of resource names.");
  static final Key<SectionValues> HUB =
      Key.required("hub", HubSection.SECTION, "Where the lake lives.");
  static final Key<SectionValues> STANDARDS =
      Key.required(
          "standards",
          StandardsSection.SECTION,
          "What makes figures of different orgs comparable.");
  static final Key<SectionValues> TAXONOMY =
      Key.optional(
          "taxonomy",
          TaxonomySection.SECTION,
          "The fleet's own vocabulary for what orgs name differently.");
  static final Key<List<Located<Variants.Variant>>> DESTINATIONS =
      Key.optional(
          "destinations",
          new ListOf<>(DestinationSection.TYPES, 0),
          "Where the event stream is delivered to.");
  static final Key<List<Located<SectionValues>>> SPOKES =
      Key.required(
          "spokes", new ListOf<>(SpokeSection.SECTION, 1), "The Genesys Cloud organisations.");

  static final Key<Variants.Variant> EXCHANGE_RATES =
      Key.optional(
          "exchangeRates",
          ExchangeRatesSection.TYPES,
          "Where the rates come from by which money is converted to the fleet's currency.");

  static final Key<List<Located<SectionValues>>> PEOPLE =
      Key.optional(
          "people",
          new ListOf<>(PeopleSection.SECTION, 0),
          "Who is the same person in several orgs; everybody else is somebody else, whatever their"
              + " names are.");

  static final Key<SectionValues> OPERATIONS =
      Key.optional(
          "operations",
          OperationsSection.SECTION,
          "How the fleet is watched, and how long what is not the lake is kept.");

  static final Key<SectionValues> SIEM =
      Key.optional(
          "siem",
          SiemSection.SECTION,
          "What the dashboards and detections of Splunk and Datadog know of this company.");

  static final Section SECTION =
      new Section(
          "A fleet of Genesys Cloud organisations.",
          List.of(
              NAME,
              HUB,
              STANDARDS,
              TAXONOMY,
              DESTINATIONS,
              SPOKES,
              EXCHANGE_RATES,
              PEOPLE,
              OPERATIONS,
              SIEM));

  private FleetSection() {}

  static Fleet build(SectionValues values) {
    List<Destination> destinations =
        values.optional(DESTINATIONS).orElse(List.of()).stream()
            .map(destination -> DestinationSection.build(destination.value()))
            .toList();
    List<String> destinationNames = destinations.stream().map(Destination::name).toList();
    Operations operations = OperationsSection.build(values.section(OPERATIONS));
    return new Fleet(
        values.get(NAME),
        HubSection.build(values.get(HUB)),
        StandardsSection.build(values.get(STANDARDS)),
        TaxonomySection.build(values.section(TAXONOMY)),
        destinations,
        values.get(SPOKES).stream()
            .map(spoke -> SpokeSection.build(spoke.value(), destinationNames))
            .toList(),
        values.optional(EXCHANGE_RATES).map(ExchangeRatesSection::build),
        new People(
            values.optional(PEOPLE).orElse(List.of()).stream()
                .map(person -> PeopleSection.build(person.value()))
                .toList()),
        operations,
        SiemSection.build(values.section(SIEM), operations));
  }
}
