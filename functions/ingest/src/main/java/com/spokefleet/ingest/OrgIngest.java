package com.spokefleet.ingest;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.status.RegionState;
import com.spokefleet.genesys.status.RegionStatus;
import com.spokefleet.ingest.status.RegionWatch;
import com.spokefleet.lake.lease.Lease;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.JsonLog;
import com.spokefleet.telemetry.LogField;
import com.spokefleet.telemetry.MetricName;
import com.spokefleet.telemetry.Metrics;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs the due datasets of one org, one after the other, under the org's lease. A dataset that
 * fails is reported and the others go on; a lost lease ends the run, for somebody else is at work.
 */
public final class OrgIngest {
  /** The reason given where a dataset did what it could and reports what it could not. */
  private final Spoke spoke;

  private final List<Dataset> datasets;
  private final OrgLease orgLease;
  private final RunListener listener;
  private final RunObserver observer;
  private final RegionWatch region;
  private final Metrics metrics;
  private final JsonLog log;
  private final Clock clock;

  public OrgIngest(
      Spoke spoke,
      List<Dataset> datasets,
      OrgLease orgLease,
      RunListener listener,
      RunObserver observer,
      RegionWatch region,
      Metrics metrics,
      JsonLog log,
      Clock clock) {
    this.spoke = spoke;
    this.datasets = List.copyOf(datasets);
    this.orgLease = orgLease;
    this.listener = listener;
    this.observer = observer;
    this.region = region;
    this.metrics = metrics;
    this.log = log.with(LogField.org(spoke.name()));
    this.clock = clock;
  }

  /**
   * @param owner names this run in the lease, for a person who looks there
   */
  public RunReport run(RunRequest request, String owner, Deadline time) {
    rejectUnknown(request.datasets());
    Deadline deadline = limited(request, time);
    Instant startedAt = clock.instant();
    observer.begin();
    region.begin();
    long requestsBefore = observer.requests();
    Optional<Lease> acquired = orgLease.await(owner, deadline);
    if (acquired.isEmpty()) {
      return finished(request, startedAt, requestsBefore, RunReport.Status.BUSY, List.of());
    }
    List<DatasetReport> reports = new ArrayList<>();
    try (Lease lease = acquired.get()) {
      listener.begins();
      for (Dataset dataset : datasets) {
        reports.add(run(dataset, request, deadline, lease));
      }
      listener.ends(owner, time);
    } catch (LeaseLostException lost) {
      log.warn(String.valueOf(lost.getMessage()));
      return finished(request, startedAt, requestsBefore, RunReport.Status.BUSY, reports);
    } catch (StoreException notReleased) {
      // Everything is landed and reported; the lease ends by itself.
      log.warn(String.valueOf(notReleased.getMessage()));
    }
    return finished(request, startedAt, requestsBefore, RunReport.statusOf(reports), reports);
  }

  /** A run that is asked for datasets of short runs only is a short one. */
  private Deadline limited(RunRequest request, Deadline time) {
    List<Dataset> asked =
        datasets.stream().filter(dataset -> request.asksFor(dataset.name())).toList();
    if (asked.isEmpty() || asked.stream().anyMatch(dataset -> dataset.longestRun().isEmpty())) {
      return time;
    }
    Duration longest =
        asked.stream()
            .flatMap(dataset -> dataset.longestRun().stream())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return time.allows(longest) ? Deadline.after(longest, time.clock()) : time;
  }

  private DatasetReport run(Dataset dataset, RunRequest request, Deadline deadline, Lease lease) {
    observer.running(dataset.name());
    Instant before = clock.instant();
    DatasetReport report;
    try {
      boolean wanted =
          request.datasets().isEmpty() ? dataset.isDue(before) : request.asksFor(dataset.name());
      if (!wanted) {
        return DatasetReport.notDue(dataset.name());
      }
      report = dataset.run(new DatasetRun(request, deadline, lease));
      if (report.status() == DatasetStatus.FAILED) {
        tell(dataset, FailureReason.PARTLY, report.message().orElse(""));
      }
    } catch (SpokefleetException failure) {
      if (failure.kind() == FailureKind.CONFLICT) {
        throw new LeaseLostException(failure);
      }
      report = failed(dataset, FailureReason.of(failure.kind()), failure);
    } catch (RuntimeException defect) {
      // A defect in one dataset must not cost the org the others; its trace is the way to find it.
      report = failed(dataset, FailureReason.DEFECT, defect);
    }
    metrics.duration(
        MetricName.TICK_TIME_MS,
        Duration.between(before, clock.instant()),
        Dimensions.org(spoke.name()).dataset(dataset.name()));
    return report;
  }

  private DatasetReport failed(Dataset dataset, String kind, RuntimeException failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    tell(dataset, kind, message, LogField.of("cause", Causes.of(failure)));
    return DatasetReport.failed(dataset.name(), message);
  }

  /** A schedule drops the report of a run, so what failed is in the log and in a metric, too. */
  private void tell(Dataset dataset, String kind, String message, LogField... more) {
    JsonLog told = log.with(LogField.dataset(dataset.name()), LogField.of("failure", kind));
    (region.knowsOfMaintenance() ? told.with(LogField.of("maintenance", true)) : told)
        .error(message, more);
    metrics.count(
        MetricName.TICKS_FAILED,
        1,
        Dimensions.org(spoke.name()).dataset(dataset.name()).reason(kind));
  }

  private RunReport finished(
      RunRequest request,
      Instant startedAt,
      long requestsBefore,
      RunReport.Status status,
      List<DatasetReport> reports) {
    Optional<RegionStatus> regionStatus = region.status();
    measure(request, regionStatus);
    metrics.flush();
    long requests = observer.requests() - requestsBefore;
    RunReport report =
        new RunReport(
            spoke.name(),
            spoke.orgId(),
            startedAt,
            clock.instant(),
            status,
            requests,
            observer.resumeAt(),
            regionStatus,
            reports);
    log.with(fields(regionStatus))
        .info(
            "ingest run",
            LogField.of("status", status.name()),
            LogField.of("durationMs", Duration.between(startedAt, report.finishedAt()).toMillis()),
            LogField.of("requests", requests),
            LogField.of("datasets", summary(reports)));
    return report;
  }

  /** Runs that somebody asked for by name do not count: a backfill is no sign of a schedule. */
  private void measure(RunRequest request, Optional<RegionStatus> status) {
    Dimensions org = Dimensions.org(spoke.name());
    if (request.datasets().isEmpty()) {
      metrics.count(MetricName.RUNS, 1, org);
    }
    status
        .map(RegionStatus::state)
        .filter(state -> state != RegionState.UNKNOWN)
        .ifPresent(
            state ->
                metrics.gauge(
                    MetricName.MAINTENANCE, state == RegionState.MAINTENANCE ? 1 : 0, org));
  }

  private static LogField[] fields(Optional<RegionStatus> status) {
    return status
        .map(
            known ->
                new LogField[] {
                  LogField.of("region", known.state().label()),
                  LogField.of("regionReason", known.reason())
                })
        .orElse(new LogField[0]);
  }

  private static String summary(List<DatasetReport> reports) {
    return reports.stream()
        .filter(report -> report.status() != DatasetStatus.NOT_DUE)
        .map(report -> report.dataset() + " " + report.status().label() + " " + report.landed())
        .collect(Collectors.joining(", "));
  }

  private void rejectUnknown(Set<String> requested) {
    Set<String> known =
        datasets.stream().map(Dataset::name).collect(Collectors.toCollection(TreeSet::new));
    if (!known.containsAll(requested)) {
      throw new IngestException(
          FailureKind.PERMANENT,
          "Cannot run datasets "
              + new TreeSet<>(requested)
              + " of "
              + spoke.name()
              + ": it has "
              + known,
          null);
    }
  }

  /** Unwinds to the end of the run without being taken for one dataset's failure. */
  private static final class LeaseLostException extends RuntimeException {
    LeaseLostException(SpokefleetException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
