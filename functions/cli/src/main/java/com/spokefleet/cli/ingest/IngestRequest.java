package com.spokefleet.cli.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the ingest function is asked for.
 *
 * @param datasets the datasets to run now; none means whatever is due
 * @param days start days to read again, both included
 */
public record IngestRequest(List<String> datasets, Optional<Days> days) {
  /** Start days, both included. */
  public record Days(LocalDate from, LocalDate to) {}

  public static IngestRequest whatIsDue() {
    return new IngestRequest(List.of(), Optional.empty());
  }

  /**
   * The request of the runs after the first one: what that left is stored, and goes on by itself.
   */
  IngestRequest continued() {
    return new IngestRequest(datasets, Optional.empty());
  }

  byte[] json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!datasets.isEmpty()) {
      datasets.forEach(json.putArray("datasets")::add);
    }
    days.ifPresent(
        range -> json.put("from", range.from().toString()).put("to", range.to().toString()));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
