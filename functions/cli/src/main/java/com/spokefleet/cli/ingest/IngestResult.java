package com.spokefleet.cli.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one or several runs of the ingest function did, as its report says.
 *
 * @param datasets per dataset, in the order they ran; those not due are left out
 */
public record IngestResult(Status status, long requests, List<DatasetResult> datasets) {
  /** How it ended; the names are those of the function's report. */
  public enum Status {
    COMPLETED,
    INCOMPLETE,
    FAILED,
    BUSY
  }

  /**
   * One dataset's part.
   *
   * @param message what went wrong or remains, or empty
   */
  public record DatasetResult(
      String dataset,
      String status,
      long fetched,
      long landed,
      long quarantined,
      long partitionsChanged,
      String watermark,
      String message) {

    private DatasetResult after(DatasetResult earlier) {
      return new DatasetResult(
          dataset,
          status,
          earlier.fetched + fetched,
          earlier.landed + landed,
          earlier.quarantined + quarantined,
          earlier.partitionsChanged + partitionsChanged,
          watermark,
          message);
    }
  }

  static IngestResult of(JsonNode report) {
    List<DatasetResult> datasets = new ArrayList<>();
    for (JsonNode dataset : report.path("datasets")) {
      if (!dataset.path("status").asText().equals("not_due")) {
        datasets.add(
            new DatasetResult(
                dataset.path("dataset").asText(),
                dataset.path("status").asText(),
                dataset.path("fetched").asLong(),
                dataset.path("landed").asLong(),
                dataset.path("quarantined").asLong(),
                dataset.path("partitionsChanged").asLong(),
                dataset.path("watermark").asText(),
                dataset.path("message").asText()));
      }
    }
    Status status = Status.valueOf(report.path("status").asText().toUpperCase(Locale.ROOT));
    return new IngestResult(status, report.path("requests").asLong(), datasets);
  }

  /** This run and all before it as one: counts add up, the rest is how it stands now. */
  IngestResult after(IngestResult earlier) {
    List<DatasetResult> merged = new ArrayList<>();
    for (DatasetResult before : earlier.datasets) {
      merged.add(find(before.dataset(), datasets).map(now -> now.after(before)).orElse(before));
    }
    for (DatasetResult now : datasets) {
      if (find(now.dataset(), earlier.datasets).isEmpty()) {
        merged.add(now);
      }
    }
    return new IngestResult(status, earlier.requests + requests, merged);
  }

  private static Optional<DatasetResult> find(String name, List<DatasetResult> among) {
    return among.stream().filter(dataset -> dataset.dataset().equals(name)).findFirst();
  }

  public long fetched() {
    return datasets.stream().mapToLong(DatasetResult::fetched).sum();
  }

  public long landed() {
    return datasets.stream().mapToLong(DatasetResult::landed).sum();
  }

  public long quarantined() {
    return datasets.stream().mapToLong(DatasetResult::quarantined).sum();
  }
}
