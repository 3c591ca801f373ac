package com.spokefleet.siem.dashboard;

import java.util.Set;

/**
 * A choice that narrows a whole dashboard to one value of a field; at first to none.
 *
 * @param field flat name
 * @param sources that have this field and heed the choice; others show what they have, whatever is
 *     chosen
 */
public record Filter(String field, String label, Set<Source> sources) {
  public Filter {
    sources = Set.copyOf(sources);
  }
}
