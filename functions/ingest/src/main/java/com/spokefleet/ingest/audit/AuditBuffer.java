package com.spokefleet.ingest.audit;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.audit.AuditRecord;
import com.spokefleet.ingest.poll.PolledTable;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.UnitBatch;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.RowException;
import com.spokefleet.lake.tables.AuditsTable;
import com.spokefleet.normalize.audit.AuditNormalizer;
import com.spokefleet.normalize.audit.AuditRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Audits read but not yet landed, normalised and redacted as they come. A record that cannot be
 * read goes to the org's quarantine. For one thread and one run.
 */
final class AuditBuffer implements AutoCloseable {
  private final PolledTable table;
  private final AuditNormalizer normalizer;
  private final Map<LocalDate, Long> fetchedPerDay = new TreeMap<>();
  private UnitBatch batch;
  private long waiting;
  private long fetched;
  private long landed;
  private long quarantined;
  private long unknownFields;
  private long changed;

  AuditBuffer(PolledTable table, Spoke spoke) {
    this.table = table;
    this.normalizer = new AuditNormalizer(spoke);
    this.batch = table.batch();
  }

  void add(AuditRecord record) {
    fetched++;
    switch (record) {
      case AuditRecord.Poison poison -> quarantine(poison.raw(), poison.reason());
      case AuditRecord.Decoded decoded -> add(decoded);
    }
  }

  private void add(AuditRecord.Decoded decoded) {
    AuditRow row = normalizer.normalize(decoded.audit());
    try {
      PolledTable.put(batch, row.day(), row.auditId(), Row.of(AuditsTable.TABLE, row));
    } catch (RowException unusable) {
      byte[] raw = decoded.audit().toString().getBytes(StandardCharsets.UTF_8);
      quarantine(raw, String.valueOf(unusable.getMessage()));
      return;
    }
    unknownFields += decoded.unknownFields();
    fetchedPerDay.merge(row.day(), 1L, Long::sum);
    waiting++;
  }

  private void quarantine(byte[] raw, String reason) {
    if (table.quarantine(Optional.empty(), raw, reason)) {
      quarantined++;
    }
  }

  /** Lands what waits and begins anew. */
  void land(Instant readUpTo, Fence fence) {
    changed += table.land(batch, fetchedPerDay, readUpTo, fence);
    landed += batch.units();
    batch.close();
    batch = table.batch();
    fetchedPerDay.clear();
    waiting = 0;
  }

  /** Audits read since the last landing. */
  long waiting() {
    return waiting;
  }

  long fetched() {
    return fetched;
  }

  long landed() {
    return landed;
  }

  long quarantined() {
    return quarantined;
  }

  long unknownFields() {
    return unknownFields;
  }

  long changed() {
    return changed;
  }

  @Override
  public void close() {
    batch.close();
  }
}
