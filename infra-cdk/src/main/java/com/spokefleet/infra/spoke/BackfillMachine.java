package com.spokefleet.infra.spoke;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * Re-reads any span of days on AWS: one month after the other, so that an org never has more than
 * one unit at work, each month an execution of its own, so that years fit. It repeats the very
 * request that {@code fleet backfill} repeats.
 */
public final class BackfillMachine extends Construct {
  /** The definition, in the states language of Step Functions. */
  public static final String DEFINITION = "backfill.asl.json";

  public BackfillMachine(Construct scope, String id, OrgScope org, IngestFunction ingest) {
    super(scope, id);
    String name = org.names().of("backfill");
    String function = ingest.function().function().getFunctionArn();
    CfnLogGroup log =
        CfnLogGroup.Builder.create(this, "Log")
            .logGroupName("/aws/vendedlogs/states/" + name)
            .retentionInDays(org.logDays())
            .build();
    log.applyRemovalPolicy(RemovalPolicy.DESTROY);
    StateMachine machine =
        StateMachine.Builder.create(this, "Machine")
            .stateMachineName(name)
            .stateMachineType(StateMachineType.STANDARD)
            .definitionBody(DefinitionBody.fromString(definition()))
            .definitionSubstitutions(
                Map.of("Function", function, "Partition", Stack.of(this).getPartition()))
            .tracingEnabled(true)
            .logs(
                LogOptions.builder()
                    .destination(LogGroup.fromLogGroupArn(this, "LogName", log.getAttrArn()))
                    .level(LogLevel.ALL)
                    .includeExecutionData(false)
                    .build())
            .build();
    machine.addToRolePolicy(
        PolicyStatement.Builder.create()
            .sid("Unit")
            .actions(List.of("lambda:InvokeFunction"))
            .resources(List.of(function))
            .build());
    // Each month is an execution that the machine starts of itself.
    machine.addToRolePolicy(
        PolicyStatement.Builder.create()
            .sid("Months")
            .actions(List.of("states:StartExecution"))
            .resources(List.of(arn("stateMachine", name)))
            .build());
    machine.addToRolePolicy(
        PolicyStatement.Builder.create()
            .sid("Look")
            .actions(List.of("states:DescribeExecution", "states:StopExecution"))
            .resources(List.of(arn("execution", name + "/*")))
            .build());
  }

  private String arn(String kind, String name) {
    Stack stack = Stack.of(this);
    return "arn:%s:states:%s:%s:%s:%s"
        .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), kind, name);
  }

  private static String definition() {
    try (InputStream definition = BackfillMachine.class.getResourceAsStream(DEFINITION)) {
      if (definition == null) {
        throw new IllegalStateException("Cannot find " + DEFINITION + " beside its class");
      }
      return new String(definition.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read " + DEFINITION, failure);
    }
  }
}
