package com.spokefleet.cli.siem;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.kpi.LakeBuilder;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.tables.AgentsTable;
import com.spokefleet.siem.splunk.AppIdentity;
import com.spokefleet.siem.splunk.AppPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiemExportCommandTest {
  private static final String USERS =
      "splunk/%s/lookups/genesys_users.csv".formatted(AppIdentity.ID);

  @TempDir Path folder;
  private SiemFleet fleet;

  @BeforeEach
  void start() throws IOException {
    fleet = SiemFleet.start(folder);
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void writesTheAppAndThePackAndTheSameBytesAgain() throws IOException {
    CommandRun first = fleet.run("export", "--out", folder.resolve("a").toString());
    CommandRun again = fleet.run("export", "--out", folder.resolve("a").toString());
    fleet.run("export", "--out", folder.resolve("b").toString());

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(again.exitCode()).isZero();
    assertThat(first.out())
        .contains("splunk/" + AppPackage.fileName())
        .contains("Install app from file")
        .contains("fleet siem apply --to datadog");
    SortedMap<String, byte[]> one = SiemFleet.files(folder.resolve("a"));
    SortedMap<String, byte[]> other = SiemFleet.files(folder.resolve("b"));
    assertThat(one.keySet())
        .contains("splunk/" + AppPackage.fileName(), USERS)
        .anyMatch(path -> path.startsWith("datadog/monitors/"));
    assertThat(other.keySet()).isEqualTo(one.keySet());
    one.forEach((path, bytes) -> assertThat(other.get(path)).as(path).isEqualTo(bytes));
    assertThat(text(one, USERS)).isEqualTo("org_id,user_id,name\n");
  }

  @Test
  void namesOfUsersComeFromTheLakeSaveThoseOfMetricsOnlyOrgs() throws IOException {
    Path lake = lake();

    CommandRun run =
        fleet.run("export", "--out", folder.resolve("out").toString(), "--lake", lake.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    SortedMap<String, byte[]> files = SiemFleet.files(folder.resolve("out"));
    assertThat(text(files, USERS))
        .isEqualTo("org_id,user_id,name\n%s,u1,\"Ada, Countess\"\n".formatted(SiemFleet.NORTH));
    assertThat(files.values())
        .as("nothing tells of who works in a metrics-only org")
        .noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("Grete"));
  }

  private Path lake() throws IOException {
    Path lake = folder.resolve("lake");
    LakeBuilder builder = new LakeBuilder(lake);
    for (String org : new String[] {SiemFleet.NORTH, SiemFleet.SOUTH}) {
      builder.partition(
          AgentsTable.TABLE,
          Partition.perOrg("dim_agent", org),
          Map.of(
              "org_id",
              org,
              "user_id",
              "u1",
              "name",
              org.equals(SiemFleet.NORTH) ? "Ada, Countess" : "Grete"),
          Map.of("org_id", org, "user_id", "u2"));
    }
    return lake;
  }

  @Test
  void aFolderOfSomebodyElseIsRefused() throws IOException {
    Path out = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(out.resolve("thesis.tex"), "mine");

    CommandRun run = fleet.run("export", "--out", out.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("Cannot export to ")
        .contains("not empty");
    assertThat(SiemFleet.files(out).keySet()).containsExactly("thesis.tex");
  }

  @Test
  void aLakeThatIsNotThereOrKnowsNobodyIsToldInsteadOfAnEmptyLookup() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    CommandRun absent =
        fleet.run("export", "--out", folder.resolve("x").toString(), "--lake", "nowhere");
    CommandRun nobody =
        fleet.run("export", "--out", folder.resolve("x").toString(), "--lake", empty.toString());

    assertThat(absent.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(absent.err()).startsWith("Cannot read the lake: there is no folder nowhere");
    assertThat(nobody.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(nobody.err()).startsWith("Cannot take names of users from ");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  private static String text(SortedMap<String, byte[]> files, String path) {
    return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }
}
