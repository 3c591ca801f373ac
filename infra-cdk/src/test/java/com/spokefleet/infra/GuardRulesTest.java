package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.infra.CfnGuard.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templates keep AWS's own rules for them, but for exceptions that each have a reason. */
final class GuardRulesTest {
  /** What nobody should deploy. */
  private static final String CARELESS =
      """
      {"Resources": {
        "Open": {"Type": "AWS::S3::Bucket", "Properties": {}},
        "Stale": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": {}}},
        "Plain": {"Type": "AWS::Kinesis::Stream", "Properties": {"ShardCount": 1}}}}
      """;

  private final CfnGuard guard = new CfnGuard();

  @TempDir Path folder;

  @Test
  void theExampleFleetKeepsThem() {
    List<Finding> findings = guard.findings(TemplateFiles.in(SynthesisedFleet.example().folder()));
    GuardExceptions exceptions = GuardExceptions.read();

    assertThat(exceptions.without(findings))
        .as("Mend it, or write the exception and its reason into guard-exceptions.json")
        .isEmpty();
    assertThat(exceptions.unused(findings)).as("take these out").isEmpty();
  }

  /** The control: what is careless is found, and no exception of ours excuses it. */
  @Test
  void carelessResourcesAreFound() throws IOException {
    List<Finding> findings = guard.findings(List.of(careless()));

    assertThat(findings)
        .extracting(finding -> finding.rule() + " " + finding.id())
        .contains("CT.S3.PR.1 Open", "CT.S3.PR.10 Open", "CT.S3.PR.11 Open", "CT.S3.PR.2 Open")
        .contains("CT.KMS.PR.1 Stale", "CT.KINESIS.PR.1 Plain");
    assertThat(GuardExceptions.read().without(findings))
        .extracting(Finding::rule)
        .contains("CT.S3.PR.1", "CT.S3.PR.10", "CT.KMS.PR.1", "CT.KINESIS.PR.1");
  }

  /** Leaving out the rules on types that are not there is a matter of time only. */
  @Test
  void theOtherRulesFindNothingMore() throws IOException {
    List<Path> templates = List.of(careless());

    assertThat(guard.findings(templates))
        .containsExactlyInAnyOrderElementsOf(guard.findings(templates, guard.ruleFiles()));
    assertThat(guard.ruleFiles()).hasSizeGreaterThan(200);
  }

  @Test
  void anExceptionThatExceptsNothingIsTold() {
    GuardExceptions.Entry needed =
        new GuardExceptions.Entry(
            "CT.S3.PR.2", "AWS::S3::Bucket Log.*", "a reason, as it were, of words");
    GuardExceptions.Entry spare =
        new GuardExceptions.Entry(
            "CT.S3.PR.2", "AWS::S3::Bucket Lock.*", "a reason that is history");
    List<Finding> findings =
        List.of(
            new Finding("CT.S3.PR.2", "spoke", "AWS::S3::Bucket", "LogsA1", ""),
            new Finding("CT.S3.PR.2", "spoke", "AWS::S3::Bucket", "RawA2", ""),
            new Finding("CT.S3.PR.3", "spoke", "AWS::S3::Bucket", "LogsA1", ""));
    GuardExceptions exceptions = new GuardExceptions(List.of(needed, spare));

    assertThat(exceptions.unused(findings)).containsExactly(spare);
    assertThat(exceptions.without(findings)).containsExactlyElementsOf(findings.subList(1, 3));
  }

  @Test
  void anExceptionNeedsAReason() {
    assertThatThrownBy(() -> new GuardExceptions.Entry("CT.S3.PR.2", ".*", "because"))
        .hasMessageContaining("without a reason");
  }

  private Path careless() throws IOException {
    return Files.writeString(folder.resolve("careless.template.json"), CARELESS);
  }
}
