package com.spokefleet.events.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.events.GoldenEvent;
import com.spokefleet.events.flatten.BadRecordException;
import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.events.flatten.Flat;
import com.spokefleet.events.privacy.PrivacyRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event is one of OCSF 1.8.0, of the class that its fields suffice for. */
final class OcsfEnvelopeTest {
  private static final String AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";
  private static final PrivacyRules USUAL = new PrivacyRules(Map.of(), false);
  private static final PrivacyRules MASKED = new PrivacyRules(Map.of(), true);

  private final Flat flat = Flat.with(USUAL, new OcsfEnvelope());

  @ParameterizedTest
  @MethodSource("com.spokefleet.events.GoldenEvent#routed")
  void everyGoldenEventIsValid(GoldenEvent event) throws BadRecordException {
    assertThat(OcsfSchema.problems(flat.record(event.json()))).isEmpty();
    Flat masked = Flat.with(MASKED, new OcsfEnvelope());
    if (EventKind.of(event.detailType()) != EventKind.CONVERSATION) {
      assertThat(OcsfSchema.problems(masked.record(event.json()))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("com.spokefleet.events.GoldenEvent#routed")
  void everyFlatFieldHasOnePlace(GoldenEvent event) throws BadRecordException {
    JsonNode fields = Flat.with(USUAL, new DatadogEnvelope()).record(event.json()).path("genesys");
    ObjectNode ocsf = (ObjectNode) flat.record(event.json());
    JsonNode unmapped = ocsf.remove("unmapped");
    ocsf.remove("message");
    String mapped = ocsf.toString();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      if (unmapped.has(field.getKey())) {
        assertThat(unmapped.path(field.getKey())).isEqualTo(field.getValue());
      } else {
        assertThat(mapped).as(field.getKey()).contains(field.getValue().toString());
      }
    }
    assertThat(fields.propertyStream().map(Map.Entry::getKey).toList())
        .containsAll(unmapped.propertyStream().map(Map.Entry::getKey).toList());
    for (String known : List.of("event_time", "org_id", "topic", "vendor_product")) {
      assertThat(unmapped.has(known)).as(known).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OAuthClient, Create, 300401, Create",
    "OAuthClient, View, 300402, Read",
    "OAuthClient, Update, 300403, Update",
    "ContactList, DeleteAll, 300404, Delete",
    "Document, Move, 300405, Move",
    "Integration, Enable, 300408, Enable",
    "Integration, Disable, 300409, Disable",
    "Edge, UpdateInService, 300410, Activate",
    "Edge, UpdateOutOfService, 300411, Deactivate",
    "QuantumRouter, Entangle, 300499, Entangle",
    "Queue, MemberAdd, 300403, Update",
    "User, Update, 300403, Update",
    "User, Create, 300101, Create",
    "User, Activate, 300102, Enable",
    "AuthUser, ChangePassword, 300103, Password Change",
    "AuthUser, Deactivate, 300105, Disable",
    "User, HardDelete, 300106, Delete",
    "AuthUser, Authenticate, 300201, Logon",
    "AuthUser, Logout, 300202, Logoff",
    "Role, MemberAdd, 300403, Update",
    "AuthUser, Assign, 300403, Update",
  })
  void anActionIsAnActivity(String type, String action, int uid, String name)
      throws BadRecordException {
    JsonNode event = audit("\"entityType\":\"%s\",\"action\":\"%s\"".formatted(type, action));

    assertThat(event.path("type_uid").asInt()).isEqualTo(uid);
    assertThat(event.path("activity_name").asText()).isEqualTo(name);
    assertThat(event.at("/metadata/event_code").asText()).isEqualTo(action);
    assertThat(OcsfSchema.problems(event)).isEmpty();
  }

  @Test
  void aRoleIsGrantedToTheOneUserThatIsTold() throws BadRecordException {
    String role = "\"entityType\":\"Role\",\"action\":\"%s\",\"propertyChanges\":[%s]";
    String one = "{\"property\":\"members\",\"%s\":[\"u-7\"]}";
    JsonNode granted = audit(role.formatted("MemberAdd", one.formatted("newValues")));
    JsonNode revoked = audit(role.formatted("MemberRemove", one.formatted("oldValues")));

    assertThat(granted.path("type_uid").asInt()).isEqualTo(300501);
    assertThat(granted.at("/user/uid").asText()).isEqualTo("u-7");
    assertThat(granted.path("privileges")).hasToString("[\"thing\"]");
    assertThat(granted.at("/unmapped/entity_id").asText()).isEqualTo("e-9");
    assertThat(revoked.path("type_uid").asInt()).isEqualTo(300502);
    assertThat(OcsfSchema.problems(granted)).isEmpty();
    assertThat(OcsfSchema.problems(revoked)).isEmpty();
    for (String many :
        List.of(
            "{\"property\":\"members\",\"newValues\":[\"u-7\",\"u-8\"]}",
            "{\"property\":\"members\",\"oldValues\":[\"u-7\"]}",
            "{\"property\":\"members\",\"newValues\":[\"\"]}",
            "{\"property\":\"name\",\"newValues\":[\"u-7\"]}")) {
      assertThat(audit(role.formatted("MemberAdd", many)).path("type_uid").asInt())
          .as(many)
          .isEqualTo(300403);
    }
  }

  @Test
  void aUserIsGrantedTheRolesThatAreTold() throws BadRecordException {
    JsonNode event =
        audit(
            """
            "entityType":"AuthUser","action":"Assign","propertyChanges":[
              {"property":"roleIds","newValues":["r-\\"1","r=2"]},
              {"property":"name","newValues":["x"]}]""");

    assertThat(event.path("type_uid").asInt()).isEqualTo(300501);
    assertThat(event.at("/user/uid").asText()).isEqualTo("e-9");
    assertThat(event.path("privileges")).hasToString("[\"r-\\\"1\",\"r=2\"]");
    assertThat(OcsfSchema.problems(event)).isEmpty();
  }

  @Test
  void anAuditWithoutAnEntityIsABaseEvent() throws BadRecordException {
    for (String body :
        List.of(
            "{\"action\":\"Update\",\"entityType\":\"Queue\",\"userId\":\"u\"}",
            "{\"action\":\"Authenticate\",\"entityType\":\"AuthUser\",\"entity\":{\"id\":\"\"}}",
            "{}")) {
      JsonNode event = flat.record(Flat.event(AUDIT, body));

      assertThat(event.path("class_uid").asInt()).as(body).isZero();
      assertThat(OcsfSchema.problems(event)).as(body).isEmpty();
    }
  }

  @Test
  void whatIsNoAddressIsNoSource() throws BadRecordException {
    for (String address : List.of("203.0.113.24", "2001:db8::7", "::ffff:203.0.113.24")) {
      assertThat(audit("\"remoteIp\":[\"%s\"]".formatted(address)).has("src_endpoint"))
          .as(address)
          .isEqualTo(!address.startsWith(":"));
    }
    for (String none :
        List.of("203.0.113", "203.0.113.256", "203.0.113.4.5", "2001:x", "2001::a::b")) {
      JsonNode event = audit("\"remoteIp\":[\"%s\"]".formatted(none));

      assertThat(event.has("src_endpoint")).as(none).isFalse();
      assertThat(event.toString()).contains(none);
      assertThat(OcsfSchema.problems(event)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"userDisplay\":\"Kim\"}",
        "{\"userId\":\"u\",\"clientId\":{\"id\":\"c\"}}",
        "{\"clientId\":{\"id\":\"c\"}}",
        "{\"level\":\"SYSTEM\"}",
        "{\"userHomeOrgId\":\"o\"}",
        "{\"status\":\"FAILURE\",\"userId\":7,\"level\":true}",
        "{\"status\":\"WARNING\",\"action\":9}",
        "{\"status\":\"\",\"entityType\":\"\"}",
      })
  void whoeverDidItTheEventIsValid(String members) throws BadRecordException {
    String rest = members.substring(1, members.length() - 1);
    for (String type : List.of("User", "Team", "Organization", "Role", "Queue")) {
      JsonNode event =
          audit("\"entityType\":\"" + type + "\"" + (rest.isEmpty() ? "" : "," + rest));

      assertThat(OcsfSchema.problems(event)).as("%s", event).isEmpty();
    }
  }

  @Test
  void ofANameOrAnIdAloneTheEventIsValid() throws BadRecordException {
    for (String entity : List.of("{\"id\":\"e\"}", "{\"name\":\"n\"}")) {
      for (String type : List.of("User", "Team", "Role", "Queue")) {
        JsonNode event =
            flat.record(
                Flat.event(
                    AUDIT,
                    "{\"entity\":%s,\"entityType\":\"%s\",\"action\":\"Update\"}"
                        .formatted(entity, type)));

        assertThat(OcsfSchema.problems(event)).as("%s", event).isEmpty();
      }
    }
  }

  @Test
  void whatAnAuditDoesNotTellOfItsOutcomeIsUnknown() throws BadRecordException {
    assertThat(audit("\"action\":\"View\"").path("status_id").asInt()).isZero();
    assertThat(audit("\"status\":\"SUCCESS\"").path("status_id").asInt()).isEqualTo(1);
    assertThat(audit("\"status\":\"FAILURE\"").path("status_id").asInt()).isEqualTo(2);
    assertThat(audit("\"status\":\"WARNING\"").path("status").asText()).isEqualTo("WARNING");
  }

  /** Negative controls: what the schema demands is missed when it is not there. */
  @Test
  void theTableNoticesWhatIsWrong() throws BadRecordException {
    JsonNode right =
        flat.record(GoldenEvent.of("v2.audits.entitytype.entityid/oauth-client-updated").json());
    assertThat(OcsfSchema.problems(right)).isEmpty();
    for (String required :
        List.of(
            "activity_id",
            "category_uid",
            "class_uid",
            "entity",
            "metadata",
            "severity_id",
            "time",
            "type_uid")) {
      ObjectNode without = right.deepCopy();
      without.remove(required);
      assertThat(OcsfSchema.problems(without)).as("without " + required).isNotEmpty();
    }
    assertThat(broken(right, "/metadata", "product")).contains("metadata.product is missing");
    assertThat(broken(right, "/metadata", "version")).contains("metadata.version is missing");
    assertThat(wrong(right, "activity_id", 14)).contains("activity_id cannot be 14");
    assertThat(wrong(right, "type_uid", 300401)).contains("type_uid is not 300403");
    assertThat(wrong(right, "time", 1795077065)).anyMatch(one -> one.startsWith("time is no"));
    assertThat(wrong(right, "severity_id", 7)).contains("severity_id cannot be 7");
    ObjectNode unknown = right.deepCopy();
    unknown.put("vendor_action", "x").putObject("actor");
    unknown.putObject("src_endpoint").put("ip", "3e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b");
    unknown.withObject("/entity").remove(List.of("uid", "name"));
    assertThat(OcsfSchema.problems(unknown))
        .contains("vendor_action is no attribute")
        .anyMatch(one -> one.startsWith("actor. has none of"))
        .anyMatch(one -> one.startsWith("src_endpoint.ip is no ip_t"))
        .anyMatch(one -> one.startsWith("entity. has none of"));
  }

  private static List<String> broken(JsonNode right, String place, String member) {
    ObjectNode wrong = right.deepCopy();
    wrong.withObject(place).remove(member);
    return OcsfSchema.problems(wrong);
  }

  private static List<String> wrong(JsonNode right, String member, long value) {
    ObjectNode wrong = right.deepCopy();
    if (value == (int) value) {
      wrong.put(member, (int) value);
    } else {
      wrong.put(member, value);
    }
    return OcsfSchema.problems(wrong);
  }

  private JsonNode audit(String members) throws BadRecordException {
    return flat.record(
        Flat.event(AUDIT, "{\"entity\":{\"id\":\"e-9\",\"name\":\"thing\"}," + members + "}"));
  }
}
