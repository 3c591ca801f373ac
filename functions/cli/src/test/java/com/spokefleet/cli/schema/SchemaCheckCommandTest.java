package com.spokefleet.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaCheckCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final String RECORD =
      "{\"conversationId\": \"c\", \"conversationStart\": \"2026-11-10T14:00:00Z\","
          + " \"originatingDirection\": \"inbound\"}";

  @TempDir private Path folder;

  @Test
  void knownFieldsAreFineWhateverTheFileHolds() throws Exception {
    for (String text :
        new String[] {
          RECORD,
          "{\"conversations\": [" + RECORD + "], \"totalHits\": 1}",
          "[" + RECORD + ", " + RECORD + "]",
          RECORD + "\n" + RECORD + "\n"
        }) {
      CommandRun run = check(text);
      assertThat(run.exitCode()).as(text).isZero();
      assertThat(run.out()).contains("conversation-details: ", "nothing added or retyped");
    }
  }

  @Test
  void whatWasAddedRetypedOrNeverCameIsToldApart() throws Exception {
    String odd =
        RECORD
            .replace("\"inbound\"", "\"sideways\"")
            .replace("\"c\",", "\"c\", \"hologram\": true, \"externalTag\": 5,");

    CommandRun run = check(odd + "\n" + odd);
    JsonNode json = check(odd, "--json").json().path("shapes").path(0);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.out())
        .contains(
            "conversation-details: 2 records, 2 added or retyped\n",
            "  added: conversations[].hologram, boolean (2 times, first in ",
            "  retyped: conversations[].externalTag was string, is integer (2 times",
            "  note: new value \"sideways\" of conversations[].originatingDirection",
            "known fields never came; --removed lists them");
    assertThat(check(odd, "--removed").out())
        .contains("  note: never came: conversations[].conversationEnd\n");
    assertThat(json.path("added").path(0).path("path").asText())
        .isEqualTo("conversations[].hologram");
    assertThat(json.path("retyped").path(0).path("expected").asText()).isEqualTo("string");
    assertThat(json.path("newValues").size()).isEqualTo(1);
    assertThat(json.path("removed").size()).isGreaterThan(5);
  }

  @Test
  void whatCannotBeReadOrToldIsSaid() throws Exception {
    assertThat(check("{\"a\": 1}").err()).contains("Cannot tell what ", "say it with --shape");
    assertThat(check("{\"userId\": \"u\"}", "--shape", "users-details").exitCode()).isZero();
    assertThat(check("{}", "--shape", "users").err()).contains("Cannot find the shape users");
    assertThat(check(RECORD + "\n{\"a\"").err()).contains("it is not JSON, in line 2");
    assertThat(check("").err()).contains("it is empty");
    assertThat(check("").exitCode()).isEqualTo(ExitCode.INVALID.code());
  }

  @Test
  void withoutACommandTheSchemaOfFleetYamlIsPrintedAsEver() throws Exception {
    CommandRun run = CommandRun.of(CLOCK, "schema");

    assertThat(run.exitCode()).isZero();
    assertThat(run.json().path("title").asText()).isEqualTo("fleet.yaml");
  }

  private CommandRun check(String text, String... options) throws Exception {
    Path file = folder.resolve("page.json");
    Files.writeString(file, text);
    String[] arguments = new String[options.length + 3];
    arguments[0] = "schema";
    arguments[1] = "check";
    arguments[2] = file.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return CommandRun.of(CLOCK, arguments);
  }
}
