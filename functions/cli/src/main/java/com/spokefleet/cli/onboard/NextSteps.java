package com.spokefleet.cli.onboard;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.configuration.CheckResult;
import com.spokefleet.genesys.configuration.CheckResult.Status;
import com.spokefleet.genesys.onboarding.IntegrationCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is left to do by hand, in its order: in Genesys Cloud, then in AWS. */
final class NextSteps {
  private static final String DEPLOYABLE = "secretsmanager:";

  private NextSteps() {}

  static List<String> of(Spoke spoke, GenesysRole role, Findings findings, Outcome outcome) {
    List<String> steps = new ArrayList<>();
    if (findings.organization().isEmpty()) {
      steps.add(
          "Genesys Cloud, Admin, Roles: create the role \"%s\" above, or send the body that"
                  .formatted(role.name())
              + " --role-json prints to POST /api/v2/authorization/roles (needs"
              + " authorization:role:add).");
      steps.add(
          "Genesys Cloud, Admin, OAuth: add a client with the grant type Client Credentials and"
              + " this role for all divisions. Whoever does it must hold the role, too.");
    } else {
      steps.add(
          "Genesys Cloud, Admin, OAuth: see that the client has the role \"%s\" above and no other,"
                  .formatted(role.name())
              + " for all divisions.");
    }
    if (!isOk(findings, IntegrationCheck.INTEGRATION) || !isOk(findings, TopicCheck.FILTER)) {
      steps.add(
          "Genesys Cloud, Admin, Integrations: Amazon EventBridge Source with %s, region %s, a"
                  .formatted(
                      spoke.awsAccount().map("account "::concat).orElse("your account"),
                      spoke.awsRegion())
              + " suffix such as spokefleet, and the topics "
              + topics(findings)
              + "; activate it. Then run this command again and set eventSource.");
    }
    String credentials = spoke.credentials();
    if (!credentials.startsWith(DEPLOYABLE)) {
      steps.add(
          "fleet.yaml: name a secret for the org's function, such as credentials:"
              + " secretsmanager:spokefleet/%s; %s is to be had on this machine only."
                  .formatted(spoke.name(), credentials));
    }
    if (outcome.status() == Outcome.Status.NOT_WRITTEN) {
      steps.add("Run this command again.");
    }
    steps.add("fleet plan: see when the org is read.");
    steps.add(
        "./fleet cdk diff, then ./fleet cdk deploy: the org's stack makes the bus of its event"
            + " source; an event source that stays pending has none yet.");
    steps.add(
        "AWS, Secrets Manager in %s: put {\"clientId\": …, \"clientSecret\": …} into that secret, which"
                .formatted(spoke.awsRegion())
            + " the stack makes empty where its name begins with spokefleet/.");
    return steps;
  }

  private static boolean isOk(Findings findings, String check) {
    return findings.checks().stream()
        .filter(result -> result.name().equals(check))
        .map(CheckResult::status)
        .anyMatch(Status.OK::equals);
  }

  private static String topics(Findings findings) {
    List<TopicState> routed =
        findings.topics().stream()
            .filter(TopicState::isRouted)
            .filter(topic -> topic.offer() != TopicState.Offer.NOT_OFFERED)
            .toList();
    return routed.isEmpty()
        ? "that go somewhere (docs/EVENTS.md)"
        : routed.stream().map(TopicState::topic).collect(Collectors.joining(", "));
  }
}
