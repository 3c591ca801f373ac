package com.spokefleet.benchmark.memory;

import com.spokefleet.benchmark.Report;
import com.spokefleet.benchmark.Sizes;
import com.spokefleet.benchmark.WorkFolder;
import com.spokefleet.benchmark.process.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Ingests one day whole with heaps of several sizes. The promise: 256 MB suffice for 200,000
 * conversations, and what suffices for the small day suffices for the large one. The org is served
 * by another process.
 */
public final class MemoryNeeded {
  /** Falling, so that the first that does not suffice ends the series. */
  private static final List<Integer> HEAP_MEGABYTES = List.of(256, 128, 96);

  private static final int PROMISED_MEGABYTES = 256;

  private final Path folder;
  private final Sizes sizes;

  public MemoryNeeded(Path folder, Sizes sizes) {
    this.folder = folder;
    this.sizes = sizes;
  }

  /** Fails when the promised heap does not suffice or a conversation is missing. */
  public void measure(Report report) throws IOException {
    report.heading("Heap needed for a day, and what it takes in the lake");
    report.table(
        "conversations of the day",
        "heap, MB",
        "outcome",
        "seconds",
        "of them standing still for GC",
        "peak resident, MB",
        "conversations in the lake",
        "bytes per conversation in the lake");
    for (int conversations : sizes.days()) {
      Process server =
          new JavaProcess("-Xmx1g").start(BigDay.class, List.of(Integer.toString(conversations)));
      try (BufferedReader told = server.inputReader(StandardCharsets.UTF_8)) {
        measure(conversations, told.readLine(), report);
      } finally {
        server.destroy();
      }
    }
  }

  private void measure(int conversations, String org, Report report) throws IOException {
    for (int heap : HEAP_MEGABYTES) {
      report.progress("a day of %d with a heap of %d MB".formatted(conversations, heap));
      Path run = WorkFolder.fresh(folder.resolve("%d-with-%d".formatted(conversations, heap)));
      JavaProcess.Outcome outcome =
          new JavaProcess("-Xmx" + heap + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
              .run(IngestProgram.class, List.of(run.toString(), org));
      if (!outcome.succeeded()) {
        if (heap == PROMISED_MEGABYTES) {
          throw new IllegalStateException(
              "Cannot ingest %d conversations with %d MB".formatted(conversations, heap));
        }
        report.row(
            Report.number(conversations, 0),
            Integer.toString(heap),
            "not enough",
            "",
            "",
            "",
            "",
            "");
        return;
      }
      report(conversations, heap, LandedDay.of(run.resolve("lake")), outcome, report);
    }
  }

  private static void report(
      int conversations, int heap, LandedDay landed, JavaProcess.Outcome outcome, Report report) {
    if (landed.conversations() != conversations) {
      throw new IllegalStateException(
          "Cannot vouch for the lake: it has %d conversations, not %d"
              .formatted(landed.conversations(), conversations));
    }
    report.row(
        Report.number(conversations, 0),
        Integer.toString(heap),
        "whole, invocations: " + Report.number(outcome.number("invocations"), 0),
        Report.number(outcome.number("seconds"), 0),
        Report.number(outcome.number("collection"), 1),
        Report.number(outcome.number("megabytes"), 0),
        Report.number(landed.conversations(), 0),
        "%s (%s)".formatted(Report.number(landed.bytesPerConversation(), 0), landed.shares()));
  }
}
