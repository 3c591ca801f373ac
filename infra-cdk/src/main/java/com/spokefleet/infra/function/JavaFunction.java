package com.spokefleet.infra.function;

import com.spokefleet.infra.naming.OrgNames;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A function with a role and a log group of its own. The role may write its own log and its traces;
 * whatever else it may is granted where it is needed.
 */
public final class JavaFunction extends Construct {
  private final Role role;
  private final Function function;

  /**
   * @param logDays how long the log is kept
   * @param more what this function has beyond the others
   */
  public JavaFunction(
      Construct scope,
      String id,
      OrgNames names,
      FunctionSettings settings,
      int logDays,
      UnaryOperator<Function.Builder> more) {
    super(scope, id);
    String name = names.of(settings.part());
    CfnLogGroup log =
        CfnLogGroup.Builder.create(this, "Log")
            .logGroupName("/aws/lambda/" + name)
            .retentionInDays(logDays)
            .build();
    log.applyRemovalPolicy(RemovalPolicy.DESTROY);
    role =
        Role.Builder.create(this, "Role")
            .roleName(name)
            .description(settings.description())
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .inlinePolicies(Map.of("log", writing(log)))
            .build();
    function =
        more.apply(
                Function.Builder.create(this, "Function")
                    .functionName(name)
                    .description(settings.description())
                    .runtime(Runtime.JAVA_25)
                    .architecture(Architecture.ARM_64)
                    .handler(settings.handler().getName())
                    .code(Code.fromAsset(settings.code().toString()))
                    .memorySize(settings.memoryMegabytes())
                    .timeout(Duration.seconds(settings.timeout().toSeconds()))
                    .environment(settings.environment())
                    .tracing(Tracing.ACTIVE)
                    .logGroup(LogGroup.fromLogGroupArn(this, "LogName", log.getAttrArn()))
                    .role(role))
            .build();
  }

  public Role role() {
    return role;
  }

  public Function function() {
    return function;
  }

  private static PolicyDocument writing(CfnLogGroup log) {
    return PolicyDocument.Builder.create()
        .statements(
            List.of(
                PolicyStatement.Builder.create()
                    .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                    .resources(List.of(log.getAttrArn()))
                    .build()))
        .build();
  }
}
