package com.spokefleet.cli.onboard;

import com.spokefleet.cli.OrgConnection;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.configuration.CheckResult;
import com.spokefleet.genesys.configuration.CheckedOrg;
import com.spokefleet.genesys.configuration.ConfigurationApi;
import com.spokefleet.genesys.configuration.DivisionObject;
import com.spokefleet.genesys.configuration.OrgCheck;
import com.spokefleet.genesys.configuration.OrgPermission;
import com.spokefleet.genesys.configuration.OrganizationObject;
import com.spokefleet.genesys.configuration.PermissionHelp;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.onboarding.AvailableTopic;
import com.spokefleet.genesys.onboarding.ClientGrant;
import com.spokefleet.genesys.onboarding.DivisionCheck;
import com.spokefleet.genesys.onboarding.EventIntegration;
import com.spokefleet.genesys.onboarding.IntegrationCheck;
import com.spokefleet.genesys.onboarding.OnboardingApi;
import com.spokefleet.telemetry.SpokefleetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the Genesys side of one org: what doctor looks at, and its divisions, integration and
 * topics besides. A question that gets no answer is unknown, with the reason; nothing is thrown.
 */
final class OrgInspection {
  private static final int FORBIDDEN = 403;

  private final Spoke spoke;
  private final Optional<String> suffix;
  private final OrgConnection connection;
  private final ConfigurationApi configuration;
  private final OnboardingApi onboarding;

  /**
   * @param spoke as fleet.yaml will have it; its org id need not be known yet
   * @param suffix of the integration meant; empty where it can be told otherwise
   */
  OrgInspection(Spoke spoke, Optional<String> suffix, OrgConnection connection) {
    this.spoke = spoke;
    this.suffix = suffix;
    this.connection = connection;
    this.configuration = new ConfigurationApi(connection.http(), spoke.name());
    this.onboarding = new OnboardingApi(connection.http(), spoke.name());
  }

  /** Who answers; empty if nobody does, which {@link #examine} explains. */
  Optional<OrganizationObject> identify(Deadline deadline) {
    try {
      return Optional.of(configuration.organization(deadline));
    } catch (SpokefleetException unanswered) {
      return Optional.empty();
    }
  }

  Findings examine(Optional<OrganizationObject> organization, Deadline deadline) {
    CheckedOrg checked =
        new CheckedOrg(
            spoke.name(),
            organization.map(OrganizationObject::id),
            spoke.genesysRegion().awsRegion(),
            spoke.residency(),
            spoke.polls());
    List<CheckResult> checks =
        new ArrayList<>(
            new OrgCheck(checked, connection.tokens(), connection.http()).run(deadline));
    if (organization.isEmpty()) {
      List.of(DivisionCheck.NAME, IntegrationCheck.INTEGRATION, TopicCheck.OFFERED)
          .forEach(name -> checks.add(notAsked(name)));
      return new Findings(organization, checks, List.of(), Optional.empty(), List.of());
    }
    checks.add(divisions(checked, deadline));
    Integrations integrations = integrations(deadline);
    checks.addAll(integrations.checks());
    Optional<EventIntegration> integration =
        integrations.found().flatMap(IntegrationCheck.Found::integration);
    Optional<Map<String, AvailableTopic>> available = available(checks, deadline);
    TopicCheck topics =
        new TopicCheck(spoke, integration.flatMap(EventIntegration::topics), available);
    if (integration.isPresent()) {
      checks.add(topics.filter());
    }
    if (available.isPresent()) {
      checks.add(topics.offered());
    }
    Optional<String> eventSource =
        integrations
            .found()
            .filter(IntegrationCheck.Found::isUsable)
            .flatMap(IntegrationCheck.Found::integration)
            .flatMap(one -> one.eventSource(organization.get().id()));
    return new Findings(
        organization, checks, topics.topics(), eventSource, topics.costOnly().stream().toList());
  }

  private CheckResult divisions(CheckedOrg checked, Deadline deadline) {
    try {
      List<DivisionObject> divisions = configuration.divisions(deadline);
      List<ClientGrant> grants = onboarding.grants(deadline);
      return new DivisionCheck(divisions, grants).run(OrgPermission.of(checked));
    } catch (GenesysException failure) {
      return CheckResult.unanswered(
          DivisionCheck.NAME,
          failure,
          "see by eye, in Genesys Cloud, Admin, OAuth, that the client has its role for all"
              + " divisions");
    }
  }

  private record Integrations(Optional<IntegrationCheck.Found> found, List<CheckResult> checks) {}

  private Integrations integrations(Deadline deadline) {
    IntegrationCheck check = new IntegrationCheck(suffix, spoke.awsAccount(), spoke.awsRegion());
    try {
      IntegrationCheck.Found found = check.run(onboarding.eventIntegrations(deadline));
      return new Integrations(Optional.of(found), found.results());
    } catch (GenesysException failure) {
      String remedy =
          failure.status().orElse(0) == FORBIDDEN
              ? PermissionHelp.howToGrant(Optional.of(OrgPermission.INTEGRATIONS))
                  + ", while the org is onboarded; or look at the integration by eye"
              : "look at the integration by eye, in Genesys Cloud, Admin, Integrations";
      return new Integrations(
          Optional.empty(),
          List.of(CheckResult.unanswered(IntegrationCheck.INTEGRATION, failure, remedy)));
    }
  }

  private Optional<Map<String, AvailableTopic>> available(
      List<CheckResult> checks, Deadline deadline) {
    try {
      return Optional.of(onboarding.availableTopics(deadline));
    } catch (GenesysException failure) {
      checks.add(
          CheckResult.unanswered(
              TopicCheck.OFFERED,
              failure,
              "put the topics into the integration and see whether events come"));
      return Optional.empty();
    }
  }

  private static CheckResult notAsked(String name) {
    return CheckResult.unknown(
        name, "Not asked, because it is not known which org this is", "solve the above first");
  }
}
