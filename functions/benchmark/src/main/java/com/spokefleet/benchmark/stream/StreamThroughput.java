package com.spokefleet.benchmark.stream;

import com.spokefleet.benchmark.Median;
import com.spokefleet.benchmark.Report;
import com.spokefleet.benchmark.process.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Batches of events transformed on one core, by us and by others in turn, beside a walk over the
 * same bytes; checks value by value that all made the same of them.
 */
public final class StreamThroughput {
  private final Path folder;
  private final boolean full;

  /**
   * @param full whether to measure, or only to show that everything runs
   */
  public StreamThroughput(Path folder, boolean full) {
    this.folder = folder;
    this.full = full;
  }

  public void measure(Report report) throws IOException {
    EventBatch batch = EventBatch.write(folder.resolve("request.json"));
    Map<StreamProgram, List<Double>> rounds = new EnumMap<>(StreamProgram.class);
    int alternations = full ? 3 : 1;
    for (int turn = 1; turn <= alternations; turn++) {
      report.progress("turn " + turn + " of " + alternations);
      for (StreamProgram program : StreamProgram.values()) {
        run(program, batch, rounds, report);
      }
    }
    requireSame(report);
    Map<StreamProgram, Double> seconds = new EnumMap<>(StreamProgram.class);
    rounds.forEach((program, all) -> seconds.put(program, Median.of(all)));
    write(report, batch, seconds);
  }

  private void run(
      StreamProgram program,
      EventBatch batch,
      Map<StreamProgram, List<Double>> rounds,
      Report report)
      throws IOException {
    int batches = program.batchesOfRound();
    int all = full ? program.rounds() : 2;
    Optional<JavaProcess.Outcome> outcome = program.run(batch, folder, all);
    if (outcome.isEmpty()) {
      report.progress(program.title() + " is not on this machine");
      return;
    }
    if (!outcome.get().succeeded()) {
      throw new IllegalStateException("Cannot measure " + program.title() + ": it failed");
    }
    List<Double> seconds = outcome.get().numbers("processor");
    rounds
        .computeIfAbsent(program, one -> new ArrayList<>())
        .addAll(
            seconds.subList(seconds.size() / 2, seconds.size()).stream()
                .map(round -> round / batches)
                .toList());
  }

  private void requireSame(Report report) throws IOException {
    for (StreamProgram program : StreamProgram.values()) {
      boolean writes =
          switch (program) {
            case WALK, WALK_C1, OURS -> false;
            case OURS_C1, TREE, TREE_C1, NODE, PYTHON -> true;
          };
      Path reply = program.reply(folder);
      if (writes && reply.toFile().exists()) {
        int records = SameReplies.requireSame(StreamProgram.OURS.reply(folder), reply);
        report.progress("%s: the same %d records".formatted(program.title(), records));
      }
    }
  }

  private static void write(Report report, EventBatch batch, Map<StreamProgram, Double> seconds) {
    report.heading("Transformation of events, on one core");
    report.table("program", "MB of events a second", "events a second", "rate, walk = 1", "ours =");
    seconds.forEach(
        (program, time) -> {
          boolean firstOnly = program.name().endsWith("_C1");
          double walk = time(seconds, firstOnly ? StreamProgram.WALK_C1 : StreamProgram.WALK);
          double ours = time(seconds, firstOnly ? StreamProgram.OURS_C1 : StreamProgram.OURS);
          report.row(
              program.title(),
              Report.number(batch.bytes() / 1e6 / time, 1),
              Report.number(batch.records() / time, 0),
              Report.number(walk / time, 2),
              Report.number(time / ours, 2) + " ×");
        });
    report.note(
        "Batches of %d events, %s MB; processor time, medians of the later half of the rounds of each process, processes in turn."
            .formatted(batch.records(), Report.number(batch.bytes() / 1e6, 2)));
  }

  private static double time(Map<StreamProgram, Double> seconds, StreamProgram program) {
    return seconds.getOrDefault(program, Double.NaN);
  }
}
