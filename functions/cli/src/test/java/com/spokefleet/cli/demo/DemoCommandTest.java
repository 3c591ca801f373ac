package com.spokefleet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.FakeFleet;
import com.spokefleet.cli.kpi.KpiTotals;
import com.spokefleet.testing.ledger.TrueFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  private static final Clock CLOCK = Clock.fixed(FakeFleet.NOON, ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void showsTheWholeMainJobAndFindsTheLakeEqualToTheLedger() throws Exception {
    Path out = folder.resolve("out");

    CommandRun run = demo(out);

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("✓ The lake equals the ledger")
        .contains("metrics only")
        .contains("1 × connection reset")
        .contains("poison record")
        .contains("✓ received = delivered + dropped + dead-lettered + in flight")
        .contains("who viewed or created OAuth clients")
        .containsPattern("critical +[a-z]+ +OAuth client secret viewed .* crm-sync +yes")
        .containsPattern("Splunk +genesys_event_id=[^ ]+: PeoplePermissions.OAuthClient.View by ")
        .containsPattern("Datadog +@genesys.event_id:[^ ]+: .* performed View on OAuthClient ")
        .containsPattern("([0-9]+) alerts in Splunk's store, \\1 in Datadog's, by the same")
        .contains(out.resolve("lake").toString());
    assertThat(CommandRun.of(CLOCK, "validate", out.resolve("fleet.yaml").toString()).out())
        .endsWith("fleet.yaml: valid\n");
  }

  @Test
  void printsSqlThatAnswersLikeTheKpis() throws Exception {
    Path out = folder.resolve("it's here");
    smallDemo(out);
    String lake = out.resolve("lake").toString();

    long offered = 0;
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows = statement.executeQuery(DemoText.query(Path.of(lake)))) {
      while (rows.next()) {
        offered += rows.getLong("offered");
      }
    }

    assertThat(offered)
        .isPositive()
        .isEqualTo(
            CommandRun.of(CLOCK, "kpi", "--lake", lake, "--json")
                .json()
                .path("fleet")
                .path("figures")
                .path("offered")
                .asLong());
  }

  @Test
  void makesTheSameLakeFromTheSameSeed() throws Exception {
    smallDemo(folder.resolve("one"));
    smallDemo(folder.resolve("two"));

    assertThat(facts(folder.resolve("one/lake"))).isNotEmpty();
    assertThat(facts(folder.resolve("one/lake"))).isEqualTo(facts(folder.resolve("two/lake")));
  }

  @Test
  void clearsWhatAnEarlierDemoLeftAndNothingElse() throws Exception {
    Path out = Files.createDirectories(folder.resolve("precious"));
    Files.writeString(out.resolve("thesis.txt"), "years of work");

    CommandRun run = demo(out);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err())
        .isEqualTo(
            "Cannot use " + out + ": it holds other files; choose another folder with --out\n");
    assertThat(out.resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void refusesSenselessNumbers() {
    CommandRun run = CommandRun.of(CLOCK, "demo", "--once", "--orgs", "0");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err()).contains("Cannot use --orgs=0: it must be between 1 and 50");
  }

  /** The demo's verdict is worth something only if it can be bad. */
  @Test
  void findsEveryFigureThatDiffers() {
    LedgerComparison comparison = new LedgerComparison(Duration.ofSeconds(30));

    comparison.compare("amer", KpiTotals.NOTHING, new TrueFigures());
    assertThat(comparison.differences()).isEmpty();

    comparison.compare(
        "amer", new KpiTotals(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), new TrueFigures());
    assertThat(comparison.differences()).hasSize(11);
    assertThat(comparison.differences().getFirst())
        .hasToString("amer: contacts is 1 in the lake and 0 in the ledger");
  }

  private static CommandRun demo(Path out) {
    return CommandRun.of(
        CLOCK, "demo", "--once", "--days", "2", "--rate", "300", "--out", out.toString());
  }

  private static CommandRun smallDemo(Path out) {
    return CommandRun.of(
        CLOCK, "demo", "--once", "--days", "1", "--rate", "60", "--out", out.toString());
  }

  /** Facts by file; proofs tell when they were made, and so may differ. */
  private static SortedMap<String, List<Byte>> facts(Path lake) throws IOException {
    SortedMap<String, List<Byte>> facts = new TreeMap<>();
    for (String table : List.of("conversations", "interactions", "segments")) {
      try (Stream<Path> files = Files.walk(lake.resolve(table))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          facts.put(lake.relativize(file).toString(), bytes(Files.readAllBytes(file)));
        }
      }
    }
    return facts;
  }

  private static List<Byte> bytes(byte[] bytes) {
    Byte[] boxed = new Byte[bytes.length];
    for (int index = 0; index < bytes.length; index++) {
      boxed[index] = bytes[index];
    }
    return List.of(boxed);
  }
}
