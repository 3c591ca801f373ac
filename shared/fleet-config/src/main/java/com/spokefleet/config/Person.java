package com.spokefleet.config;

import java.util.Map;

/**
 * Somebody who works in several orgs. Only fleet.yaml says so: names and addresses that are alike
 * prove nothing.
 *
 * @param id identifies the person in figures over all orgs; holds no colon, so it is never the key
 *     of a user
 * @param agents the person's user ids, at most one by name of the spoke
 */
public record Person(String id, Map<String, String> agents) {
  public Person {
    agents = Map.copyOf(agents);
  }
}
