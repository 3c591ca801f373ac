package com.spokefleet.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T23:57:30Z"), ZoneOffset.UTC);
  private static final String EXAMPLE = "../../fleet.example.yaml";

  @TempDir private Path folder;

  @Test
  void tellsWhereAndWhenEachOrgStartsAndHowManyStartTogether() {
    CommandRun run = CommandRun.of(CLOCK, "plan", "--fleet", EXAMPLE);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .contains(
            "org   AWS account        region          period  minute  cron                 next"
                + " starts, UTC",
            "emea  of the deployment  eu-central-1        5m       1  cron(1/5 * * * ? *)  11-22"
                + " 00:01  11-22 00:06  11-22 00:11",
            "apac  of the deployment  ap-southeast-2      5m       3  cron(3/5 * * * ? *)  11-21"
                + " 23:58  11-22 00:03  11-22 00:08")
        .endsWith("50       0   1   0   1   1   0   1   0   1   1");
  }

  @Test
  void aScriptReadsTheSame() throws Exception {
    JsonNode plan = CommandRun.of(CLOCK, "plan", "--fleet", EXAMPLE, "--json").json();

    assertThat(plan.path("fleet").asText()).isEqualTo("example");
    assertThat(plan.path("orgs").findValuesAsText("org")).containsExactly("emea", "amer", "apac");
    JsonNode emea = plan.path("orgs").path(0);
    assertThat(emea.path("awsAccount").isNull()).isTrue();
    assertThat(emea.path("awsRegion").asText()).isEqualTo("eu-central-1");
    assertThat(emea.path("periodSeconds").asLong()).isEqualTo(300);
    assertThat(emea.path("minute").asInt()).isEqualTo(1);
    assertThat(emea.path("cron").asText()).isEqualTo("cron(1/5 * * * ? *)");
    assertThat(texts(emea.path("nextStarts")))
        .containsExactly("2026-11-22T00:01:00Z", "2026-11-22T00:06:00Z", "2026-11-22T00:11:00Z");
    assertThat(texts(plan.path("startsByMinute")).subList(0, 5))
        .containsExactly("0", "1", "0", "1", "1");
    assertThat(plan.path("startsByMinute")).hasSize(60);
  }

  @Test
  void showsAccountsAndLongPeriods() throws Exception {
    Path file = folder.resolve("fleet.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of(EXAMPLE))
            .replace("period: 5m", "period: 6h")
            .replace(
                "awsRegion: us-east-1", "awsRegion: us-east-1\n    awsAccount: \"012345678901\""));

    CommandRun run = CommandRun.of(CLOCK, "plan", "--fleet", file.toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsPattern("amer  012345678901 .* 6h +223  cron\\(43 3/6 \\* \\* \\? \\*\\)");
  }

  @Test
  void aWrongFleetHasNoPlan() throws Exception {
    Path file = folder.resolve("fleet.yaml");
    Files.writeString(file, Files.readString(Path.of(EXAMPLE)).replace("period: 5m", "period: 7m"));

    CommandRun run = CommandRun.of(CLOCK, "plan", "--fleet", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("schedule.period: must divide the hour or the day");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
