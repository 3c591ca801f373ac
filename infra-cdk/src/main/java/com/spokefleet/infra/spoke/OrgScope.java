package com.spokefleet.infra.spoke;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.infra.function.FunctionCode;
import com.spokefleet.infra.naming.OrgNames;

/**
 * What all constructs of one org's stack work with.
 *
 * @param excerpt the part of fleet.yaml that this org's functions are told
 */
public record OrgScope(
    Fleet fleet, Spoke spoke, OrgNames names, FunctionCode code, String excerpt) {
  public int logDays() {
    return (int) fleet.operations().logRetention().toDays();
  }

  public int rawDays() {
    return (int) fleet.operations().rawRetention().toDays();
  }
}
