package com.spokefleet.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is the same person in several orgs. Everybody else is somebody else. */
public final class People {
  private final List<Person> all;
  private final Map<String, String> idsByAgent = new HashMap<>();

  public People(List<Person> all) {
    this.all = List.copyOf(all);
    for (Person person : this.all) {
      person.agents().forEach((spoke, user) -> idsByAgent.put(agent(spoke, user), person.id()));
    }
  }

  public List<Person> all() {
    return all;
  }

  /** Id of the person that a user of an org is; empty where fleet.yaml does not say. */
  public Optional<String> personOf(String spokeName, String userId) {
    return Optional.ofNullable(idsByAgent.get(agent(spokeName, userId)));
  }

  private static String agent(String spokeName, String userId) {
    return spokeName + "/" + userId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof People people && people.all.equals(all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return "People" + all;
  }
}
