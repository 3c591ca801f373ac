package com.spokefleet.siem.splunk.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.splunk.search.AlertFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every field that the Common Information Model requires, proven of every event type. */
class CimTest {
  private static final String POLLED_BY_SDK =
      """
      {"id":"a-1","user_home_org_id":"org-1","user":{"id":"u-1","name":"Ada"},
       "client":{"id":"c-1"},"remote_ip":["203.0.113.8","10.0.0.1"],
       "service_name":"PeoplePermissions","level":"USER","event_date":"2026-11-19T08:00:00Z",
       "action":"MemberAdd","entity":{"id":"r-1","name":"Admin"},"entity_type":"Role",
       "status":"SUCCESS",
       "property_changes":[{"property":"name","old_values":["a"],"new_values":["b"]}]}""";
  private static final String POLLED_FROM_FILE =
      """
      {"id":"a-2","userHomeOrgId":"org-1","username":{"id":"u-1"},"clientId":"c-1",
       "remoteIp":["203.0.113.8"],"serviceName":"Telephony","level":"USER",
       "eventTime":"2026-11-19T08:00:00Z","action":"UpdateOutOfService",
       "entity":{"id":"e-1"},"entityType":"Edge",
       "propertyChanges":[{"property":"state","oldValues":["IN"],"newValues":["OUT"]}]}""";
  private static final String POLLED_WITH_NOTHING = "{\"id\":\"a-3\"}";

  @Test
  void noRequiredFieldIsMissing() {
    assertThat(missing(records(), Set.of())).isEmpty();
  }

  @Test
  void everyModelIsProvenByARecord() {
    Set<CimModel> met = EnumSet.noneOf(CimModel.class);
    for (SplunkRecord record : records()) {
      met.addAll(models(record));
    }

    assertThat(met).containsExactlyInAnyOrder(CimModel.values());
  }

  @Test
  void ourOwnAlertsAreAlertsOfTheModel() {
    assertThat(AlertFields.all())
        .extracting(AlertFields.AlertField::name)
        .containsAll(CimModel.ALERTS.required())
        .doesNotHaveDuplicates();
  }

  /** The damage without one of the fields that are made: its model has a hole. */
  @Test
  void droppingAFieldThatIsMadeIsNoticed() {
    for (String field : List.of("src_user", "app", "description", "signature", "severity")) {
      assertThat(missing(records(), Set.of(field))).as("without %s", field).isNotEmpty();
    }
  }

  @Test
  void anAccountThatWasChangedIsTheUserAndWhoChangedItTheSource() {
    SplunkRecord byAnother =
        SplunkRecord.goldens().stream()
            .filter(record -> record.name().endsWith("by-another-org.splunk.json"))
            .findFirst()
            .orElseThrow();

    assertThat(byAnother.seen().of("user")).containsExactly("Tomas Lindqvist");
    assertThat(byAnother.seen().of("src_user")).containsExactly("Partner Support");
  }

  @Test
  void aFailedSignInIsAFailedAuthentication() {
    assertThat(signIn("failure").seen().of("action")).containsExactly("failure");
    assertThat(signIn("success").seen().of("action")).containsExactly("success");
    assertThat(models(signIn("failure"))).containsExactly(CimModel.AUTHENTICATION);
  }

  @Test
  void polledAuditsHaveTheNamesOfStreamedOnes() {
    FieldValues bySdk = SplunkRecord.of("sdk", SourceType.POLLED_AUDIT, POLLED_BY_SDK).seen();
    FieldValues fromFile =
        SplunkRecord.of("file", SourceType.POLLED_AUDIT, POLLED_FROM_FILE).seen();

    assertThat(bySdk.of("action")).containsExactly("acl_modified");
    assertThat(bySdk.of("vendor_action")).containsExactly("MemberAdd");
    assertThat(bySdk.of("actor_id")).containsExactly("u-1");
    assertThat(bySdk.of("old_values")).containsExactly("name=a");
    assertThat(bySdk.of("new_values")).containsExactly("name=b");
    assertThat(bySdk.of("src")).containsExactly("203.0.113.8");
    assertThat(fromFile.of("entity_type")).containsExactly("Edge");
    assertThat(fromFile.of("new_values")).containsExactly("state=OUT");
    assertThat(fromFile.of("command")).containsExactly("Telephony.Edge.UpdateOutOfService");
    assertThat(fromFile.of("actor_name")).isEmpty();
  }

  /** Values that cannot be told apart by property bear no property's name. */
  @Test
  void valuesOfSeveralKindsAreNotGivenToTheWrongProperty() {
    String json =
        """
        {"id":"a-1","property_changes":[{"property":"a","new_values":["1","2"]},
         {"property":"b","new_values":["3"]}]}""";

    assertThat(SplunkRecord.of("", SourceType.POLLED_AUDIT, json).seen().of("new_values"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void anAuditThatCameBothWaysHasOneIdentity() {
    String audit = "{\"audit_id\":\"a-1\",\"event_id\":\"e-1\"}";

    assertThat(SplunkRecord.of("", SourceType.AUDIT, audit).seen().of("genesys_identity"))
        .isEqualTo(
            SplunkRecord.of("", SourceType.POLLED_AUDIT, POLLED_BY_SDK)
                .seen()
                .of("genesys_identity"));
  }

  @Test
  void everyListOfAGoldenHasItsUsualName() {
    Set<String> unnamed = new TreeSet<>();
    for (SplunkRecord record : SplunkRecord.goldens()) {
      if (record.type() != SourceType.OTHER) {
        record.fields().keySet().stream()
            .filter(field -> field.endsWith("{}"))
            .map(field -> field.replace("{}", ""))
            .filter(field -> record.seen().of(field).isEmpty())
            .filter(field -> !record.extracted().of(field + "{}").isEmpty())
            .forEach(unnamed::add);
      }
    }

    assertThat(unnamed).isEmpty();
  }

  @Test
  void whereACustomerHungUp() {
    assertThat(hangUp("acd.end/abandoned")).containsExactly("queue");
    assertThat(hangUp("acd.end/answered")).isEmpty();
    assertThat(hangUp("user.end/customer-hung-up")).containsExactly("agent");
    assertThat(hangUp("flow.end/to-queue")).isEmpty();
    assertThat(hangUp("customer.end/endpoint")).containsExactly("customer");
    // The other side of the customer is ours.
    assertThat(hangUp("customer.end/peer")).isEmpty();
    assertThat(hangUp("customer.end/peer-in-lower-case")).isEmpty();
  }

  private static List<String> hangUp(String golden) {
    SplunkRecord record =
        SplunkRecord.goldens().stream()
            .filter(one -> one.name().endsWith(golden + ".splunk.json"))
            .findFirst()
            .orElseThrow();
    return record.seen().of(SearchTimeFields.HANG_UP);
  }

  private static List<SplunkRecord> records() {
    List<SplunkRecord> records = new ArrayList<>(SplunkRecord.goldens());
    records.add(SplunkRecord.of("sdk", SourceType.POLLED_AUDIT, POLLED_BY_SDK));
    records.add(SplunkRecord.of("file", SourceType.POLLED_AUDIT, POLLED_FROM_FILE));
    records.add(SplunkRecord.of("nothing", SourceType.POLLED_AUDIT, POLLED_WITH_NOTHING));
    records.add(signIn("success"));
    records.add(audit().with(Map.of("entity_type", "Integration")));
    return records;
  }

  private static SplunkRecord audit() {
    return SplunkRecord.goldens().stream()
        .filter(record -> record.type() == SourceType.AUDIT)
        .findFirst()
        .orElseThrow();
  }

  private static SplunkRecord signIn(String status) {
    return audit()
        .with(Map.of("entity_type", "AuthUser", "vendor_action", "Authenticate", "status", status));
  }

  private static Set<CimModel> models(SplunkRecord record) {
    Set<String> tags = new HashSet<>();
    for (EventType type : EventTypes.all()) {
      if (type.holds(record.type(), record.seen())) {
        tags.addAll(type.tags());
      }
    }
    Set<CimModel> models = EnumSet.noneOf(CimModel.class);
    for (CimModel model : CimModel.values()) {
      if (tags.containsAll(model.tags())) {
        models.add(model);
      }
    }
    return models;
  }

  private static List<String> missing(List<SplunkRecord> records, Set<String> dropped) {
    List<String> missing = new ArrayList<>();
    for (SplunkRecord record : records) {
      FieldValues seen = field -> dropped.contains(field) ? List.of() : record.seen().of(field);
      for (CimModel model : models(record)) {
        for (String field : model.required()) {
          List<String> values = seen.of(field);
          Set<String> words = model.words().getOrDefault(field, Set.of());
          if (values.isEmpty() || !words.isEmpty() && !words.containsAll(values)) {
            missing.add("%s: %s of %s is %s".formatted(record.name(), field, model, values));
          }
        }
      }
    }
    return missing;
  }
}
