package com.spokefleet.infra.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.testing.VirtualClock;

/** The function that a machine invokes. */
@FunctionalInterface
public interface MachineFunction {
  /**
   * @param clock moved by as long as the call takes
   * @return what the function answers
   */
  JsonNode invoke(JsonNode payload, VirtualClock clock) throws StatesException;
}
