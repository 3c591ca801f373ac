package com.spokefleet.genesys.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.genesys.schema.SchemaDifference.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaComparisonTest {
  private static final String RECORD =
      """
      {"conversationId": "c", "conversationStart": "2026-11-10T14:00:00Z",
       "originatingDirection": "inbound", "mediaStatsMinConversationMos": 4,
       "participants": [{"participantId": "p", "attributes": {"any name": "text"},
         "sessions": [{"sessionId": "s", "mediaType": "voice", "cc": null,
           "metrics": [{"name": "tTalk", "value": 5}]}]}]}
      """;

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void whatIsKnownDiffersInNothingThatNeedsAttention() throws Exception {
    assertThat(differences(RECORD)).allMatch(one -> one.kind() == Kind.REMOVED);
  }

  @Test
  void addedRetypedNewAndMissingAreToldApart() throws Exception {
    String changed =
        RECORD
            .replace("\"cc\": null", "\"cc\": \"one\", \"hologram\": {\"depth\": 3}")
            .replace("\"value\": 5", "\"value\": 5.5")
            .replace("\"text\"", "7")
            .replace("\"voice\"", "\"telepathy\"");

    List<SchemaDifference> found = differences(changed);

    String session = "conversations[].participants[].sessions[]";
    assertThat(found)
        .filteredOn(one -> one.kind() != Kind.REMOVED)
        .containsExactly(
            new SchemaDifference(Kind.ADDED, session + ".hologram", "", "object", 1, "one"),
            new SchemaDifference(
                Kind.RETYPED,
                "conversations[].participants[].attributes.*",
                "string",
                "integer",
                1,
                "one"),
            new SchemaDifference(Kind.RETYPED, session + ".cc", "array", "string", 1, "one"),
            new SchemaDifference(
                Kind.RETYPED, session + ".metrics[].value", "integer", "number", 1, "one"),
            new SchemaDifference(
                Kind.NEW_VALUE, session + ".mediaType", "", "telepathy", 1, "one"));
    assertThat(found.stream().filter(SchemaDifference::needsAttention)).hasSize(4);
    assertThat(found)
        .filteredOn(one -> one.kind() == Kind.REMOVED)
        .extracting(SchemaDifference::path)
        .contains("conversations[].conversationEnd", session + ".flow")
        .doesNotContain(session + ".flow.flowId", session + ".cc", "totalHits");
  }

  @Test
  void aPageAndItsRecordsAddUp() throws Exception {
    SchemaComparison comparison =
        new SchemaComparison(SchemaBaseline.of(RecordShape.CONVERSATION_DETAILS));
    String odd = RECORD.replace("\"cc\": null", "\"hologram\": 1");
    comparison.add(read("{\"conversations\": [" + odd + "," + odd + "], \"next\": 1}"), "page");
    comparison.add(read(odd), "record");

    assertThat(comparison.records()).isEqualTo(3);
    assertThat(comparison.differences())
        .filteredOn(one -> one.kind() == Kind.ADDED)
        .extracting(SchemaDifference::path, SchemaDifference::count, SchemaDifference::firstSource)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "conversations[].participants[].sessions[].hologram", 3L, "page"),
            org.assertj.core.groups.Tuple.tuple("next", 1L, "page"));
  }

  @ParameterizedTest
  @EnumSource(RecordShape.class)
  void everyBaselineTellsTheParentOfEachOfItsFields(RecordShape shape) {
    SchemaBaseline baseline = SchemaBaseline.of(shape);

    assertThat(baseline.fields()).containsKey(shape.listMember() + "[]");
    baseline
        .fields()
        .keySet()
        .forEach(
            path -> {
              String parent = path.replaceFirst("(\\[]|\\.[^.\\[\\]]+|^[^.\\[\\]]+)$", "");
              assertThat(parent.isEmpty() || baseline.fields().containsKey(parent))
                  .as(path)
                  .isTrue();
            });
  }

  /** Payloads that others published, beside the project; they come from several years. */
  @ParameterizedTest
  @CsvSource({
    "conversation-1.json, conversation-details",
    "conversation-aggregates.json, conversation-aggregates",
    "conversation-aggregates-all-metrics.json, conversation-aggregates",
  })
  void realPayloadsHoldNothingUnknown(String file, String shape) throws Exception {
    Path path = Path.of("../../../shared/data/real", file);
    assumeThat(path).as("the published payload is beside the project").exists();
    JsonNode payload = read(Files.readString(path));

    assertThat(RecordShape.of(payload).map(RecordShape::label)).contains(shape);
    SchemaComparison comparison =
        new SchemaComparison(SchemaBaseline.of(RecordShape.of(payload).orElseThrow()));
    comparison.add(payload, file);

    assertThat(comparison.differences()).noneMatch(SchemaDifference::needsAttention);
  }

  private List<SchemaDifference> differences(String record) throws Exception {
    SchemaComparison comparison =
        new SchemaComparison(SchemaBaseline.of(RecordShape.CONVERSATION_DETAILS));
    comparison.add(read(record), "one");
    return comparison.differences();
  }

  private JsonNode read(String text) throws Exception {
    return json.readTree(text);
  }
}
