package com.spokefleet.infra.spoke;

import com.spokefleet.config.schedule.Slot;
import com.spokefleet.infra.function.OwnAccount;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** Calls the org's ingestion in its minute of every period. */
public final class TickSchedule extends Construct {
  /** The function knows by itself what is due. */
  private static final String WHAT_IS_DUE = "{}";

  private static final int SHORTEST_AGE_SECONDS = 60;

  public TickSchedule(
      Construct scope,
      String id,
      OrgScope org,
      OrgStorage storage,
      IngestFunction ingest,
      Slot slot) {
    super(scope, id);
    String arn = ingest.function().function().getFunctionArn();
    Role role =
        Role.Builder.create(this, "Role")
            .roleName(org.names().of("schedule"))
            .description("Calls the ingestion of " + org.spoke().name())
            .assumedBy(OwnAccount.service(this, "scheduler.amazonaws.com"))
            .inlinePolicies(Map.of("call", calling(arn, storage, ingest)))
            .build();
    CfnSchedule.Builder.create(this, "Schedule")
        .name(org.names().of("ticks"))
        .description("Minute %d of every %s".formatted(slot.minute(), slot.period()))
        .scheduleExpression(slot.cron())
        .scheduleExpressionTimezone("UTC")
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(arn)
                .roleArn(role.getRoleArn())
                .input(WHAT_IS_DUE)
                .deadLetterConfig(
                    CfnSchedule.DeadLetterConfigProperty.builder()
                        .arn(ingest.deadLetters().getQueueArn())
                        .build())
                .retryPolicy(
                    CfnSchedule.RetryPolicyProperty.builder()
                        .maximumRetryAttempts(2)
                        .maximumEventAgeInSeconds(
                            Math.max(SHORTEST_AGE_SECONDS, slot.period().toSeconds()))
                        .build())
                .build())
        .build();
  }

  private static PolicyDocument calling(String arn, OrgStorage storage, IngestFunction ingest) {
    return PolicyDocument.Builder.create()
        .statements(
            List.of(
                PolicyStatement.Builder.create()
                    .actions(List.of("lambda:InvokeFunction"))
                    .resources(List.of(arn))
                    .build(),
                PolicyStatement.Builder.create()
                    .actions(List.of("sqs:SendMessage"))
                    .resources(List.of(ingest.deadLetters().getQueueArn()))
                    .build(),
                PolicyStatement.Builder.create()
                    .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                    .resources(List.of(storage.key().getKeyArn()))
                    .build()))
        .build();
  }
}
