package com.spokefleet.genesys.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.config.Poll;
import com.spokefleet.config.Residency;
import com.spokefleet.genesys.auth.SecretException;
import com.spokefleet.genesys.configuration.CheckResult.Status;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OrgCheckTest {
  private static final String ORGANIZATION = "/api/v2/organizations/me";
  private static final String QUEUES = "/api/v2/routing/queues";
  private static final String WRAPUP_CODES = "/api/v2/routing/wrapupcodes";
  private static final String DIVISIONS = "/api/v2/authorization/divisions";
  private static final String USERS = "/api/v2/users";
  private static final String AGGREGATES = "/api/v2/analytics/conversations/aggregates/query";
  private static final String DETAILS = "/api/v2/analytics/conversations/details/query";
  private static final String AVAILABILITY =
      "/api/v2/analytics/conversations/details/jobs/availability";
  private static final String PRESENCES = "/api/v2/presence/definitions";
  private static final String USERS_DETAILS = "/api/v2/analytics/users/details/query";
  private static final String AUDITED_SERVICES = "/api/v2/audits/query/servicemapping";
  private static final String EDGES = "/api/v2/telephony/providers/edges";

  private LoopbackOrg org;

  @BeforeEach
  void start() throws IOException {
    org = new LoopbackOrg();
    serveHealthily(org);
  }

  @AfterEach
  void stop() {
    org.close();
  }

  @Test
  void findsAHealthyOrgInOrder() {
    List<CheckResult> results = check(Residency.FULL);

    assertThat(results)
        .containsExactly(
            CheckResult.ok("sign-in"),
            CheckResult.ok("organization"),
            CheckResult.ok("queues"),
            CheckResult.ok("divisions"),
            CheckResult.ok("conversation aggregates"),
            CheckResult.ok("wrap-up codes"),
            CheckResult.ok("users"),
            CheckResult.ok("conversation details"),
            CheckResult.ok("availability of details jobs"),
            CheckResult.ok("presence definitions"),
            CheckResult.ok("users details"));
    assertThat(org.requests())
        .extracting(Seen::path)
        .containsExactly(
            ORGANIZATION,
            QUEUES,
            DIVISIONS,
            AGGREGATES,
            WRAPUP_CODES,
            USERS,
            DETAILS,
            AVAILABILITY,
            PRESENCES,
            USERS_DETAILS);
  }

  @Test
  void asksForOneConversationOfOneMinuteOnly() {
    check(Residency.FULL);

    Seen query = org.requests().get(6);
    assertThat(query.method()).isEqualTo("POST");
    assertThat(query.body())
        .isEqualTo(
            "{\"interval\":\"2026-11-20T10:59:00Z/2026-11-20T11:00:00Z\",\"order\":\"asc\","
                + "\"paging\":{\"pageSize\":1,\"pageNumber\":1}}");
  }

  @Test
  void neverAsksAMetricsOnlyOrgForPeopleOrConversations() {
    List<CheckResult> results = check(Residency.METRICS_ONLY);

    assertThat(results).extracting(CheckResult::status).containsOnly(Status.OK);
    assertThat(org.requests())
        .extracting(Seen::path)
        .containsExactly(ORGANIZATION, QUEUES, DIVISIONS, AGGREGATES);
  }

  /** findsAHealthyOrgInOrder is the control: nothing of this is asked of an org without polls. */
  @Test
  void asksAlsoForWhatIsPolledOfWhateverResidency() {
    org.answer(AUDITED_SERVICES, Answer.denied("audits:audit:view"));

    List<CheckResult> results = checkPolled(Residency.METRICS_ONLY, Poll.AUDITS, Poll.EDGE_METRICS);

    assertThat(failed(results)).containsExactly("audits");
    assertThat(named(results, "audits").remedy())
        .contains("add the permission audits:audit:view to a role");
    assertThat(named(results, "edges").status()).isEqualTo(Status.OK);
    assertThat(org.requests())
        .extracting(Seen::path)
        .containsExactlyInAnyOrder(
            ORGANIZATION, QUEUES, DIVISIONS, AGGREGATES, AUDITED_SERVICES, EDGES);

    org.answer(EDGES, Answer.denied("telephony:plugin:all"));
    assertThat(named(checkPolled(Residency.FULL, Poll.EDGE_METRICS), "edges").remedy())
        .contains("add the permission telephony:plugin:all to a role");
  }

  @Test
  void namesEachDeniedPermissionAndGoesOn() {
    org.answer(QUEUES, Answer.denied("routing:queue:view"));
    org.answer(DETAILS, Answer.denied("analytics:conversationDetail:view"));

    List<CheckResult> results = check(Residency.FULL);

    assertThat(failed(results)).containsExactly("queues", "conversation details");
    assertThat(named(results, "queues").problem())
        .isEqualTo(
            "Cannot get queues of emea: Genesys answered 403 (missing.permissions), the client"
                + " lacks the permission routing:queue:view");
    assertThat(named(results, "queues").remedy())
        .contains("add the permission routing:queue:view to a role");
    assertThat(named(results, "conversation details").remedy())
        .contains("analytics:conversationDetail:view");
    assertThat(named(results, "availability of details jobs").status()).isEqualTo(Status.OK);
  }

  @Test
  void callsARefusedSignInFailedNamesTheRegionAndAsksNothingElse() {
    org.answer(LoopbackOrg.TOKEN_PATH, Answer.status(400, "{\"error\":\"invalid_client\"}"));

    List<CheckResult> results = check(Residency.FULL);

    assertThat(failed(results)).containsExactly("sign-in");
    assertThat(named(results, "sign-in").problem()).contains("refuses the client id or secret");
    assertThat(named(results, "sign-in").remedy())
        .contains("region eu-central-1")
        .contains(LoopbackOrg.ID);
    assertThat(results.subList(1, 11)).extracting(CheckResult::status).containsOnly(Status.UNKNOWN);
    assertThat(org.requests()).isEmpty();
  }

  @Test
  void callsUnreadableCredentialsFailed() throws IOException {
    try (LoopbackOrg withoutSecret =
        new LoopbackOrg(
            reference -> {
              throw new SecretException(
                  FailureKind.PERMANENT, "Cannot read credentials 'env:EMEA': not set", null);
            })) {
      CheckResult signIn = run(withoutSecret, LoopbackOrg.ID, Residency.FULL).getFirst();

      assertThat(signIn)
          .isEqualTo(
              CheckResult.failed(
                  "sign-in",
                  "Cannot read credentials 'env:EMEA': not set",
                  "store the id and secret of the org's OAuth client at that place"));
    }
  }

  @Test
  void tellsAWrongOrgFromAWrongRegionAndAsksItForNothingPersonal() {
    List<CheckResult> results = run(org, "another-org", Residency.FULL);

    assertThat(named(results, "sign-in").status()).isEqualTo(Status.OK);
    assertThat(named(results, "organization").status()).isEqualTo(Status.FAILED);
    assertThat(named(results, "organization").problem())
        .isEqualTo(
            "The credentials of emea belong to another org: %s (Example), not another-org"
                .formatted(LoopbackOrg.ID));
    assertThat(named(results, "users").status()).isEqualTo(Status.UNKNOWN);
    assertThat(named(results, "conversation details").status()).isEqualTo(Status.UNKNOWN);
    assertThat(named(results, "queues").status()).isEqualTo(Status.OK);
    assertThat(org.requests()).extracting(Seen::path).doesNotContain(USERS, DETAILS);
  }

  @Test
  void callsThrottlingUnknownAndGoesOn() {
    org.answer(WRAPUP_CODES, new Answer(429, "{}", Map.of("Retry-After", "3600")));

    List<CheckResult> results = check(Residency.FULL);

    assertThat(failed(results)).isEmpty();
    assertThat(named(results, "wrap-up codes").status()).isEqualTo(Status.UNKNOWN);
    assertThat(named(results, "wrap-up codes").remedy()).contains("later");
    assertThat(named(results, "divisions").status()).isEqualTo(Status.OK);
  }

  @Test
  void callsAFaultUnknownAndNeverDenied() {
    org.answer(USERS, Answer.status(502, "<html>bad gateway</html>"));
    org.answer(DIVISIONS, Answer.status(200, "<html>please log in</html>"));

    List<CheckResult> results = check(Residency.FULL);

    assertThat(failed(results)).isEmpty();
    assertThat(named(results, "users").status()).isEqualTo(Status.UNKNOWN);
    assertThat(named(results, "divisions").status()).isEqualTo(Status.UNKNOWN);
    assertThat(named(results, "divisions").remedy()).contains("proxy");
  }

  @Test
  void callsAnUnreachableOrgUnknown() {
    org.disconnect();

    List<CheckResult> results = check(Residency.FULL);

    assertThat(results).hasSize(11).extracting(CheckResult::status).containsOnly(Status.UNKNOWN);
  }

  @Test
  void saysWhenTheApiRefusesTokensOfItsOwnLogin() {
    org.answer(ORGANIZATION, Answer.status(401, "{\"code\":\"bad.credentials\"}"));

    assertThat(named(check(Residency.FULL), "organization").remedy())
        .contains("API and login endpoints are of one region");
  }

  @Test
  void givesEveryProblemARemedy() {
    for (String path : List.of(ORGANIZATION, QUEUES, USERS, DETAILS, AVAILABILITY)) {
      org.answer(path, Answer.status(404, "{}"));
    }

    assertThat(check(Residency.FULL))
        .allSatisfy(
            result -> {
              boolean ok = result.status() == Status.OK;
              assertThat(Objects.isNull(result.problem())).isEqualTo(ok);
              assertThat(Objects.isNull(result.remedy())).isEqualTo(ok);
            });
  }

  private List<CheckResult> check(Residency residency) {
    return run(org, LoopbackOrg.ID, residency);
  }

  private List<CheckResult> checkPolled(Residency residency, Poll... polls) {
    return run(org, LoopbackOrg.ID, residency, Set.of(polls));
  }

  private static List<CheckResult> run(LoopbackOrg org, String orgId, Residency residency) {
    return run(org, orgId, residency, Set.of());
  }

  private static List<CheckResult> run(
      LoopbackOrg org, String orgId, Residency residency, Set<Poll> polls) {
    CheckedOrg checked =
        new CheckedOrg(LoopbackOrg.NAME, Optional.of(orgId), "eu-central-1", residency, polls);
    return new OrgCheck(checked, org.tokens(), org.http()).run(org.deadline());
  }

  private static void serveHealthily(LoopbackOrg org) {
    org.answer(
        ORGANIZATION,
        Answer.json("{\"id\":\"%s\",\"name\":\"Example\"}".formatted(LoopbackOrg.ID)));
    for (String path : List.of(QUEUES, WRAPUP_CODES, DIVISIONS, USERS)) {
      org.list(path, List.of());
    }
    org.answer(AGGREGATES, Answer.json("{}"));
    org.answer(DETAILS, Answer.json("{}"));
    org.answer(AVAILABILITY, Answer.json("{\"dataAvailabilityDate\":\"2026-11-20T03:00:00Z\"}"));
    org.answer(PRESENCES, Answer.json("{\"entities\":[],\"total\":0}"));
    org.answer(USERS_DETAILS, Answer.json("{\"totalHits\":0}"));
    org.answer(AUDITED_SERVICES, Answer.json("{\"services\":[]}"));
    org.list(EDGES, List.of());
  }

  private static List<String> failed(List<CheckResult> results) {
    return results.stream()
        .filter(result -> result.status() == Status.FAILED)
        .map(CheckResult::name)
        .toList();
  }

  private static CheckResult named(List<CheckResult> results, String name) {
    return results.stream().filter(result -> result.name().equals(name)).findFirst().orElseThrow();
  }
}
