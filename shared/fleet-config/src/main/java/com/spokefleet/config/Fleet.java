package com.spokefleet.config;

import java.util.List;
import java.util.Optional;

/**
 * A whole fleet.yaml, valid by construction: only the parser makes one.
 *
 * @param exchangeRates empty where no money is converted
 */
public record Fleet(
    String name,
    Hub hub,
    Standards standards,
    Taxonomy taxonomy,
    List<Destination> destinations,
    List<Spoke> spokes,
    Optional<ExchangeRates> exchangeRates,
    People people,
    Operations operations,
    Siem siem) {
  public Fleet {
    destinations = List.copyOf(destinations);
    spokes = List.copyOf(spokes);
  }

  /** Where the events of one of its orgs go, in the order of fleet.yaml. */
  public List<Destination> destinationsOf(Spoke spoke) {
    return destinations.stream()
        .filter(destination -> spoke.destinations().contains(destination.name()))
        .toList();
  }

  public Optional<Spoke> spoke(String name) {
    return spokes.stream().filter(spoke -> spoke.name().equals(name)).findFirst();
  }
}
