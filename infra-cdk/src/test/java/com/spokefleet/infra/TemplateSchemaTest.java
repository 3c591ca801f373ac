package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every resource and property of every template is one that CloudFormation knows. */
final class TemplateSchemaTest {
  /** A template with one of everything the check can judge, and nothing wrong with it. */
  private static final String SOUND =
      """
      {"Parameters": {"Name": {"Type": "String"}},
       "Conditions": {"Large": {"Fn::Equals": [{"Ref": "Name"}, "large"]}},
       "Resources": {
        "Queue": {"Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain", "Properties": {
          "QueueName": {"Ref": "Name"}, "MessageRetentionPeriod": 1209600, "SqsManagedSseEnabled": true,
          "Tags": [{"Key": "fleet", "Value": {"Fn::Sub": "${AWS::Region}-${!kept}"}}]}},
        "Function": {"Type": "AWS::Lambda::Function", "DependsOn": ["Queue"], "Properties": {
          "Code": {"S3Bucket": "code", "S3Key": "key"}, "Handler": "a.B", "Runtime": "java25",
          "Role": {"Fn::GetAtt": ["Role", "Arn"]}, "EphemeralStorage": {"Size": 4096},
          "ReservedConcurrentExecutions": {"Fn::If": ["Large", 5, {"Ref": "AWS::NoValue"}]},
          "Environment": {"Variables": {"QUEUE": {"Fn::Sub": "${Queue.Arn}"}}},
          "DeadLetterConfig": {"TargetArn": {"Fn::GetAtt": ["Queue", "Arn"]}}}},
        "Role": {"Type": "AWS::IAM::Role", "Properties": {
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "sts:AssumeRole",
             "Principal": {"Service": "lambda.amazonaws.com"}}]},
          "Policies": [{"PolicyName": "own", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Sid": "Send", "Effect": "Allow", "Action": ["sqs:SendMessage"],
             "Resource": {"Fn::GetAtt": ["Queue", "Arn"]},
             "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}}]}}]}}},
       "Outputs": {"Queue": {"Value": {"Ref": "Queue"}}}}
      """;

  /** What is changed in it, and what the check must say of that. */
  private static final List<List<String>> DAMAGES =
      List.of(
          List.of(
              "AWS::SQS::Queue", "AWS::SQS::Que", "Queue: Type: \"AWS::SQS::Que\" is not known"),
          List.of(
              "MessageRetentionPeriod",
              "MessageRetention",
              "Queue: MessageRetention: is not known"),
          List.of("\"Key\": \"fleet\"", "\"Kee\": \"fleet\"", "Queue: Tags[0].Key: is missing"),
          List.of(
              "\"EphemeralStorage\": {\"Size\"",
              "\"EphemeralStorage\": {\"size\"",
              "Function: EphemeralStorage.size: is not known; did you mean Size?"),
          List.of(
              "\"EphemeralStorage\": {\"Size\": 4096}",
              "\"EphemeralStorage\": {}",
              "Function: EphemeralStorage.Size: is missing"),
          List.of(
              "\"Code\": {\"S3Bucket\": \"code\", \"S3Key\": \"key\"},",
              "",
              "Function: Code: is missing"),
          List.of(
              "1209600", "\"14 days\"", "Queue: MessageRetentionPeriod: must be a whole number"),
          List.of(
              "Enabled\": true", "Enabled\": 1", "Queue: SqsManagedSseEnabled: must be true or"),
          List.of(
              "\"Large\", 5", "\"Large\", \"5x\"", "Function: ReservedConcurrentExecutions: must"),
          List.of(
              "{\"Size\": 4096}",
              "{\"Fn::Join\": [\"\", [\"a\"]]}",
              "Function: EphemeralStorage: must be object but Fn::Join gives text"),
          List.of("\"Queue\", \"Arn\"]}}}}", "\"Cue\", \"Arn\"]}}}}", "there is no resource Cue"),
          List.of("\"Role\", \"Arn\"", "\"Role\", \"Arm\"", "AWS::IAM::Role has no attribute Arm"),
          List.of("${Queue.Arn}", "${Queue.Urn}", "AWS::SQS::Queue has no attribute Urn"),
          List.of("Value\": {\"Ref\": \"Queue\"", "Value\": {\"Ref\": \"Q\"", "no parameter Q"),
          List.of("[\"Queue\"], \"Prop", "[\"Que\"], \"Prop", "Function: DependsOn: there is no"),
          List.of(
              "\"Fn::If\": [\"Large\"", "\"Fn::If\": [\"Small\"", "there is no condition Small"),
          List.of(
              "\"DeletionPolicy\": \"Retain\"", "\"DeletionPolicy\": \"Keep\"", "no such policy"),
          List.of("\"DeletionPolicy\"", "\"Deletionpolicy\"", "is no member of a resource"),
          List.of("Fn::Sub\": \"${AWS", "Fn::Sup\": \"${AWS", "there is no function Fn::Sup"),
          List.of("\"Condition\": {\"Str", "\"Conditions\": {\"Str", "is no member of a statement"),
          List.of("StringEquals", "StringEqual", "StringEqual: is no operator of conditions"),
          List.of("aws:SourceAccount", "aws:SourceAcount", "is no condition key that is known"),
          List.of("sqs:SendMessage", "SendMessage", "\"SendMessage\" is no action"),
          List.of(
              "\"Sid\": \"Send\"", "\"Sid\": \"May send\"", "holds more than letters and digits"),
          List.of("\"Service\": \"lam", "\"Services\": \"lam", "is no kind of principal"),
          List.of(
              "\"Resource\": {\"Fn::GetAtt\": [\"Queue\", \"Arn\"]},",
              "",
              "PolicyDocument.Statement[0].Resource: is missing"));

  @TempDir Path folder;

  @Test
  void theExampleFleetIsAsCloudFormationKnowsIt() {
    Tool check = SchemaCheck.of(TemplateFiles.in(SynthesisedFleet.example().folder()));

    assertThat(check.output()).endsWith(" 0 problems\n");
    assertThat(check.exitCode()).isZero();
  }

  @Test
  void aSoundTemplateIsAccepted() {
    assertThat(SchemaCheck.of(List.of(write("sound", SOUND))).output())
        .isEqualTo("1 templates, 3 resources, 0 problems\n");
  }

  /** The controls: each damage by itself is found, and told where it is. */
  @Test
  void everyDamageIsFound() {
    List<Path> files = new ArrayList<>();
    Map<String, String> expected = new TreeMap<>();
    for (List<String> damage : DAMAGES) {
      assertThat(SOUND.split(Pattern.quote(damage.get(0)), -1)).as(damage.get(0)).hasSize(2);
      String name = "damage-%02d".formatted(files.size());
      files.add(write(name, SOUND.replace(damage.get(0), damage.get(1))));
      expected.put(name, damage.get(2));
    }

    Tool check = SchemaCheck.of(files);

    assertThat(check.exitCode()).isEqualTo(1);
    List<String> lines = check.output().lines().toList();
    expected.forEach(
        (name, problem) ->
            assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith(name + ".").contains(problem)));
  }

  /** A control on the real thing: of any resource of the example, one property misspelt. */
  @Test
  void aMisspeltPropertyOfAnyResourceIsFound() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path file : TemplateFiles.in(SynthesisedFleet.example().folder())) {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode template = (ObjectNode) mapper.readTree(file.toFile());
      for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
        if (resource.getValue().path("Properties") instanceof ObjectNode properties
            && !properties.isEmpty()
            && resource.getValue().path("Type").asText().startsWith("AWS::")) {
          String name = properties.fieldNames().next();
          properties.set(name + "y", properties.remove(name));
        }
      }
      files.add(write(file.getFileName().toString().replace(".template.json", ""), template));
    }

    long resources =
        SynthesisedFleet.example().templates().values().stream()
            .flatMap(template -> template.resources().stream())
            .filter(resource -> resource.type().startsWith("AWS::"))
            .filter(resource -> !resource.node().path("Properties").isEmpty())
            .count();
    assertThat(
            Arrays.stream(SchemaCheck.of(files).output().split("\n", -1))
                .filter(line -> line.contains("y: is not known"))
                .count())
        .isEqualTo(resources);
  }

  private Path write(String name, Object template) {
    try {
      return Files.writeString(folder.resolve(name + ".template.json"), template.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
