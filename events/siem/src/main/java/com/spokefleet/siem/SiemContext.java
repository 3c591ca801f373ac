package com.spokefleet.siem;

import com.spokefleet.config.Destination;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.PrivilegedObject;
import com.spokefleet.config.Siem;
import com.spokefleet.config.Spoke;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.lookup.Org;
import com.spokefleet.siem.lookup.Privileged;
import com.spokefleet.siem.lookup.UserName;
import java.util.List;

/**
 * What the content of a SIEM has to know of a fleet. The content follows from it to the byte.
 *
 * @param index of Splunk that events are written to
 * @param paged e-mail addresses that are paged of critical alerts
 */
public record SiemContext(
    String fleet,
    String index,
    Lookups lookups,
    List<String> paged,
    Siem.BackendErrors backendErrors) {
  /** Where fleet.yaml has no Splunk: what the index is called there most likely. */
  private static final String USUAL_INDEX = "genesys";

  public SiemContext {
    paged = List.copyOf(paged);
  }

  /**
   * @param users names of users, of orgs that record them; may be empty
   */
  public static SiemContext of(Fleet fleet, List<UserName> users) {
    return new SiemContext(
        fleet.name(),
        index(fleet),
        new Lookups(
            fleet.spokes().stream().map(SiemContext::org).toList(),
            fleet.siem().privileged().stream().map(object -> privileged(fleet, object)).toList(),
            users),
        fleet.siem().paged(),
        fleet.siem().backendErrors());
  }

  private static String index(Fleet fleet) {
    return fleet.destinations().stream()
        .filter(Destination.Splunk.class::isInstance)
        .map(Destination.Splunk.class::cast)
        .map(Destination.Splunk::index)
        .findFirst()
        .orElse(USUAL_INDEX);
  }

  private static Org org(Spoke spoke) {
    return new Org(
        spoke.orgId(), spoke.name(), spoke.businessRegion(), spoke.eventSource().isPresent());
  }

  private static Privileged privileged(Fleet fleet, PrivilegedObject object) {
    Spoke spoke = fleet.spoke(object.spoke()).orElseThrow();
    return new Privileged(
        spoke.orgId(), object.id(), object.type().text(), object.name(), object.reason());
  }
}
