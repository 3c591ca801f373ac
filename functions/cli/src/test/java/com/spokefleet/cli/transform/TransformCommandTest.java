package com.spokefleet.cli.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events in, what each destination gets of them out. */
final class TransformCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final String AUDIT =
      event(
          "v2.audits.entitytype.{id}.entityid.{id}",
          "{\"action\":\"Create\",\"entityType\":\"OAuthClient\",\"entity\":{\"id\":\"c-1\"}}");
  private static final String CALL =
      event("v2.detail.events.conversation.{id}.customer.end", "{\"ani\":\"tel:+15550100123\"}");
  private static final String SAID = event("v2.conversations.{id}.transcription", "{}");

  @Test
  void auditsAreEntitiesManagedAndTheRestBaseEvents() throws Exception {
    CommandRun run = transform("ocsf", AUDIT + "\n" + CALL);
    List<String> lines = run.out().lines().toList();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(lines).hasSize(2);
    assertThat(json(lines.get(0)).path("type_uid").asInt()).isEqualTo(300401);
    assertThat(json(lines.get(0)).at("/entity/uid").asText()).isEqualTo("c-1");
    assertThat(json(lines.get(1)).path("class_uid").asInt(-1)).isZero();
    assertThat(json(lines.get(1)).path("activity_name").asText()).isEqualTo("customer.end");
    assertThat(run.out()).doesNotContain("15550100123");
  }

  @Test
  void eachDestinationHasItsForm() throws Exception {
    assertThat(json(transform("splunk", AUDIT).out()).at("/event/action").asText())
        .isEqualTo("created");
    assertThat(json(transform("datadog", AUDIT).out()).at("/evt/name").asText())
        .isEqualTo("OAuthClient.Create");
  }

  @Test
  void whatIsLeftOutOrBadIsToldByItsLine() {
    CommandRun run = transform("ocsf", SAID + "\nnothing\n" + AUDIT);

    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECKS_FAILED.code());
    assertThat(run.err()).contains("line 1 is left out: transcript", "Cannot transform line 2: ");
    assertThat(run.out().lines()).hasSize(1);
  }

  @Test
  void aDestinationThatNobodyKnowsIsRefused() {
    CommandRun run = transform("kafka", AUDIT);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID.code());
    assertThat(run.err()).contains("Cannot transform to kafka", "ocsf");
  }

  private static CommandRun transform(String to, String events) {
    return CommandRun.reading(
        events.getBytes(StandardCharsets.UTF_8), CLOCK, Map.of(), "transform", "--to", to);
  }

  private static JsonNode json(String line) throws Exception {
    return new ObjectMapper().readTree(line);
  }

  private static String event(String topic, String body) {
    return """
        {"id":"e-1","detail-type":"%s","source":"aws.partner/genesys.com/cloud/o-1/s","detail":{"eventBody":%s}}"""
        .formatted(topic, body);
  }
}
