package com.spokefleet.benchmark;

import com.spokefleet.benchmark.backfill.BackfillShare;
import com.spokefleet.benchmark.coldstart.ColdStart;
import com.spokefleet.benchmark.cost.ApiCost;
import com.spokefleet.benchmark.detections.DetectionWeek;
import com.spokefleet.benchmark.kpi.KpiQuery;
import com.spokefleet.benchmark.memory.MemoryNeeded;
import com.spokefleet.benchmark.normalization.NormalizationCost;
import com.spokefleet.benchmark.stream.StreamThroughput;
import com.spokefleet.benchmark.throughput.Throughput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the measurements and writes their tables as Markdown to {@code results.md}. Arguments: the
 * folder to work in, the scale (1 is what docs/PERFORMANCE.md reports; smaller ones only show that
 * everything runs), and the part (cost, throughput, memory, backfill, normalization, kpi, stream,
 * coldstart, detections, all). Fails when a promise is not kept, save for those that depend on the
 * machine's speed.
 */
public final class Benchmark {
  private static final int BACKFILL_CONVERSATIONS_PER_DAY = 500;

  private Benchmark() {}

  /** Exits with 0 when every measurement was made. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    Sizes sizes = Sizes.of(Double.parseDouble(arguments[1]));
    String part = arguments[2];
    Report report = new Report(System.out);
    if (includes(part, "cost")) {
      new ApiCost(WorkFolder.fresh(folder.resolve("cost")), sizes).measure(report);
    }
    if (includes(part, "throughput")) {
      new Throughput(WorkFolder.fresh(folder.resolve("throughput")), sizes).measure(report);
    }
    if (includes(part, "memory")) {
      new MemoryNeeded(WorkFolder.fresh(folder.resolve("memory")), sizes).measure(report);
    }
    if (includes(part, "backfill")) {
      new BackfillShare(
              WorkFolder.fresh(folder.resolve("backfill")),
              sizes.backfillOrgs(),
              sizes.backfillDays(),
              BACKFILL_CONVERSATIONS_PER_DAY)
          .measure(report);
    }
    boolean full = Double.parseDouble(arguments[1]) == 1;
    if (includes(part, "normalization")) {
      new NormalizationCost(WorkFolder.fresh(folder.resolve("normalization")), full)
          .measure(report);
    }
    if (includes(part, "kpi")) {
      new KpiQuery(WorkFolder.fresh(folder.resolve("kpi")), full).measure(report);
    }
    if (includes(part, "stream")) {
      new StreamThroughput(WorkFolder.fresh(folder.resolve("stream")), full).measure(report);
    }
    if (includes(part, "coldstart")) {
      new ColdStart(WorkFolder.fresh(folder.resolve("coldstart")), full).measure(report);
    }
    if (includes(part, "detections")) {
      new DetectionWeek(full).measure(report);
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("results.md"), report.text());
  }

  private static boolean includes(String part, String name) {
    return part.equals("all") || part.equals(name);
  }
}
