package com.spokefleet.ingest.edge;

import com.spokefleet.genesys.edge.EdgeRecord;
import com.spokefleet.genesys.edge.EdgesApi;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.ingest.poll.PolledTable;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.EdgeMetricsTable;
import com.spokefleet.normalize.edge.EdgeMetricsNormalizer;
import com.spokefleet.normalize.edge.EdgeMetricsRow;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The latest measurement of each Edge, every scheduled run. There is no history to read and no
 * watermark: a moment nobody asked at is gone. Each row carries the Edge's own time, so an Edge
 * that stopped measuring adds nothing, however often it is asked; that it was asked that day is
 * proven. No record of a person is among these, so a metrics-only org is polled, too.
 */
public final class EdgeMetricsDataset implements Dataset {
  public static final String NAME = "edge-metrics";

  private final OrgParts org;
  private final EdgesApi api;
  private final Optional<EdgeStreams> streams;
  private final PolledTable table;
  private final EdgeMetricsNormalizer normalizer;
  private final Dimensions dimensions;

  /**
   * @param streams told of every measurement, too, if there are any
   */
  public EdgeMetricsDataset(OrgParts org, EdgesApi api, Optional<EdgeStreams> streams) {
    this.org = org;
    this.api = api;
    this.streams = streams;
    this.table = new PolledTable(org, EdgeMetricsTable.TABLE, NAME);
    this.normalizer = new EdgeMetricsNormalizer(org.orgId());
    this.dimensions = Dimensions.org(org.spoke().name()).dataset(NAME);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Every scheduled run. */
  @Override
  public boolean isDue(Instant now) {
    return true;
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    List<EdgeRecord> records;
    try {
      org.identity().require(run.deadline());
      records = api.measurements(api.ids(run.deadline()), run.deadline());
    } catch (GenesysException failure) {
      String message = String.valueOf(failure.getMessage());
      return failure.kind().isPause()
          ? DatasetReport.incomplete(NAME, message)
          : DatasetReport.failed(NAME, message);
    }
    long quarantined = 0;
    long unknownFields = 0;
    Map<LocalDate, Long> fetched = new TreeMap<>();
    List<EdgeRecord.Decoded> measured = new ArrayList<>();
    try (UnitBatch batch = table.batch()) {
      for (EdgeRecord record : records) {
        switch (record) {
          case EdgeRecord.Poison poison ->
              quarantined +=
                  table.quarantine(Optional.empty(), poison.raw(), poison.reason()) ? 1 : 0;
          case EdgeRecord.Decoded decoded -> {
            EdgeMetricsRow row = normalizer.normalize(decoded.measurement());
            PolledTable.put(
                batch, row.day(), row.measurementId(), Row.of(EdgeMetricsTable.TABLE, row));
            fetched.merge(row.day(), 1L, Long::sum);
            unknownFields += decoded.unknownFields();
            measured.add(decoded);
          }
        }
      }
      Instant now = org.clock().instant();
      long changed = table.land(batch, fetched, now, run.fence());
      table.prove(now, now, run.fence());
      streams.ifPresent(put -> put.put(measured, run.deadline()));
      org.metrics().count(MetricName.EDGE_MEASUREMENTS_FETCHED, records.size(), dimensions);
      org.metrics().count(MetricName.QUARANTINED, quarantined, dimensions);
      org.metrics().count(MetricName.UNKNOWN_FIELDS, unknownFields, dimensions);
      return report(records.size(), batch.units(), quarantined, changed, now);
    }
  }

  private static DatasetReport report(
      long fetched, long landed, long quarantined, long changed, Instant now) {
    return new DatasetReport(
        NAME,
        DatasetStatus.COMPLETED,
        fetched,
        landed,
        quarantined,
        changed,
        Optional.of(now),
        0,
        0,
        Optional.empty());
  }
}
