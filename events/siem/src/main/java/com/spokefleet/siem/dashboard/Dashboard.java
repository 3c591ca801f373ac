package com.spokefleet.siem.dashboard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One page of figures. What it shows follows a range of time that the analyst chooses, and the
 * filters.
 *
 * @param id lower case with underscores; its name in the SIEM
 * @param purpose which question it answers, in a sentence or two
 * @param panels in reading order; each row has the width of {@link Panel#FULL}
 */
public record Dashboard(
    String id, String title, String purpose, List<Filter> filters, List<Panel> panels) {
  public Dashboard {
    filters = List.copyOf(filters);
    panels = List.copyOf(panels);
    Set<String> ids = new HashSet<>();
    for (Panel panel : panels) {
      if (!ids.add(panel.id())) {
        throw new IllegalArgumentException(
            "Cannot have two panels %s on %s".formatted(panel.id(), id));
      }
    }
  }
}
