package com.spokefleet.benchmark.normalization;

import com.spokefleet.benchmark.Report;
import com.spokefleet.benchmark.throughput.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Compares within one run of JMH. Times depend on the machine, the ratios to the walk hardly do.
 */
public final class NormalizationCost {
  private static final String WALK = "walk";

  private final Path folder;
  private final boolean full;

  /**
   * @param full whether to measure, or only to show that everything runs
   */
  public NormalizationCost(Path folder, boolean full) {
    this.folder = folder;
    this.full = full;
  }

  public void measure(Report report) throws IOException {
    int conversations = full ? 1_000 : 100;
    Corpus corpus = Corpus.generate(folder, conversations);
    Map<String, Double> times = run(corpus);
    double walk = times.getOrDefault(WALK, Double.NaN);
    double bytes = corpus.bytes();
    report.heading("Normalisation beside a bare token walk");
    report.table("what", "µs a conversation", "MB of JSON a second", "cost, walk = 1");
    for (String name : new String[] {WALK, "decode", "normalize", "decodeAndNormalize"}) {
      double time = times.getOrDefault(name, Double.NaN);
      report.row(
          name,
          Report.number(time / conversations, 2),
          Report.number(bytes / time, 0),
          Report.number(time / walk, 2));
    }
    report.note(
        "JMH, one fork, one thread, %d conversations of %s kB of JSON each."
            .formatted(conversations, Report.number(bytes / 1e3 / conversations, 1)));
  }

  /** Microseconds of an operation, by the benchmark's name. */
  private Map<String, Double> run(Corpus corpus) throws IOException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(NormalizationBenchmark.class.getName() + "\\.")
        .param("folder", corpus.folder().toString())
        .param("orgId", corpus.orgId())
        .forks(1)
        .warmupIterations(full ? 5 : 1)
        .warmupTime(TimeValue.seconds(full ? 2 : 1))
        .measurementIterations(full ? 8 : 1)
        .measurementTime(TimeValue.seconds(full ? 2 : 1))
        .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
    try {
      Collection<RunResult> results = new Runner(options.build()).run();
      Map<String, Double> times = new TreeMap<>();
      for (RunResult result : results) {
        String name = result.getParams().getBenchmark();
        times.put(name.substring(name.lastIndexOf('.') + 1), result.getPrimaryResult().getScore());
      }
      return times;
    } catch (RunnerException failure) {
      throw new IOException("Cannot measure what normalisation costs", failure);
    }
  }
}
