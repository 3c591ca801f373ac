package com.spokefleet.events.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.envelope.Envelope;
import com.spokefleet.events.envelope.OcsfEnvelope;
import com.spokefleet.events.envelope.SplunkEnvelope;
import com.spokefleet.events.flatten.BadRecordException;
import com.spokefleet.events.flatten.DropReason;
import com.spokefleet.events.flatten.Flat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing of a person leaves that is not allowed to, in no field and under no name. */
final class PrivacyTest {
  private static final String ACW = "v2.detail.events.conversation.{id}.acw";
  private static final String AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";
  private static final String CALL =
      """
      {"ani":"tel:+15550100123","dnis":"tel:+15550199000","wrapupNotes":"wants a refund",
       "userId":"agent-1","conversationExternalContactIds":["contact-1"]}""";
  private static final String CHANGE =
      """
      {"userId":"person-1","username":{"id":"person-1","name":"Alex Admin"},
       "userDisplay":"Alex A. Admin","clientId":{"id":"client-1"},
       "remoteIp":["203.0.113.24","10.0.0.1"],"action":"Update","entityType":"User",
       "serviceName":"Directory","entity":{"id":"person-2","name":"Kim Keeper"},
       "propertyChanges":[{"property":"email","oldValues":["kim@example.com"],
         "newValues":["k@example.com"]}],"context":{"reason":"married"},
       "message":{"message":"Alex changed Kim"}}""";
  private static final String UNHEARD_OF =
      """
      {"conversationId":"conversation-1","nickname":"Alex-1","badge":[{"of":"Alex-2"}],
       "watchers":{"name":"Alex-3"}}""";
  private static final List<String> STAFF =
      List.of(
          "person-1",
          "Alex",
          "203.0.113.24",
          "10.0.0.1",
          "Kim",
          "kim@example.com",
          "k@example.com",
          "married");

  @Test
  void customersAreRemovedUnlessAllowed() throws BadRecordException {
    for (Envelope envelope : envelopes()) {
      String record =
          Flat.with(new PrivacyRules(Map.of(), false), envelope).text(Flat.event(ACW, CALL));

      assertThat(record)
          .doesNotContain("15550100123", "15550199000", "refund", "contact-1")
          .contains("agent-1")
          .contains(
              "\"redacted\":[\"ani\",\"dnis\",\"wrapup_notes\","
                  + "\"conversation_external_contact_ids\"]");
    }
  }

  @Test
  void theVeryFieldThatIsAllowedIsKept() throws BadRecordException {
    JsonNode fields =
        Flat.with(
                new PrivacyRules(Map.of("dnis", Treatment.KEEP), false),
                new SplunkEnvelope("genesys"))
            .fields(Flat.event(ACW, CALL));

    assertThat(fields.get("dnis").asText()).isEqualTo("tel:+15550199000");
    assertThat(fields.has("ani")).isFalse();
  }

  @Test
  void aHashTellsTheSameFromOthersAndNothingElse() throws BadRecordException {
    Flat flat =
        Flat.with(
            new PrivacyRules(Map.of("ani", Treatment.HASH), false), new SplunkEnvelope("genesys"));
    String first = flat.fields(Flat.event(ACW, CALL)).get("ani").asText();
    String again = flat.fields(Flat.event(ACW, CALL.replace("+1", "\\u002b1"))).get("ani").asText();
    String other = flat.fields(Flat.event(ACW, CALL.replace("0123", "0124"))).get("ani").asText();

    assertThat(first).matches("[0-9a-f]{32}").isEqualTo(again).isNotEqualTo(other);
  }

  @Test
  void aMetricsOnlyOrgTellsOfNobody() throws BadRecordException {
    for (Envelope envelope : envelopes()) {
      Flat flat = Flat.with(new PrivacyRules(Map.of(), true), envelope);

      assertThat(flat.text(Flat.event(AUDIT, CHANGE)))
          .doesNotContain(STAFF)
          .contains("changed_properties", "email");
      assertThat(flat.dropped(Flat.event(ACW, CALL))).contains(DropReason.RESIDENCY);
    }
  }

  @Test
  void rulesCannotUndoMetricsOnly() throws BadRecordException {
    Map<String, Treatment> rules =
        Map.of("user_name", Treatment.KEEP, "remote_ip", Treatment.KEEP, "src_ip", Treatment.KEEP);

    assertThat(
            Flat.with(new PrivacyRules(rules, true), new SplunkEnvelope("genesys"))
                .text(Flat.event(AUDIT, CHANGE)))
        .doesNotContain(STAFF);
  }

  /** It is told in more than one place: each envelope has a name of its own for it. */
  @Test
  void aRuleForTheSourceAddressHoldsWhereverItIsTold() throws BadRecordException {
    String event = Flat.event(AUDIT, CHANGE.replace("[\"203.0.113.24\",\"10.0.0.1\"]", "%s"));
    String record = event.formatted("[\"203.0.113.24\"]");
    Map<String, Treatment> rules = Map.of("remote_ip", Treatment.REMOVE);
    for (Treatment treatment : List.of(Treatment.REMOVE, Treatment.HASH)) {
      for (Envelope envelope : envelopes()) {
        String told =
            Flat.with(new PrivacyRules(Map.of("src_ip", treatment), false), envelope).text(record);

        assertThat(told.split("203\\.0\\.113\\.24", -1))
            .as("in remote_ip alone: %s", told)
            .hasSize(2);
        assertThat(Flat.with(new PrivacyRules(rules, false), envelope).text(record))
            .doesNotContain("203.0.113.24");
      }
    }
  }

  @Test
  void whatCannotBeHashedForLackOfAKeyIsRemoved() throws BadRecordException {
    JsonNode fields =
        Flat.keyless(Map.of("ani", Treatment.HASH), false).fields(Flat.event(ACW, CALL));

    assertThat(fields.has("ani")).isFalse();
    assertThat(Flat.keyless(Map.of(), true).text(Flat.event(AUDIT, CHANGE))).doesNotContain(STAFF);
  }

  @Test
  void anOrgThatIsNotConfiguredIsMasked() throws BadRecordException {
    String event =
        Flat.event(AUDIT, CHANGE).replace(Flat.ORG_ID, "11111111-0000-4000-8000-000000000001");
    JsonNode fields =
        Flat.with(new PrivacyRules(Map.of(), false), new SplunkEnvelope("genesys")).fields(event);

    assertThat(fields.toString()).doesNotContain(STAFF);
    assertThat(fields.get("org_id").asText()).startsWith("11111111");
    assertThat(fields.get("org_name").asText()).isEqualTo("unknown");
  }

  /** What the rules are for: without them all of it goes to the SIEM. */
  @Test
  void withoutRulesEverythingIsTold() throws BadRecordException {
    String record =
        Flat.with(new PrivacyRules(Map.of(), false), new DatadogEnvelope())
            .text(Flat.event(AUDIT, CHANGE));

    assertThat(record).contains(STAFF);
  }

  /** The platform adds fields without asking, of which no list of personal fields knows. */
  @Test
  void whatNobodyKnowsStaysInAMetricsOnlyOrg() throws BadRecordException {
    for (Envelope envelope : envelopes()) {
      for (String topic : List.of(AUDIT, "v2.operations.events.{id}", "v2.new.things.{id}")) {
        String event = with(Flat.event(topic, UNHEARD_OF), "\"seenBy\":\"Alex\"");
        String masked = Flat.with(new PrivacyRules(Map.of(), true), envelope).text(event);

        assertThat(masked)
            .doesNotContain("Alex", "conversation-1")
            .contains("nickname", "badge", "watchers_name", "conversation_id", "seen_by")
            .contains("\"redacted\":");
        assertThat(Flat.with(new PrivacyRules(Map.of(), false), envelope).text(event))
            .as("the same of another org")
            .contains("Alex-1", "Alex-2", "Alex-3", "Alex-4", "conversation-1")
            .doesNotContain("redacted");
      }
    }
  }

  @Test
  void whatIsKnownToTellOfNobodyIsKept() throws BadRecordException {
    Flat flat = Flat.with(new PrivacyRules(Map.of(), true), new SplunkEnvelope("genesys"));
    JsonNode audit = flat.fields(Flat.event(AUDIT, CHANGE));
    JsonNode operation =
        flat.fields(Flat.event("v2.operations.events.{id}", "{\"errorCode\":\"E-1\"}"));

    assertThat(audit.path("vendor_action").asText()).isEqualTo("Update");
    assertThat(audit.path("entity_type").asText()).isEqualTo("User");
    assertThat(audit.path("client_id").asText()).isEqualTo("client-1");
    assertThat(audit.path("changed_properties").get(0).asText()).isEqualTo("email");
    assertThat(audit.path("redacted").toString())
        .isEqualTo("[\"changes\",\"old_values\",\"new_values\"]");
    assertThat(operation.path("error_code").asText()).isEqualTo("E-1");
    assertThat(operation.path("correlation_id").asText()).isEqualTo("c-1");
  }

  @Test
  void whatAMachineMeasuredIsWhole() throws BadRecordException {
    String event =
        Flat.event("v2.telephony.providers.edges.{id}.metrics", "{\"newGauge\":{\"volts\":5}}");

    assertThat(
            Flat.with(new PrivacyRules(Map.of(), true), new SplunkEnvelope("genesys"))
                .fields(event)
                .path("new_gauge_volts")
                .asInt())
        .isEqualTo(5);
  }

  /** What is no event at all may be anybody's, and anything. */
  @Test
  void whatTellsNoOrgIsMaskedAsStrictlyAsAny() throws BadRecordException {
    Flat flat = Flat.amongOthers(new SplunkEnvelope("genesys"));

    for (String record :
        List.of(
            "{\"nickname\":\"Alex\"}",
            "{\"detail\":\"Alex\"}",
            "{\"id\":\"i\",\"account\":{\"name\":\"Alex\"},\"resources\":[{\"n\":\"Alex\"}]}")) {
      assertThat(flat.text(record)).doesNotContain("Alex").contains("\"redacted\":[");
    }
  }

  @Test
  void aTopicThatTheCatalogueKeepsInItsOrgIsDropped() throws BadRecordException {
    String presence = Flat.event("v2.users.{id}.presence", "{\"x\":1}");
    String queues = Flat.event("v2.analytics.queues.{id}.observations", "{\"x\":1}");
    Flat masked = Flat.with(new PrivacyRules(Map.of(), true), new SplunkEnvelope("genesys"));

    assertThat(masked.dropped(presence)).contains(DropReason.RESIDENCY);
    assertThat(masked.dropped(queues)).isEmpty();
    assertThat(Flat.usual().dropped(presence)).isEmpty();
  }

  private static String with(String event, String member) {
    return event.replace(
        "\"resources\":[]", "\"resources\":[]," + member.replace("Alex", "Alex-4"));
  }

  private static List<Envelope> envelopes() {
    return List.of(new SplunkEnvelope("genesys"), new DatadogEnvelope(), new OcsfEnvelope());
  }
}
