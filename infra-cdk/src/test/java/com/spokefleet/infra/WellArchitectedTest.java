package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.cxapi.SynthesisMessage;
import software.constructs.IConstruct;

/**
 * The rules of cdk-nag's packs for solutions and for serverless programs, over the example fleet.
 */
final class WellArchitectedTest {
  /** What is let pass: what the finding says, where it is, and why. */
  private record Exemption(String finding, String where, String reason) {
    boolean covers(String found) {
      return found.matches("/[^ ]*" + where + "[^ ]* " + finding + ".*");
    }
  }

  private static final String WILDCARD = "AwsSolutions-IAM5\\[Resource::";

  private static final List<Exemption> EXEMPTIONS =
      List.of(
          new Exemption(
              WILDCARD + "\\*\\]",
              "/DefaultPolicy/",
              "traces and log deliveries know no resources; LeastPrivilegeTest lists the actions"),
          new Exemption(
              WILDCARD + "arn:[^ ]*/org_id=[0-9a-f-]{36}/\\*\\]",
              "/DefaultPolicy/",
              "objects of one table and one org"),
          new Exemption(
              WILDCARD + "arn:[^ ]*/inbound/[^ ]*/\\*\\]",
              "/DefaultPolicy/",
              "files of one org's own feed"),
          new Exemption(
              WILDCARD + "<StorageRaw[^ ]*/(backup|quarantine|transcripts)/[^ ]*\\]",
              "/DefaultPolicy/",
              "one folder of the org's own bucket"),
          new Exemption(
              WILDCARD + "arn:[^ ]*:kms:[^ ]*:key/\\*\\]",
              "/DefaultPolicy/",
              "of another account perhaps; narrowed to use through S3 for the lake's bucket"),
          new Exemption(
              WILDCARD + "arn:[^ ]*:execution:[^ ]*-backfill/\\*\\]",
              "/Backfill/",
              "executions of the machine itself"),
          new Exemption(
              WILDCARD + "arn:[^ ]*-spokefleet-lake/[a-z_]+/\\*\\]",
              "/Readers/",
              "objects of a table that fleet.yaml lets the reader read"),
          new Exemption(
              WILDCARD + "<QueriesResults[^ ]*/readers/[^ ]*\\]",
              "/Readers/",
              "results of the reader's own queries"),
          new Exemption(
              "(AwsSolutions-SQS3|Serverless-SQSRedrivePolicy)",
              "/DeadLetters/",
              "is a queue of dead letters, of a rule, a schedule or a function"),
          new Exemption(
              "Serverless-LambdaDLQ",
              "/(Ingest|Closure|Replay|Transform)/Function/",
              "called through EventInvokeConfig with a queue, by a queue, or by Firehose, which"
                  + " keeps what fails; DeadLetterContractTest"),
          new Exemption(
              "Serverless-LambdaEventSourceMappingDestination",
              "/(Closure|Replay)/Function/",
              "a queue keeps what is not answered, and passes it on to its own"),
          new Exemption(
              "Serverless-SNSRedrivePolicy",
              "/Alarms/Topic/",
              "an e-mail; the alarm stays in its state in CloudWatch whether it arrives or not"),
          new Exemption(
              "AwsSolutions-SMG4",
              "/Secrets/Empty",
              "Genesys Cloud knows no rotation by others; a changed secret is read again"),
          new Exemption(
              "AwsSolutions-SMG4",
              "/Secrets/Random",
              "hashes of one caller under two keys would be two callers"));

  @TempDir private Path folder;

  @Test
  void findsNothingButWhatHasAReason() {
    List<String> findings = findings();
    assertThat(findings.stream().filter(found -> exemptions(found).isEmpty())).isEmpty();
    assertThat(EXEMPTIONS)
        .as("exemptions that nothing needs")
        .allMatch(exemption -> findings.stream().anyMatch(exemption::covers));
  }

  private static List<Exemption> exemptions(String found) {
    return EXEMPTIONS.stream().filter(exemption -> exemption.covers(found)).toList();
  }

  private List<String> findings() {
    App app = FleetApp.newApp(folder);
    FleetStacks.add(app, SynthesisedFleet.EXAMPLE, SynthesisedFleet.code());
    Aspects.of(app).add(new AwsSolutionsChecks());
    Aspects.of(app).add(new ServerlessChecks());
    TreeSet<String> found = new TreeSet<>();
    for (IConstruct child : app.getNode().getChildren()) {
      if (child instanceof Stack stack) {
        Annotations annotations = Annotations.fromStack(stack);
        add(annotations.findError("*", Match.anyValue()), found);
        add(annotations.findWarning("*", Match.anyValue()), found);
      }
    }
    return List.copyOf(found);
  }

  private static void add(List<SynthesisMessage> messages, TreeSet<String> found) {
    for (SynthesisMessage message : messages) {
      String text = String.valueOf(message.getEntry().getData());
      found.add(message.getId() + " " + text.lines().findFirst().orElse(""));
    }
  }
}
