package com.spokefleet.genesys.status;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What {@code /api/v2/summary.json} of a page by Statuspage.io said. That regions are groups of
 * components is an inference; components that bear the region's name themselves serve as well, and
 * for a region the page does not list, titles of notices do.
 *
 * @param notices unresolved incidents
 * @param maintenances in progress and ahead
 */
record StatusSummary(List<Component> components, List<Notice> notices, List<Notice> maintenances) {
  private static final String OPERATIONAL = "operational";
  private static final String UNDER_MAINTENANCE = "under_maintenance";
  private static final Set<String> DISTURBED =
      Set.of("degraded_performance", "partial_outage", "major_outage");

  /**
   * The state of a region at an instant. Maintenance goes before incident: while something is being
   * maintained, a disturbance is no surprise; but not for ever (see {@link MaintenanceRule}).
   */
  RegionStatus of(String region, Instant now) {
    PageName name = new PageName(region);
    List<Component> parts = parts(name);
    Set<String> ids = parts.stream().map(Component::id).collect(Collectors.toSet());
    Predicate<Notice> concerned =
        notice -> name.isIn(notice.title()) || notice.components().stream().anyMatch(ids::contains);
    List<Notice> underWay =
        maintenances.stream().filter(Notice::isUnderWay).filter(concerned).toList();
    MaintenanceRule rule = new MaintenanceRule(underWay, now);
    for (Notice maintenance : underWay) {
      if (rule.isBelieved(maintenance)) {
        return new RegionStatus(RegionState.MAINTENANCE, maintenance.title());
      }
    }
    for (Component part : parts) {
      if (part.status().equals(UNDER_MAINTENANCE) && rule.isBelieved(part)) {
        return new RegionStatus(RegionState.MAINTENANCE, part.name() + " is under maintenance");
      }
    }
    for (Notice incident : notices) {
      if (!incident.isOver() && concerned.test(incident)) {
        return new RegionStatus(RegionState.INCIDENT, incident.title());
      }
    }
    for (Component part : parts) {
      if (DISTURBED.contains(part.status())) {
        return new RegionStatus(RegionState.INCIDENT, part.name() + ": " + part.status());
      }
    }
    return withoutNews(region, parts, underWay);
  }

  private RegionStatus withoutNews(String region, List<Component> parts, List<Notice> overdue) {
    if (!overdue.isEmpty()) {
      return new RegionStatus(
          RegionState.INCIDENT, "overdue maintenance: " + overdue.getFirst().title());
    }
    if (parts.isEmpty()) {
      return RegionStatus.unknown(
          "the status page has no group or component named \""
              + region
              + "\"; statusPage.group of fleet.yaml says which it is of "
              + groups());
    }
    for (Component part : parts) {
      if (part.status().equals(UNDER_MAINTENANCE)) {
        return new RegionStatus(
            RegionState.INCIDENT, part.name() + " has been under maintenance for too long");
      }
      if (!part.status().equals(OPERATIONAL)) {
        return RegionStatus.unknown(part.name() + " has the status \"" + part.status() + "\"");
      }
    }
    return new RegionStatus(RegionState.OPERATIONAL, "");
  }

  private List<Component> parts(PageName name) {
    Set<String> named =
        components.stream()
            .filter(component -> name.is(component.name()))
            .map(Component::id)
            .collect(Collectors.toSet());
    return components.stream()
        .filter(component -> named.contains(component.id()) || named.contains(component.groupId()))
        .toList();
  }

  private List<String> groups() {
    Set<String> parents = components.stream().map(Component::groupId).collect(Collectors.toSet());
    return components.stream()
        .filter(component -> parents.contains(component.id()))
        .map(Component::name)
        .toList();
  }
}
