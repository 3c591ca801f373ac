package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges the schema with a validator that is not ours. */
class FleetSchemaTest {
  private static final Path COMMITTED =
      Path.of("src/main/resources/com/spokefleet/config/fleet.schema.json");
  private static final String REGENERATE =
      "mvn -pl shared/fleet-config test -Dtest=FleetSchemaTest -Dspokefleet.schema=write";

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(FleetSchema.json());

  @Test
  void theCommittedSchemaIsTheOneDeclared() throws Exception {
    if ("write".equals(System.getProperty("spokefleet.schema"))) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, FleetSchema.json());
    }
    assertThat(Files.readString(COMMITTED))
        .as("The schema is stale. Regenerate it: " + REGENERATE)
        .isEqualTo(FleetSchema.json());
  }

  @Test
  void theSchemaIsItselfValid() {
    JsonSchema metaSchema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(metaSchema.validate(FleetSchema.json(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theExampleIsValidAndNamesTheSchema() {
    assertThat(schema.validate(FleetText.example(), InputFormat.YAML)).isEmpty();
    assertThat(FleetText.example().lines().findFirst().orElseThrow())
        .isEqualTo("# yaml-language-server: $schema=shared/fleet-config/" + COMMITTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "percent: 80 → percent: 0",
        "percent: 80 → percent: eighty",
        "threshold: 30s → threshold: half a minute",
        "name: acme → name: Acme",
        "name: acme → nam: acme",
        "residency: full → residency: ful",
        "genesysRegion: us-east-1 → genesysRegion: us-eas-1",
        "env:AMER → hunter2",
        "8a2e5b14-0f93-4d6a-8c27-7b1d3e9f6c22 → 8a2e5b14",
        "businessRegion: AMER → colour: blue",
        "awsRegion: us-east-1 → awsRegion: us-east-9",
        "businessRegion: AMER → awsAccount: '1234'",
        "lakeBucket: acme-lake → readers: [{name: bi, tables: []}]",
        "lakeBucket: acme-lake → readers: [{name: bi, tables: [a], fromAddresses: [everywhere]}]",
        "name: acme → operations: {logRetention: for ever}",
        "name: acme → operations: {dailyBytes: 5}",
      })
  void schemaAndParserRefuseTheSame(String change) {
    String[] parts = change.split(" → ");
    String damaged = FleetText.with(parts[0], parts[1]);

    assertThat(schema.validate(damaged, InputFormat.YAML)).isNotEmpty();
    assertThat(FleetText.problems(damaged)).isNotEmpty();
  }
}
