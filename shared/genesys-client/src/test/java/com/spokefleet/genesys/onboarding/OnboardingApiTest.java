package com.spokefleet.genesys.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.genesys.configuration.Answer;
import com.spokefleet.genesys.configuration.LoopbackOrg;
import com.spokefleet.genesys.configuration.Seen;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole answers in, whatever else is in them; anything that is not one is an error. */
final class OnboardingApiTest {
  private static final String SUBJECT = "/api/v2/authorization/subjects/me";
  private static final String INTEGRATIONS = "/api/v2/integrations";
  private static final String TOPICS = "/api/v2/notifications/availabletopics";

  private LoopbackOrg org;
  private OnboardingApi api;

  @BeforeEach
  void start() throws IOException {
    org = new LoopbackOrg();
    api = new OnboardingApi(org.http(), LoopbackOrg.NAME);
  }

  @AfterEach
  void stop() {
    org.close();
  }

  @Test
  void readsGrantsWithWhatTheirRolesAllow() {
    org.answer(
        SUBJECT,
        Answer.json(
            """
            {"id":"c","new":{},"grants":[
              {"division":{"id":"d1","name":"Home"},"new":1,"role":{"id":"r1","name":"Reader",
                "policies":[{"domain":"routing","entityName":"queue","actions":["view","edit"]},
                  {"domain":"analytics","entityName":"*","actions":["*"],"condition":"{}"}]}},
              {"division":{"id":"*"},"role":{"id":"r2"}}]}
            """));

    assertThat(api.grants(org.deadline()))
        .containsExactly(
            new ClientGrant(
                "d1",
                "Reader",
                Optional.of(
                    List.of(
                        new ClientGrant.Policy("routing", "queue", List.of("view", "edit"), false),
                        new ClientGrant.Policy("analytics", "*", List.of("*"), true)))),
            new ClientGrant("*", "r2", Optional.empty()));
  }

  @Test
  void readsIntegrationsOfEventBridgeOnEveryPageAndNoOthers() {
    List<String> others =
        IntStream.range(0, 120)
            .mapToObj("{\"id\":\"other-%d\",\"integrationType\":{\"id\":\"webhook\"}}"::formatted)
            .toList();
    org.list(
        INTEGRATIONS,
        Stream.concat(
                others.stream(),
                Stream.of(
                    entity("one", "ENABLED"), entity("gone", "DELETED"), entity("two", "NEWER")))
            .toList());
    org.answer(
        INTEGRATIONS + "/one/config/current",
        Answer.json(
            """
            {"properties":{"eventSourceSuffix":"spokefleet","awsAccountId":"444455556666",
              "awsAccountRegion":"eu-west-1","eventFilter":["v2.a.{id}"],"new":[]}}
            """));
    org.answer(
        INTEGRATIONS + "/two/config/current",
        Answer.json(
            "{\"properties\":{\"awsAccountId\":4,\"eventFilter\":[{\"topic\":\"v2.a\"}]}}"));

    assertThat(api.eventIntegrations(org.deadline()))
        .containsExactly(
            new EventIntegration(
                "one",
                "Name of one",
                "ENABLED",
                Optional.of("ACTIVE"),
                Optional.of("All is well."),
                Optional.of("spokefleet"),
                Optional.of("444455556666"),
                Optional.of("eu-west-1"),
                Optional.of(List.of("v2.a.{id}"))),
            new EventIntegration(
                "two",
                "Name of two",
                "NEWER",
                Optional.of("ACTIVE"),
                Optional.of("All is well."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void readsTopicsWithWhatCarriesThem() {
    org.answer(
        TOPICS,
        Answer.json(
            """
            {"entities":[{"id":"v2.a.{id}","transports":["Websocket","EventBridge"],"new":0},
              {"id":"v2.b.{id}","transports":["All"]},{"id":"v2.c","transports":["Websocket"]},
              {"id":"v2.d"}]}
            """));

    Map<String, AvailableTopic> topics = api.availableTopics(org.deadline());

    assertThat(topics.get("v2.a.{id}"))
        .isEqualTo(
            new AvailableTopic("v2.a.{id}", Optional.of(Set.of("Websocket", "EventBridge"))));
    assertThat(topics.values())
        .extracting(AvailableTopic::overEventBridge)
        .containsExactly(
            Optional.of(true), Optional.of(true), Optional.of(false), Optional.empty());
    assertThat(org.requests())
        .extracting(Seen::query)
        .containsExactly(Map.of("expand", "transports"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | no list of",
        "{\"grants\":{},\"entities\":{}} | no list of",
        "{\"grants\":[{\"role\":{}}],\"entities\":[{\"integrationType\":"
            + "{\"id\":\"amazon-eventbridge-source\"}}]} | no",
        "[] | no list of",
      })
  void isAnErrorWhereTheAnswerIsNotOne(String body, String reason) {
    for (String path : List.of(SUBJECT, INTEGRATIONS, TOPICS)) {
      org.answer(path, Answer.json(body));
    }
    List<Runnable> questions =
        List.of(
            () -> api.grants(org.deadline()),
            () -> api.eventIntegrations(org.deadline()),
            () -> api.availableTopics(org.deadline()));

    for (Runnable question : questions) {
      assertThatThrownBy(question::run)
          .isInstanceOfSatisfying(
              GenesysException.class,
              failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BAD_DATA))
          .hasMessageContaining("Cannot get ")
          .hasMessageContaining("of emea")
          .hasMessageContaining(reason);
    }
  }

  @Test
  void oneRefusedConfigurationIsNoShorterList() {
    org.list(INTEGRATIONS, List.of(entity("one", "ENABLED")));
    org.answer(
        INTEGRATIONS + "/one/config/current", Answer.denied("integrations:integration:view"));

    assertThatThrownBy(() -> api.eventIntegrations(org.deadline()))
        .hasMessageContaining("configuration of the integration Name of one of emea")
        .hasMessageContaining("integrations:integration:view");
  }

  private static String entity(String id, String intended) {
    return """
    {"id":"%s","name":"Name of %s","integrationType":{"id":"amazon-eventbridge-source"},
     "intendedState":"%s","reportedState":{"code":"ACTIVE","detail":{"message":"All is well."}}}
    """
        .formatted(id, id, intended);
  }
}
