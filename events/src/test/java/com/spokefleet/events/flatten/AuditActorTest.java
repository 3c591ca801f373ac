package com.spokefleet.events.flatten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.envelope.SplunkEnvelope;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.privacy.Treatment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an audit's fields tell together: who acted, whether of this org, whether on himself. */
final class AuditActorTest {
  private static final String AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";
  private static final List<String> DERIVED =
      List.of("actor_id", "actor_type", "foreign_actor", "self_change");

  private final Flat flat = Flat.usual();

  @Test
  void isTheUserAndElseTheClient() throws BadRecordException {
    assertThat(actor("{\"userId\":\"u\",\"clientId\":{\"id\":\"c\"}}")).isEqualTo("user u");
    assertThat(actor("{\"clientId\":{\"id\":\"c\"}}")).isEqualTo("client c");
    assertThat(actor("{\"userId\":\"\",\"clientId\":{\"id\":\"c\"},\"level\":\"SYSTEM\"}"))
        .isEqualTo("client c");
    assertThat(actor("{\"userId\":null,\"username\":{\"name\":\"Kim\"},\"level\":\"SYSTEM\"}"))
        .isEqualTo("user");
    assertThat(actor("{\"userDisplay\":\"Kim\"}")).isEqualTo("user");
    assertThat(actor("{\"userId\":7}")).isEqualTo("user 7");
    assertThat(actor("{\"userId\":\"u\\\"\\u00e4\"}")).isEqualTo("user u\"ä");
  }

  @Test
  void isThePlatformOnlyIfTheLevelSaysSo() throws BadRecordException {
    assertThat(actor("{\"level\":\"SYSTEM\"}")).isEqualTo("system");
    assertThat(actor("{\"userId\":\"\",\"clientId\":{},\"level\":\"SYSTEM\"}")).isEqualTo("system");
    assertThat(actor("{\"level\":\"USER\"}")).isEmpty();
    assertThat(actor("{}")).isEmpty();
  }

  @Test
  void isForeignOnlyWhereAnotherOrgIsHome() throws BadRecordException {
    assertThat(fields("{\"userHomeOrgId\":\"another\"}").path("foreign_actor").isBoolean())
        .isTrue();
    assertThat(fields("{\"userHomeOrgId\":\"another\"}").path("foreign_actor").asBoolean())
        .isTrue();
    for (String home :
        List.of(
            "\"" + Flat.ORG_ID + "\"",
            "\"" + Flat.ORG_ID.toUpperCase(Locale.ROOT) + "\"",
            "\"\\u00"
                + Integer.toHexString(Flat.ORG_ID.charAt(0))
                + Flat.ORG_ID.substring(1)
                + "\"",
            "\"\"",
            "null",
            "{}",
            "[\"another\"]")) {
      assertThat(fields("{\"userHomeOrgId\":" + home + "}").has("foreign_actor"))
          .as(home)
          .isFalse();
    }
    assertThat(fields("{}").has("foreign_actor")).isFalse();
  }

  @Test
  void ofAnEventThatTellsNoOrgNobodyKnowsWhetherHeIsForeign() throws BadRecordException {
    String event = Flat.event(AUDIT, "{\"userHomeOrgId\":\"another\"}").replace(Flat.SOURCE, "x");

    assertThat(Flat.amongOthers(new SplunkEnvelope("genesys")).fields(event).has("foreign_actor"))
        .isFalse();
  }

  @Test
  void changesHimselfOnlyIfTheEntityIsTheUser() throws BadRecordException {
    assertThat(fields("{\"userId\":\"u\",\"entity\":{\"id\":\"u\"}}").path("self_change").asText())
        .isEqualTo("true");
    for (String body :
        List.of(
            "{\"userId\":\"u\",\"entity\":{\"id\":\"u2\"}}",
            "{\"userId\":\"\",\"entity\":{\"id\":\"\"}}",
            "{\"userId\":\"u\"}",
            "{\"entity\":{\"id\":\"u\"}}",
            "{\"clientId\":{\"id\":\"c\"},\"entity\":{\"id\":\"c\"}}")) {
      assertThat(fields(body).has("self_change")).as(body).isFalse();
    }
  }

  @Test
  void isToldInAuditsAlone() throws BadRecordException {
    String body = "{\"userId\":\"u\",\"userHomeOrgId\":\"x\",\"entityId\":\"u\"}";
    for (String topic :
        List.of(
            "v2.new.things.{id}",
            "v2.operations.events.{id}",
            "v2.detail.events.conversation.{id}.acw",
            "v2.telephony.providers.edges.{id}.metrics")) {
      assertThat(names(flat.fields(Flat.event(topic, body))))
          .as(topic)
          .doesNotContainAnyElementsOf(DERIVED);
    }
  }

  @Test
  void aBodyCannotTellIt() throws BadRecordException {
    JsonNode fields =
        fields(
            """
            {"actorId":"x1","actor":{"type":"x2"},"foreignActor":"x3","selfChange":"x4",
             "privilegedObject":"x5","privilegedActor":"x6","actorName":"x7","clientId":{"id":"c"}}""");

    assertThat(fields.path("actor_id").asText()).isEqualTo("c");
    assertThat(fields.path("actor_type").asText()).isEqualTo("client");
    assertThat(names(fields))
        .contains(
            "body_actor_id",
            "body_actor_type",
            "body_foreign_actor",
            "body_self_change",
            "body_privileged_object",
            "body_privileged_actor",
            "body_actor_name")
        .doesNotContain(
            "foreign_actor", "self_change", "privileged_object", "privileged_actor", "actor_name");
  }

  @Test
  void ofRepeatedMembersTheFirstCounts() throws BadRecordException {
    String body =
        """
        {"userId":"u","userId":"v","userHomeOrgId":"%s","userHomeOrgId":"another",
         "entity":{"id":"v"},"entity":{"id":"u"}}""";
    JsonNode fields = fields(body.formatted(Flat.ORG_ID));

    assertThat(fields.path("actor_id").asText()).isEqualTo("u");
    assertThat(fields.path("user_id_2").asText()).isEqualTo("v");
    assertThat(names(fields)).doesNotContain("foreign_actor", "self_change", "actor_id_2");
  }

  @Test
  void isNotRememberedFromTheRecordBefore() throws BadRecordException {
    fields("{\"userId\":\"u\",\"userHomeOrgId\":\"another\",\"entity\":{\"id\":\"u\"}}");

    assertThat(names(fields("{}"))).doesNotContainAnyElementsOf(DERIVED);
  }

  @Test
  void anIdThatIsCutIsCutAlike() throws BadRecordException {
    JsonNode fields = fields("{\"userId\":\"" + "u".repeat(20_000) + "\"}");

    assertThat(fields.path("actor_id")).isEqualTo(fields.path("user_id"));
    assertThat(fields.path("truncated")).hasToString("[\"user_id\",\"actor_id\"]");
  }

  @Test
  void ofAMetricsOnlyOrgItIsTheHash() throws BadRecordException {
    Flat masked = Flat.with(new PrivacyRules(Map.of(), true), new SplunkEnvelope("genesys"));
    JsonNode user =
        masked.fields(
            Flat.event(
                AUDIT,
                """
                {"userId":"person-1","userHomeOrgId":"another","entity":{"id":"person-1"},
                 "clientId":{"id":"c"},"actorId":"person-2","foreignActor":"person-3"}"""));

    assertThat(user.path("actor_id").asText()).matches("[0-9a-f]{32}");
    assertThat(user.path("actor_id")).isEqualTo(user.path("user_id"));
    assertThat(user.path("actor_type").asText()).isEqualTo("user");
    assertThat(user.path("foreign_actor").asBoolean()).isTrue();
    assertThat(user.path("self_change").asBoolean()).isTrue();
    assertThat(user.toString()).doesNotContain("person-");
    JsonNode client = masked.fields(Flat.event(AUDIT, "{\"clientId\":{\"id\":\"c\"}}"));
    assertThat(client.path("actor_id").asText()).isEqualTo("c");
  }

  /** Neither the client's id in its place, nor the platform: there was somebody. */
  @Test
  void aUserThatMayNotBeToldIsNobodyElse() throws BadRecordException {
    String event =
        Flat.event(
            AUDIT,
            """
            {"userId":"person-1","entity":{"id":"person-1"},"clientId":{"id":"c"},"level":"SYSTEM"}""");
    for (Flat keyless :
        List.of(
            Flat.keyless(Map.of(), true),
            Flat.keyless(Map.of("user_id", Treatment.REMOVE), false))) {
      JsonNode fields = keyless.fields(event);

      assertThat(fields.path("actor_type").asText()).isEqualTo("user");
      assertThat(names(fields)).doesNotContain("actor_id", "self_change", "user_id");
      assertThat(fields.path("user").asText()).isNotEqualTo("system");
    }
  }

  @Test
  void rulesOfTheFleetHoldForItAsForItsSources() throws BadRecordException {
    String event =
        Flat.event(
            AUDIT, "{\"userId\":\"u\",\"userHomeOrgId\":\"another\",\"entity\":{\"id\":\"u\"}}");
    JsonNode hashed =
        with(Map.of("user_id", Treatment.HASH, "user_home_org_id", Treatment.HASH), event);
    assertThat(hashed.path("actor_id")).isEqualTo(hashed.path("user_id"));
    assertThat(hashed.path("foreign_actor").asBoolean()).isTrue();
    // It would tell whose hash it is.
    assertThat(hashed.has("self_change")).isFalse();
    String here = event.replace("another", Flat.ORG_ID);
    assertThat(with(Map.of("user_home_org_id", Treatment.HASH), here).has("foreign_actor"))
        .isFalse();

    JsonNode removed =
        with(Map.of("actor_id", Treatment.REMOVE, "user_home_org_id", Treatment.REMOVE), event);
    assertThat(names(removed)).doesNotContain("actor_id", "foreign_actor");
    assertThat(removed.path("redacted").toString()).contains("actor_id", "user_home_org_id");

    JsonNode both = with(Map.of("actor_id", Treatment.HASH, "user_id", Treatment.HASH), event);
    assertThat(both.path("actor_id")).isEqualTo(both.path("user_id"));
    JsonNode alone = with(Map.of("actor_id", Treatment.HASH), event);
    assertThat(alone.path("actor_id")).isEqualTo(both.path("actor_id"));
    assertThat(alone.path("user_id").asText()).isEqualTo("u");
  }

  @Test
  void everyEnvelopeHasIt() throws BadRecordException {
    JsonNode log =
        Flat.with(new PrivacyRules(Map.of(), false), new DatadogEnvelope())
            .record(Flat.event(AUDIT, "{\"userId\":\"u\",\"entity\":{\"id\":\"u\"}}"));

    assertThat(log.at("/genesys/actor_id").asText()).isEqualTo("u");
    assertThat(log.at("/genesys/actor_type").asText()).isEqualTo("user");
    assertThat(log.at("/genesys/self_change").asBoolean()).isTrue();
  }

  private String actor(String body) throws BadRecordException {
    JsonNode fields = fields(body);
    return (fields.path("actor_type").asText() + " " + fields.path("actor_id").asText()).strip();
  }

  private JsonNode fields(String body) throws BadRecordException {
    return flat.fields(Flat.event(AUDIT, body));
  }

  private static JsonNode with(Map<String, Treatment> rules, String event)
      throws BadRecordException {
    return Flat.with(new PrivacyRules(rules, false), new SplunkEnvelope("genesys")).fields(event);
  }

  private static List<String> names(JsonNode fields) {
    return fields.propertyStream().map(Map.Entry::getKey).toList();
  }
}
