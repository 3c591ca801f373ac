package com.spokefleet.cli.demo;

import com.spokefleet.cli.terminal.Format;
import com.spokefleet.cli.terminal.LiveLines;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows how far each org is while all are being read. */
final class DemoProgress implements AutoCloseable {
  private static final long PERIOD_MS = 200;

  private final List<DemoSpoke> spokes;
  private final LiveLines lines;
  private final Set<String> finished = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  private DemoProgress(List<DemoSpoke> spokes, LiveLines lines) {
    this.spokes = spokes;
    this.lines = lines;
  }

  static DemoProgress watch(List<DemoSpoke> spokes, LiveLines lines) {
    DemoProgress progress = new DemoProgress(spokes, lines);
    spokes.forEach(spoke -> lines.set(spoke.org().name(), "reading", true));
    progress.timer.scheduleAtFixedRate(progress::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    return progress;
  }

  private void look() {
    for (DemoSpoke spoke : spokes) {
      if (!finished.contains(spoke.org().name())) {
        lines.set(spoke.org().name(), "reading   " + sofar(spoke), true);
      }
    }
  }

  void finished(OrgRun run) {
    finished.add(run.org().name());
    for (DemoSpoke spoke : spokes) {
      if (spoke.org().equals(run.org())) {
        String state = run.isComplete() ? "complete  " : "failed    ";
        String problem = run.problem().isEmpty() ? "" : ": " + run.problem();
        lines.set(run.org().name(), state + sofar(spoke) + problem, false);
      }
    }
  }

  private static String sofar(DemoSpoke spoke) {
    return "%s requests, %s records"
        .formatted(Format.count(spoke.requestsServed()), Format.count(spoke.recordsServed()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    lines.end();
  }
}
