package com.spokefleet.ingest.configuration;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.configuration.ConfigurationApi;
import com.spokefleet.genesys.configuration.OrganizationObject;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.DueTime;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.dimension.DimensionHistory;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.AgentsTable;
import com.spokefleet.lake.tables.DivisionsTable;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.PresencesTable;
import com.spokefleet.lake.tables.QueuesTable;
import com.spokefleet.lake.tables.WrapupsTable;
import com.spokefleet.normalize.wrapup.MappedWrapups;
import com.spokefleet.normalize.wrapup.WrapupCode;
import com.spokefleet.normalize.wrapup.WrapupTaxonomy;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Queues, agents, wrap-up codes, divisions and the org itself, read whole and landed as dimensions
 * with history. A metrics-only org is asked for no more than its aggregates need: neither for users
 * nor for wrap-up codes. One object kind that fails leaves its dimension as it was and the others
 * go on.
 */
public final class ConfigurationDataset implements Dataset {
  public static final String NAME = "configuration";

  private static final Duration PERIOD = Duration.ofHours(1);

  private final Fleet fleet;
  private final Spoke spoke;
  private final OrgIdentity identity;
  private final ConfigurationApi api;
  private final DimensionHistory history;
  private final DueTime dueTime;
  private final Metrics metrics;
  private final Clock clock;

  public ConfigurationDataset(OrgParts org, ConfigurationApi api, DimensionHistory history) {
    this.fleet = org.fleet();
    this.spoke = org.spoke();
    this.identity = org.identity();
    this.api = api;
    this.history = history;
    this.dueTime = new DueTime(new JsonState(org.checkpoints(), NAME + "/" + org.orgId()), PERIOD);
    this.metrics = org.metrics();
    this.clock = org.clock();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isDue(Instant now) {
    return dueTime.isDue(now);
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    Instant seenAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    DimensionRows rows = new DimensionRows(fleet, spoke, seenAt);
    Landing landing = new Landing(run, seenAt);
    // The org first: a client of another org's must not land a single row under this org's id.
    AtomicReference<@Nullable String> language = new AtomicReference<>();
    Optional<String> wrongOrg =
        landing.land(
            OrgsTable.TABLE,
            deadline -> {
              OrganizationObject organization = identity.verify(deadline);
              language.set(organization.defaultLanguage());
              return rows.org(organization);
            });
    if (wrongOrg.isPresent()) {
      return landing.report();
    }
    landing.land(QueuesTable.TABLE, deadline -> rows.queues(api.queues(deadline)));
    landing.land(DivisionsTable.TABLE, deadline -> rows.divisions(api.divisions(deadline)));
    if (spoke.residency() == Residency.FULL) {
      landing.land(WrapupsTable.TABLE, deadline -> rows.wrapups(wrapups(deadline, seenAt).rows()));
      landing.land(AgentsTable.TABLE, deadline -> rows.agents(api.users(deadline)));
      landing.land(
          PresencesTable.TABLE,
          deadline -> rows.presences(api.presences(deadline), language.get()));
    }
    if (landing.problems.isEmpty()) {
      dueTime.ranAt(seenAt);
    }
    return landing.report();
  }

  private MappedWrapups wrapups(Deadline deadline, Instant seenAt) {
    List<WrapupCode> codes =
        api.wrapupCodes(deadline).stream()
            .map(code -> new WrapupCode(code.id(), code.name(), code.divisionId()))
            .toList();
    MappedWrapups mapped = new WrapupTaxonomy(spoke, fleet.taxonomy()).map(codes, seenAt);
    metrics.count(MetricName.UNMAPPED_WRAPUPS, mapped.unmapped(), Dimensions.org(spoke.name()));
    return mapped;
  }

  /** Reads and lands one dimension after the other, and remembers what went wrong. */
  private final class Landing {
    private final DatasetRun run;
    private final Instant seenAt;
    private final List<String> problems = new ArrayList<>();
    private boolean paused;
    private long objects;
    private long changed;

    private Landing(DatasetRun run, Instant seenAt) {
      this.run = run;
      this.seenAt = seenAt;
    }

    /** What went wrong with this dimension, if anything. */
    private Optional<String> land(Table<?> table, Function<Deadline, List<Row>> read) {
      try {
        List<Row> observed = read.apply(run.deadline());
        if (history.merge(table, spoke.orgId(), observed, seenAt, run.fence()).changed()) {
          changed++;
        }
        objects += observed.size();
        return Optional.empty();
      } catch (GenesysException | IngestException failure) {
        paused |= failure.kind().isPause();
        problems.add(String.valueOf(failure.getMessage()));
        return Optional.of(String.valueOf(failure.getMessage()));
      }
    }

    private DatasetReport report() {
      DatasetStatus status =
          problems.isEmpty()
              ? DatasetStatus.COMPLETED
              : paused ? DatasetStatus.INCOMPLETE : DatasetStatus.FAILED;
      return new DatasetReport(
          NAME,
          status,
          objects,
          objects,
          0,
          changed,
          problems.isEmpty() ? Optional.of(seenAt) : Optional.empty(),
          0,
          0,
          problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems)));
    }
  }
}
