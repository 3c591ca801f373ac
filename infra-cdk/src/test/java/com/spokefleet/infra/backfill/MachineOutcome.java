package com.spokefleet.infra.backfill;

import com.fasterxml.jackson.databind.JsonNode;

/** How an execution ends. */
public sealed interface MachineOutcome {
  record Succeeded(JsonNode output) implements MachineOutcome {}

  record Failed(String error, String cause) implements MachineOutcome {}
}
