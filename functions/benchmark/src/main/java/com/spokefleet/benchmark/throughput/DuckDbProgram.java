package com.spokefleet.benchmark.throughput;

import com.spokefleet.benchmark.WorkFolder;
import com.spokefleet.benchmark.process.RoundClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same JSON to the same two tables by DuckDB with one thread. Writes the times of each round.
 */
public final class DuckDbProgram {
  private DuckDbProgram() {}

  /** Arguments: corpus folder, org id, output folder, rounds. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Corpus corpus = new Corpus(Path.of(arguments[0]), arguments[1]);
    Path output = Path.of(arguments[2]);
    String script = new PeerScript(corpus, output).text();
    for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
      WorkFolder.fresh(output);
      RoundClock clock = new RoundClock();
      try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duckDb.createStatement()) {
        for (String command : script.split(";\n", -1)) {
          if (!command.isBlank()) {
            statement.execute(command);
          }
        }
      }
      clock.tell(System.out);
    }
  }
}
