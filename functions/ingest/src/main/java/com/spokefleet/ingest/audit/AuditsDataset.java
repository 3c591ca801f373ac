package com.spokefleet.ingest.audit;

import com.spokefleet.genesys.audit.AuditQueries;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.ingest.poll.PolledTable;
import com.spokefleet.lake.tables.AuditsTable;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Audits of one org by asynchronous query, a query per service and window. A run reads what is
 * ready and submits what is due; it never waits for a query. Rows are keyed by the audit's own id,
 * so reading anything again changes nothing, and the same audit is known by the same id in the
 * event stream.
 */
public final class AuditsDataset implements Dataset {
  public static final String NAME = "audits";

  private final OrgParts org;
  private final AuditQueries queries;
  private final AuditPlan plan;
  private final PolledTable table;
  private final Dimensions dimensions;
  private final AuditProgressJson json = new AuditProgressJson();

  public AuditsDataset(OrgParts org, AuditQueries queries, AuditPlan plan) {
    this.org = org;
    this.queries = queries;
    this.plan = plan;
    this.table = new PolledTable(org, AuditsTable.TABLE, NAME);
    this.dimensions = Dimensions.org(org.spoke().name()).dataset(NAME);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isDue(Instant now) {
    return stored(state()).isDue(now, plan);
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    JsonState state = state();
    AuditProgress before = stored(state);
    try (AuditBuffer buffer = new AuditBuffer(table, org.spoke())) {
      Landing landing = new Landing(run, state, buffer, before);
      AuditRound round =
          new AuditRound(
              queries,
              plan,
              buffer,
              before,
              run.deadline().afterShare(plan.readingShare()),
              org.clock(),
              landing);
      try {
        org.identity().require(run.deadline());
      } catch (GenesysException failure) {
        return failure.kind().isPause()
            ? DatasetReport.incomplete(NAME, String.valueOf(failure.getMessage()))
            : DatasetReport.failed(NAME, String.valueOf(failure.getMessage()));
      }
      round.work();
      landing.full(round.progress());
      record(buffer, round.progress());
      return report(round, buffer);
    }
  }

  /** Merge, prove, and only then store how far it went. */
  private final class Landing implements AuditRound.Listener {
    private final DatasetRun run;
    private final JsonState state;
    private final AuditBuffer buffer;
    private AuditProgress stored;

    private Landing(DatasetRun run, JsonState state, AuditBuffer buffer, AuditProgress stored) {
      this.run = run;
      this.state = state;
      this.buffer = buffer;
      this.stored = stored;
    }

    @Override
    public void full(AuditProgress progress) {
      Optional<Instant> watermark = progress.watermark();
      if (watermark.isPresent()) {
        buffer.land(watermark.get(), run.fence());
        Instant from = stored.watermark().orElse(watermark.get());
        if (from.isBefore(watermark.get())) {
          table.prove(from, watermark.get(), run.fence());
        }
      }
      run.fence().check();
      state.write(json.write(progress));
      stored = progress;
    }

    @Override
    public void queryFailed(String reason) {
      org.metrics().count(MetricName.AUDIT_QUERIES_FAILED, 1, dimensions.reason(reason));
    }
  }

  private void record(AuditBuffer buffer, AuditProgress progress) {
    org.metrics().count(MetricName.AUDITS_FETCHED, buffer.fetched(), dimensions);
    org.metrics().count(MetricName.AUDITS_LANDED, buffer.landed(), dimensions);
    org.metrics().count(MetricName.QUARANTINED, buffer.quarantined(), dimensions);
    org.metrics().count(MetricName.UNKNOWN_FIELDS, buffer.unknownFields(), dimensions);
    progress
        .watermark()
        .ifPresent(
            watermark ->
                org.metrics()
                    .duration(
                        MetricName.DATA_AGE_MS,
                        Duration.between(watermark, org.clock().instant()),
                        dimensions));
  }

  private DatasetReport report(AuditRound round, AuditBuffer buffer) {
    long underWay = round.progress().underWay();
    List<String> messages = new ArrayList<>(round.problems());
    round.pause().ifPresent(messages::add);
    if (underWay > 0) {
      messages.add(underWay + " audit queries are under way");
    }
    DatasetStatus status =
        !round.problems().isEmpty()
            ? DatasetStatus.FAILED
            : messages.isEmpty() ? DatasetStatus.COMPLETED : DatasetStatus.INCOMPLETE;
    return new DatasetReport(
        NAME,
        status,
        buffer.fetched(),
        buffer.landed(),
        buffer.quarantined(),
        buffer.changed(),
        round.progress().watermark(),
        (int) underWay,
        0,
        messages.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", messages)));
  }

  private JsonState state() {
    return new JsonState(org.checkpoints(), NAME + "/" + org.orgId());
  }

  private AuditProgress stored(JsonState state) {
    return state.read().map(body -> json.read(state.key(), body)).orElse(AuditProgress.NONE);
  }
}
