package com.spokefleet.cli.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.ingest.IngestResult.DatasetResult;
import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an ingest did, as lines for people and as a document for scripts. */
final class IngestText {
  private static final List<String> TITLES =
      List.of("Dataset", "Status", "Complete up to", "Fetched", "Landed", "Quarantined", "Changed");

  private IngestText() {}

  static List<String> progress(String org, IngestResult sum) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s after %s requests, %s records landed"
            .formatted(org, status(sum), Format.count(sum.requests()), Format.count(sum.landed())));
    for (DatasetResult dataset : sum.datasets()) {
      if (!dataset.message().isEmpty()) {
        lines.add("  " + dataset.dataset() + ": " + dataset.message());
      }
    }
    return lines;
  }

  static List<String> table(IngestResult result) {
    if (result.status() == IngestResult.Status.BUSY) {
      return List.of("Another run is reading this org just now; nothing was done.");
    }
    if (result.datasets().isEmpty()) {
      return List.of("Nothing is due yet; name a --dataset to read it now.");
    }
    TextTable table = new TextTable(3, 0, TITLES);
    for (DatasetResult dataset : result.datasets()) {
      table.row(
          List.of(
              dataset.dataset(),
              dataset.status(),
              dataset.watermark().isEmpty() ? Format.UNKNOWN : dataset.watermark(),
              Format.count(dataset.fetched()),
              Format.count(dataset.landed()),
              Format.count(dataset.quarantined()),
              Format.count(dataset.partitionsChanged())));
    }
    return table.lines();
  }

  static ObjectNode document(String org, IngestResult result) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("org", org);
    document.put("status", status(result));
    document.put("requests", result.requests());
    document.putArray("datasets");
    for (DatasetResult dataset : result.datasets()) {
      ObjectNode entry = document.withArray("datasets").addObject();
      entry.put("dataset", dataset.dataset());
      entry.put("status", dataset.status());
      entry.put("watermark", dataset.watermark().isEmpty() ? null : dataset.watermark());
      entry.put("fetched", dataset.fetched());
      entry.put("landed", dataset.landed());
      entry.put("quarantined", dataset.quarantined());
      entry.put("partitionsChanged", dataset.partitionsChanged());
      entry.put("message", dataset.message().isEmpty() ? null : dataset.message());
    }
    return document;
  }

  private static String status(IngestResult result) {
    return result.status().name().toLowerCase(Locale.ROOT);
  }
}
