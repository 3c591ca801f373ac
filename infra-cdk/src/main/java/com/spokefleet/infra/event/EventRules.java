package com.spokefleet.infra.event;

import com.spokefleet.events.rule.RoutingRule;
import com.spokefleet.infra.function.OwnAccount;
import com.spokefleet.infra.spoke.OrgScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.events.CfnEventBus;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The rules of one bus, each target with the queue of what it did not take. */
final class EventRules {
  /** A day, the longest EventBridge tries. */
  private static final int LONGEST_SECONDS = 86_400;

  private static final int TRIES = 185;

  /** An end event that is older is left to the ticks. */
  private static final int CLOSURE_SECONDS = 120;

  private final Construct scope;
  private final OrgScope org;
  private final CfnEventBus bus;
  private final Queue deadLetters;
  private final List<String> streamArns;
  private final List<CfnRule> rules = new ArrayList<>();

  /** One for all rules of the bus, made when the first needs it. */
  private @Nullable Role role;

  EventRules(
      Construct scope, OrgScope org, CfnEventBus bus, Queue deadLetters, List<String> streamArns) {
    this.scope = scope;
    this.org = org;
    this.bus = bus;
    this.deadLetters = deadLetters;
    this.streamArns = streamArns;
  }

  void toStreams(RoutingRule rule, List<String> arns) {
    String roleArn = role().getRoleArn();
    List<CfnRule.TargetProperty> targets = new ArrayList<>();
    for (String arn : arns) {
      targets.add(
          target("stream-" + targets.size(), arn, LONGEST_SECONDS).roleArn(roleArn).build());
    }
    rule(rule, targets);
  }

  void toQueue(RoutingRule rule, Queue queue) {
    CfnRule made =
        rule(rule, List.of(target("queue", queue.getQueueArn(), CLOSURE_SECONDS).build()));
    admit(queue, List.of(made.getAttrArn()));
  }

  /** Lets the rules put into the dead-letter queue what a target did not take. */
  void admit() {
    if (!rules.isEmpty()) {
      admit(deadLetters, rules.stream().map(CfnRule::getAttrArn).toList());
    }
  }

  private CfnRule rule(RoutingRule rule, List<CfnRule.TargetProperty> targets) {
    String label = rule.target().label();
    CfnRule made =
        CfnRule.Builder.create(scope, "Rule" + label)
            .name(org.names().of(label))
            .description("Events of %s: %s".formatted(org.spoke().name(), label))
            .eventBusName(bus.getRef())
            .eventPattern(rule.pattern().asMap())
            .state("ENABLED")
            .targets(targets)
            .build();
    rules.add(made);
    return made;
  }

  private CfnRule.TargetProperty.Builder target(String id, String arn, int seconds) {
    return CfnRule.TargetProperty.builder()
        .id(id)
        .arn(arn)
        .deadLetterConfig(
            CfnRule.DeadLetterConfigProperty.builder().arn(deadLetters.getQueueArn()).build())
        .retryPolicy(
            CfnRule.RetryPolicyProperty.builder()
                .maximumEventAgeInSeconds(seconds)
                .maximumRetryAttempts(TRIES)
                .build());
  }

  private static void admit(Queue queue, List<String> ruleArns) {
    queue.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("Rules")
            .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
            .actions(List.of("sqs:SendMessage"))
            .resources(List.of(queue.getQueueArn()))
            .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", ruleArns)))
            .build());
  }

  private Role role() {
    if (role == null) {
      role = newRole();
    }
    return role;
  }

  private Role newRole() {
    return Role.Builder.create(scope, "RuleRole")
        .roleName(org.names().of("rules"))
        .description("Puts events of " + org.spoke().name() + " on streams")
        .assumedBy(OwnAccount.service(scope, "events.amazonaws.com"))
        .inlinePolicies(
            Map.of(
                "put",
                PolicyDocument.Builder.create()
                    .statements(
                        List.of(
                            PolicyStatement.Builder.create()
                                .actions(List.of("firehose:PutRecord", "firehose:PutRecordBatch"))
                                .resources(streamArns)
                                .build()))
                    .build()))
        .build();
  }
}
