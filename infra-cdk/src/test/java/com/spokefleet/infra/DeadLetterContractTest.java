package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is handed over can be lost on the way, and nothing lies aside unnoticed. */
final class DeadLetterContractTest {
  private static final SynthesisedFleet FLEET = SynthesisedFleet.example();

  static List<Template> orgs() {
    return FLEET.fleet().spokes().stream().map(spoke -> FLEET.template(spoke.name())).toList();
  }

  @ParameterizedTest
  @MethodSource("orgs")
  void everyTargetOfARuleHasAQueueAndTriesForAWhile(Template template) {
    List<Resource> rules = template.resources("AWS::Events::Rule");
    assertThat(rules).isNotEmpty();
    for (Resource rule : rules) {
      for (JsonNode target : rule.property("Targets")) {
        assertIsQueueThatAdmits(template, target.path("DeadLetterConfig").path("Arn"), rule);
        assertThat(target.path("RetryPolicy").path("MaximumRetryAttempts").asInt()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("orgs")
  void everyScheduleAndEveryFunctionCalledWithoutAnAnswerHasAQueue(Template template) {
    Set<String> withQueue = new HashSet<>();
    for (Resource schedule : template.resources("AWS::Scheduler::Schedule")) {
      JsonNode target = schedule.property("Target");
      assertThat(template.target(target.path("DeadLetterConfig").path("Arn")).type())
          .isEqualTo("AWS::SQS::Queue");
      withQueue.add(template.target(target.path("Arn")).id());
    }
    Set<String> asynchronous = new HashSet<>();
    for (Resource config : template.resources("AWS::Lambda::EventInvokeConfig")) {
      assertThat(
              template
                  .target(
                      config.property("DestinationConfig").path("OnFailure").path("Destination"))
                  .type())
          .isEqualTo("AWS::SQS::Queue");
      asynchronous.add(template.target(config.property("FunctionName")).id());
    }
    assertThat(asynchronous).isEqualTo(withQueue).hasSize(1);
  }

  /**
   * Every other function is called by a queue, which keeps what is not answered, or by Firehose,
   * which puts it into the bucket.
   */
  @ParameterizedTest
  @MethodSource("orgs")
  void everyOtherFunctionIsCalledByWhoKeepsWhatFails(Template template) {
    Set<String> kept = new HashSet<>();
    for (Resource mapping : template.resources("AWS::Lambda::EventSourceMapping")) {
      assertThat(Template.texts(mapping.property("FunctionResponseTypes")))
          .containsExactly("ReportBatchItemFailures");
      kept.add(template.target(mapping.property("FunctionName")).id());
    }
    for (Resource alias : template.resources("AWS::Lambda::Alias")) {
      kept.add(template.target(alias.property("FunctionName")).id());
    }
    for (Resource config : template.resources("AWS::Lambda::EventInvokeConfig")) {
      kept.add(template.target(config.property("FunctionName")).id());
    }
    assertThat(template.resources("AWS::Lambda::Function").stream().map(Resource::id))
        .containsExactlyInAnyOrderElementsOf(kept);
  }

  @ParameterizedTest
  @MethodSource("orgs")
  void everyStreamKeepsWhatItCannotDeliver(Template template) {
    List<Resource> streams = template.resources("AWS::KinesisFirehose::DeliveryStream");
    assertThat(streams).isNotEmpty();
    for (Resource stream : streams) {
      JsonNode backup = stream.node().findPath("S3Configuration");
      JsonNode extended = stream.property("ExtendedS3DestinationConfiguration");
      JsonNode bucket = backup.isMissingNode() ? extended : backup;
      assertThat(template.target(bucket.path("BucketARN")).id()).startsWith("StorageRaw");
      assertThat(bucket.path("ErrorOutputPrefix").asText())
          .startsWith("backup/")
          .endsWith("/!{firehose:error-output-type}/");
    }
  }

  @ParameterizedTest
  @MethodSource("orgs")
  void everyQueueOfDeadLettersHasAnAlarm(Template template) {
    List<String> watched = new ArrayList<>();
    for (Resource alarm : template.resources("AWS::CloudWatch::Alarm")) {
      JsonNode metric = alarm.node().findPath("MetricStat").path("Metric");
      if (metric.path("MetricName").asText().equals("ApproximateNumberOfMessagesVisible")) {
        watched.add(template.target(metric.path("Dimensions").path(0).path("Value")).id());
      }
    }
    List<String> queues =
        template.resources("AWS::SQS::Queue").stream()
            .map(Resource::id)
            .filter(id -> id.contains("DeadLetters"))
            .toList();
    assertThat(queues).hasSizeGreaterThanOrEqualTo(2);
    assertThat(watched).containsExactlyInAnyOrderElementsOf(queues);
  }

  @ParameterizedTest
  @MethodSource("orgs")
  void everyQueueThatFeedsAFunctionPassesOnWhatIsNeverAnswered(Template template) {
    for (Resource queue : template.resources("AWS::SQS::Queue")) {
      if (!queue.id().contains("DeadLetters")) {
        assertThat(
                template.target(queue.property("RedrivePolicy").path("deadLetterTargetArn")).id())
            .contains("DeadLetters");
      }
    }
  }

  @Test
  void theReplayIsSwitchedOffUntilSomebodyWantsIt() {
    for (Template template : orgs()) {
      long off =
          template.resources("AWS::Lambda::EventSourceMapping").stream()
              .filter(
                  mapping ->
                      mapping.property("Enabled").isBoolean()
                          && !mapping.property("Enabled").asBoolean())
              .map(mapping -> template.target(mapping.property("FunctionName")))
              .filter(function -> function.id().contains("Replay"))
              .count();
      assertThat(off).isEqualTo(1);
    }
  }

  private static void assertIsQueueThatAdmits(Template template, JsonNode arn, Resource rule) {
    Resource queue = template.target(arn);
    assertThat(queue.type()).isEqualTo("AWS::SQS::Queue");
    boolean admits =
        template.resources("AWS::SQS::QueuePolicy").stream()
            .filter(policy -> policy.property("Queues").toString().contains(queue.id()))
            .flatMap(policy -> policy.property("PolicyDocument").path("Statement").valueStream())
            .filter(statement -> statement.path("Effect").asText().equals("Allow"))
            .anyMatch(
                statement ->
                    Template.texts(
                            statement.path("Condition").path("ArnEquals").path("aws:SourceArn"))
                        .contains("${" + rule.id() + ".Arn}"));
    assertThat(admits).as("%s admits %s", queue, rule).isTrue();
  }
}
