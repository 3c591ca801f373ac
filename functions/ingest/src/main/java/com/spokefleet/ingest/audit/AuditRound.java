package com.spokefleet.ingest.audit;

import com.spokefleet.genesys.audit.AuditQueries;
import com.spokefleet.genesys.audit.AuditQueryState;
import com.spokefleet.genesys.audit.AuditWindow;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.telemetry.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run's work on all services: results that are ready are read, queries that failed are
 * submitted again, what is due is submitted. Nothing is waited for.
 */
final class AuditRound {
  /** Told when the buffer is full, and by how the query of a service ended otherwise. */
  interface Listener {
    void full(AuditProgress progress);

    void queryFailed(String reason);
  }

  /** A result that goes on beyond that is taken for one that never ends: ten million audits. */
  private static final int MOST_PARTS = 20_000;

  private static final int BAD_REQUEST = 400;

  private final AuditQueries queries;
  private final AuditPlan plan;
  private final AuditBuffer buffer;
  private final Deadline deadline;
  private final Clock clock;
  private final Listener listener;
  private final List<String> problems = new ArrayList<>();
  private AuditProgress progress;
  private Set<String> listed = Set.of();
  private @Nullable String pause;

  AuditRound(
      AuditQueries queries,
      AuditPlan plan,
      AuditBuffer buffer,
      AuditProgress progress,
      Deadline deadline,
      Clock clock,
      Listener listener) {
    this.queries = queries;
    this.plan = plan;
    this.buffer = buffer;
    this.progress = progress;
    this.deadline = deadline;
    this.clock = clock;
    this.listener = listener;
  }

  AuditProgress progress() {
    return progress;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Why the round ended early although nothing is wrong. */
  Optional<String> pause() {
    return Optional.ofNullable(pause);
  }

  void work() {
    try {
      listed = Set.copyOf(queries.services(deadline));
      progress = progress.knowing(listed, historyStart());
      for (ServiceProgress service : progress.services()) {
        work(service.service());
      }
    } catch (GenesysException failure) {
      stop(failure);
    }
  }

  private void stop(GenesysException failure) {
    if (failure.kind().isPause()) {
      pause = String.valueOf(failure.getMessage());
    } else {
      problems.add(String.valueOf(failure.getMessage()));
    }
  }

  private Instant historyStart() {
    return clock.instant().minus(Duration.ofDays(plan.historyDays()));
  }

  /**
   * One service's failure costs that service; a refused permission or spent time ends the round.
   */
  private void work(String service) {
    try {
      poll(service);
      submit(service);
      tellPause(service);
    } catch (GenesysException failure) {
      boolean ofThisService =
          failure.kind() == FailureKind.BAD_DATA || failure.kind() == FailureKind.RETRYABLE;
      if (!ofThisService) {
        throw failure;
      }
      problems.add(String.valueOf(failure.getMessage()));
    }
  }

  private void poll(String service) {
    PendingQuery query = progressOf(service).query().orElse(null);
    if (query == null) {
      return;
    }
    AuditQueryState state = queries.state(query.id(), query.window(), deadline);
    switch (state) {
      case SUCCEEDED -> read(service);
      case FAILED, CANCELLED, LOST -> failed(service, state.name());
      case QUEUED, RUNNING, UNKNOWN -> {
        Duration age = Duration.between(query.submittedAt(), clock.instant());
        if (age.compareTo(plan.patience()) > 0) {
          failed(service, "NEVER_ENDED");
        }
      }
    }
  }

  private void read(String service) {
    Set<String> cursors = new HashSet<>();
    for (PendingQuery query = progressOf(service).query().orElse(null);
        query != null;
        query = progressOf(service).query().orElse(null)) {
      try {
        Optional<String> next =
            queries.results(query.id(), query.window(), query.cursor(), buffer::add, deadline);
        if (next.isPresent() && (!cursors.add(next.get()) || query.parts() >= MOST_PARTS)) {
          failed(service, "CURSOR_REPEATED");
          return;
        }
        progress =
            progress.with(
                next.map(progressOf(service)::at).orElseGet(progressOf(service)::completed));
      } catch (GenesysException failure) {
        if (failure.kind() != FailureKind.BAD_DATA) {
          throw failure;
        }
        problems.add(String.valueOf(failure.getMessage()));
        failed(service, "BAD_RESULT");
        return;
      }
      if (buffer.waiting() >= plan.landAfter()) {
        listener.full(progress);
      }
    }
  }

  private void failed(String service, String reason) {
    listener.queryFailed(reason);
    progress = progress.with(progressOf(service).failed(clock.instant(), plan));
  }

  private void tellPause(String service) {
    ServiceProgress current = progress.byService().get(service);
    if (current == null) {
      return;
    }
    current
        .notBefore()
        .ifPresent(
            again ->
                problems.add(
                    "the audit query of %s failed %d times in a row, next attempt after %s"
                        .formatted(service, current.failures(), again)));
  }

  private void submit(String service) {
    Optional<AuditWindow> next = progressOf(service).next(clock.instant(), plan);
    if (next.isEmpty()) {
      return;
    }
    try {
      String id = queries.submit(next.get(), deadline);
      PendingQuery query = new PendingQuery(id, next.get(), clock.instant(), Optional.empty(), 0);
      progress = progress.with(progressOf(service).submitted(query));
    } catch (GenesysException refused) {
      if (refused.status().orElse(0) != BAD_REQUEST) {
        throw refused;
      }
      refused(service, refused);
    }
  }

  /** A service that is neither listed any more nor taken is gone; any other refusal is told. */
  private void refused(String service, GenesysException refusal) {
    if (listed.contains(service)) {
      problems.add(String.valueOf(refusal.getMessage()));
      failed(service, "REFUSED");
    } else {
      listener.queryFailed("SERVICE_GONE");
      progress = progress.without(service);
    }
  }

  private ServiceProgress progressOf(String service) {
    ServiceProgress known = progress.byService().get(service);
    if (known == null) {
      throw new IllegalStateException("Cannot work on " + service + ": it is not known");
    }
    return known;
  }
}
