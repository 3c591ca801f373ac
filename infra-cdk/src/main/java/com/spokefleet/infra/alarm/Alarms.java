package com.spokefleet.infra.alarm;

import com.spokefleet.infra.function.OwnAccount;
import com.spokefleet.infra.naming.OrgNames;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The alarms of one org, and the topic that tells of them. */
public final class Alarms extends Construct {
  private final Topic topic;

  /**
   * @param notified e-mail addresses
   */
  public Alarms(
      Construct scope,
      String id,
      OrgNames names,
      IKey key,
      List<String> notified,
      List<AlarmRule> rules) {
    super(scope, id);
    topic =
        Topic.Builder.create(this, "Topic")
            .topicName(names.of("alarms"))
            .displayName("Spokefleet: " + names.org())
            .masterKey(key)
            .enforceSsl(true)
            .build();
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("Alarms")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(OwnAccount.condition(this))
            .build());
    notified.forEach(address -> topic.addSubscription(new EmailSubscription(address)));
    rules.forEach(rule -> alarm(names, rule));
  }

  private void alarm(OrgNames names, AlarmRule rule) {
    CfnAlarm.Builder.create(this, rule.name())
        .alarmName(names.alarm(rule.name()))
        .alarmDescription(
            "%s Runbook: docs/OPERATIONS.md, \"%s\""
                .formatted(rule.says(), rule.runbook().section()))
        .metrics(queries(rule))
        .comparisonOperator(rule.whenBelow() ? "LessThanThreshold" : "GreaterThanThreshold")
        .threshold(rule.threshold())
        .evaluationPeriods(rule.periods())
        .datapointsToAlarm(rule.periods())
        .treatMissingData(rule.missingIsWrong() ? "breaching" : "notBreaching")
        .alarmActions(List.of(topic.getTopicArn()))
        .okActions(List.of(topic.getTopicArn()))
        .build();
  }

  private static List<CfnAlarm.MetricDataQueryProperty> queries(AlarmRule rule) {
    List<CfnAlarm.MetricDataQueryProperty> queries = new ArrayList<>();
    queries.add(
        CfnAlarm.MetricDataQueryProperty.builder()
            .id("result")
            .expression(rule.expression())
            .label(rule.name())
            .returnData(true)
            .build());
    rule.figures()
        .forEach(
            (identifier, figure) ->
                queries.add(
                    CfnAlarm.MetricDataQueryProperty.builder()
                        .id(identifier)
                        .metricStat(stat(figure, rule.period().toSeconds()))
                        .returnData(false)
                        .build()));
    return queries;
  }

  private static CfnAlarm.MetricStatProperty stat(Figure figure, long seconds) {
    return CfnAlarm.MetricStatProperty.builder()
        .metric(
            CfnAlarm.MetricProperty.builder()
                .namespace(figure.namespace())
                .metricName(figure.metric())
                .dimensions(
                    figure.dimensions().entrySet().stream()
                        .map(
                            entry ->
                                CfnAlarm.DimensionProperty.builder()
                                    .name(entry.getKey())
                                    .value(entry.getValue())
                                    .build())
                        .toList())
                .build())
        .period(seconds)
        .stat(figure.statistic())
        .build();
  }
}
