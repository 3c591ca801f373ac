package com.spokefleet.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Requests and reports as JSON. A request is {@code {}} or {@code {"datasets":
 * ["conversation-details"], "from": "2026-11-01", "to": "2026-11-03"}}; fields that a scheduler
 * adds are not ours and are let be.
 */
public final class RunJson {
  private final ObjectMapper mapper = new ObjectMapper();

  RunRequest read(InputStream input) throws IOException {
    byte[] bytes = input.readAllBytes();
    if (bytes.length == 0) {
      return RunRequest.whatIsDue();
    }
    try {
      JsonNode root = mapper.readTree(bytes);
      Set<String> datasets = new TreeSet<>();
      root.path("datasets").forEach(dataset -> datasets.add(dataset.asText()));
      return new RunRequest(datasets, days(root));
    } catch (IOException | DateTimeException | IllegalArgumentException malformed) {
      throw new IngestException(
          FailureKind.PERMANENT, "Cannot read the request: " + malformed.getMessage(), malformed);
    }
  }

  private static Optional<RunRequest.DayRange> days(JsonNode root) {
    if (!root.hasNonNull("from") && !root.hasNonNull("to")) {
      return Optional.empty();
    }
    if (!root.hasNonNull("from") || !root.hasNonNull("to")) {
      throw new IllegalArgumentException("from and to go together");
    }
    return Optional.of(
        new RunRequest.DayRange(
            LocalDate.parse(root.path("from").asText()),
            LocalDate.parse(root.path("to").asText())));
  }

  void write(RunReport report, OutputStream output) throws IOException {
    ObjectNode root = mapper.createObjectNode();
    root.put("org", report.org());
    root.put("orgId", report.orgId());
    root.put("startedAt", report.startedAt().toString());
    root.put("finishedAt", report.finishedAt().toString());
    root.put("status", report.status().name().toLowerCase(Locale.ROOT));
    root.put("requests", report.requests());
    report.resumeAt().ifPresent(instant -> root.put("resumeAt", instant.toString()));
    report
        .region()
        .ifPresent(
            region ->
                root.putObject("region")
                    .put("state", region.state().label())
                    .put("reason", region.reason()));
    for (DatasetReport dataset : report.datasets()) {
      ObjectNode node = root.withArray("datasets").addObject();
      node.put("dataset", dataset.dataset());
      node.put("status", dataset.status().label());
      node.put("fetched", dataset.fetched());
      node.put("landed", dataset.landed());
      node.put("quarantined", dataset.quarantined());
      node.put("partitionsChanged", dataset.partitionsChanged());
      dataset.watermark().ifPresent(watermark -> node.put("watermark", watermark.toString()));
      node.put("gaps", dataset.gaps());
      node.put("pendingDays", dataset.pendingDays());
      dataset.message().ifPresent(message -> node.put("message", message));
      if (dataset.status() == DatasetStatus.FAILED && report.inMaintenance()) {
        // A failure all the same, but one that nobody needs to look for.
        node.put("maintenance", true);
      }
    }
    mapper.writeValue(output, root);
  }
}
