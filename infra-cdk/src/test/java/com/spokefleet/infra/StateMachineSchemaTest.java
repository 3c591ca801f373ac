package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of templates reads state machines, too, of which CloudFormation sees a text. */
final class StateMachineSchemaTest {
  private static final String SOUND =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Each", "States": {
        "Each": {"Type": "Map", "Items": "{% $states.input.days %}", "Next": "Done",
          "ItemProcessor": {"StartAt": "Ask", "States": {
            "Ask": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {"FunctionName": "${Function}", "Payload": {"day": "{% $day %}"}},
              "Retry": [{"ErrorEquals": ["States.ALL"]}], "Next": "Look"},
            "Look": {"Type": "Choice", "Default": "Rest",
              "Choices": [{"Condition": "{% $ready %}", "Next": "Ready"}]},
            "Rest": {"Type": "Wait", "Seconds": 5, "Next": "Ask"},
            "Ready": {"Type": "Pass", "End": true}}}},
        "Done": {"Type": "Succeed"}}}
      """;

  private static final List<List<String>> DAMAGES =
      List.of(
          List.of("\"StartAt\": \"Each\"", "\"StartAt\": \"Eech\"", "there is no state Eech"),
          List.of("\"Next\": \"Ready\"", "\"Next\": \"Redy\"", "there is no state Redy"),
          List.of("\"Default\": \"Rest\"", "\"Default\": \"Rust\"", "there is no state Rust"),
          List.of("\"Default\": \"Rest\",", "\"Default\": \"Ready\",", "Rest: is never reached"),
          List.of("\"Type\": \"Wait\"", "\"Type\": \"Sleep\"", "Sleep is no kind of state"),
          List.of(
              "\"Seconds\": 5", "\"SecondsPath\": \"$.s\"", "is no member of a Wait in JSONata"),
          List.of("\"Pass\", \"End\": true", "\"Pass\"", "Ready: must have a Next or end"),
          List.of("\"Resource\"", "\"Resorce\"", "Ask.Resource: is missing"),
          List.of("{\"ErrorEquals\": [\"States.ALL\"]}", "{}", "ErrorEquals: is missing"),
          List.of("{% $day %}", "{% $day }", "is half an expression"),
          List.of("${Function}", "${Funktion}", "Funktion is missing"),
          List.of("${Function}", "a-function", "Function is not used"),
          List.of("{\"Type\": \"Succeed\"}", "{\"Type\" \"Succeed\"}", "is no JSON"));

  @TempDir Path folder;

  @Test
  void aSoundOneIsAccepted() throws IOException {
    assertThat(SchemaCheck.of(List.of(write("sound", SOUND))).output()).endsWith(" 0 problems\n");
  }

  @Test
  void everyDamageIsFound() throws IOException {
    List<Path> files = new ArrayList<>();
    Map<String, String> expected = new TreeMap<>();
    for (List<String> damage : DAMAGES) {
      assertThat(SOUND.split(Pattern.quote(damage.get(0)), -1)).as(damage.get(0)).hasSize(2);
      String name = "damage-%02d".formatted(files.size());
      files.add(write(name, SOUND.replace(damage.get(0), damage.get(1))));
      expected.put(name, damage.get(2));
    }

    List<String> lines = SchemaCheck.of(files).output().lines().toList();

    expected.forEach(
        (name, problem) ->
            assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith(name + ".").contains(problem)));
  }

  private Path write(String name, String definition) throws IOException {
    ObjectNode template = new ObjectMapper().createObjectNode();
    ObjectNode machine = template.putObject("Resources").putObject("Machine");
    machine.put("Type", "AWS::StepFunctions::StateMachine");
    ObjectNode properties = machine.putObject("Properties");
    properties.put("RoleArn", "arn:aws:iam::111122223333:role/backfill");
    properties.put("DefinitionString", definition);
    properties.putObject("DefinitionSubstitutions").put("Function", "ingest");
    return Files.writeString(folder.resolve(name + ".template.json"), template.toString());
  }
}
