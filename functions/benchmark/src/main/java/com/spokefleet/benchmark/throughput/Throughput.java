package com.spokefleet.benchmark.throughput;

import com.spokefleet.benchmark.Report;
import com.spokefleet.benchmark.Sizes;
import com.spokefleet.benchmark.process.JavaProcess;
import com.spokefleet.lake.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decode, normalise and write to Parquet on one core, in turn with DuckDB doing the same; checks
 * that both wrote the same.
 */
public final class Throughput {
  private final Path folder;
  private final Sizes sizes;

  public Throughput(Path folder, Sizes sizes) {
    this.folder = folder;
    this.sizes = sizes;
  }

  public void measure(Report report) throws IOException {
    report.heading("Decode, normalise, write Parquet, on one core");
    report.progress("generating " + sizes.conversations() + " conversations");
    Corpus corpus = Corpus.generate(folder.resolve("corpus"), sizes.conversations());
    Rounds two = new Rounds(sizes.warmUp());
    Rounds duckDb = new Rounds(sizes.warmUp());
    Rounds three = new Rounds(sizes.warmUp());
    for (int turn = 1; turn <= sizes.alternations(); turn++) {
      report.progress("turn " + turn + " of " + sizes.alternations());
      two.add(ours(corpus, LakeTables.TWO));
      duckDb.add(duckDb(corpus));
      three.add(ours(corpus, LakeTables.THREE));
    }
    requireSame(corpus, report);
    report.table(
        "program",
        "conversations a second",
        "MB of JSON a second",
        "conversations a second of processor time",
        "first round of a process, conversations a second of processor time");
    row(report, corpus, "Spokefleet, conversations and segments", two);
    row(report, corpus, "DuckDB, conversations and segments", duckDb);
    row(report, corpus, "Spokefleet, with interactions", three);
    report.note(
        "Spokefleet / DuckDB, same two tables: %s by time passed, %s by processor time; first rounds %s."
            .formatted(
                Report.number(duckDb.seconds() / two.seconds(), 2),
                Report.number(duckDb.processorSeconds() / two.processorSeconds(), 2),
                Report.number(duckDb.firstProcessorSeconds() / two.firstProcessorSeconds(), 2)));
    report.note(
        "%s conversations, %s MB of JSON; medians over %d processes in turn, of %d rounds each after %d to warm up%s."
            .formatted(
                Report.number(sizes.conversations(), 0),
                Report.number(corpus.bytes() / 1e6, 0),
                sizes.alternations(),
                sizes.rounds() - sizes.warmUp(),
                sizes.warmUp(),
                JavaProcess.canPin() ? "" : "; not pinned to a core on this machine"));
  }

  private JavaProcess.Outcome ours(Corpus corpus, LakeTables tables) throws IOException {
    return requireSuccess(
        new JavaProcess("-XX:+UseSerialGC", "-Xms2g", "-Xmx2g", "-Xmn1g")
            .onOneCore()
            .run(
                OurProgram.class,
                List.of(
                    corpus.folder().toString(),
                    corpus.orgId(),
                    ourFolder(tables).toString(),
                    tables.name(),
                    Integer.toString(sizes.rounds()))));
  }

  private JavaProcess.Outcome duckDb(Corpus corpus) throws IOException {
    return requireSuccess(
        new JavaProcess("-XX:+UseSerialGC", "-Xmx256m")
            .onOneCore()
            .run(
                DuckDbProgram.class,
                List.of(
                    corpus.folder().toString(),
                    corpus.orgId(),
                    peerFolder().toString(),
                    Integer.toString(sizes.rounds()))));
  }

  private void requireSame(Corpus corpus, Report report) throws IOException {
    for (Table<?> table : LakeTables.TWO.tables()) {
      try {
        Path ours = onlyFile(ourFolder(LakeTables.TWO).resolve("lake").resolve(table.name()));
        long rows =
            SameTables.requireSame(table, ours, peerFolder().resolve(table.name() + ".parquet"));
        report.progress("%s: both wrote the same %d rows".formatted(table.name(), rows));
      } catch (SQLException failure) {
        throw new IOException("Cannot compare " + table.name() + " of " + corpus.folder(), failure);
      }
    }
  }

  private void row(Report report, Corpus corpus, String name, Rounds rounds) throws IOException {
    report.row(
        name,
        Report.number(sizes.conversations() / rounds.seconds(), 0),
        Report.number(corpus.bytes() / 1e6 / rounds.seconds(), 1),
        Report.number(sizes.conversations() / rounds.processorSeconds(), 0),
        Report.number(sizes.conversations() / rounds.firstProcessorSeconds(), 0));
  }

  private Path ourFolder(LakeTables tables) {
    return folder.resolve("ours-" + tables);
  }

  private Path peerFolder() {
    return folder.resolve("duckdb");
  }

  private static Path onlyFile(Path table) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      List<Path> parts = files.filter(Files::isRegularFile).toList();
      if (parts.size() != 1) {
        throw new IllegalStateException("Cannot compare " + table + ": it has the files " + parts);
      }
      return parts.getFirst();
    }
  }

  private static JavaProcess.Outcome requireSuccess(JavaProcess.Outcome outcome) {
    if (!outcome.succeeded()) {
      throw new IllegalStateException("Cannot measure: a process ended with " + outcome.exitCode());
    }
    return outcome;
  }
}
