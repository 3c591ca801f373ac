package com.spokefleet.events.flatten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.events.json.RandomJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FlattenerTest {
  private static final String OTHER = "v2.new.things.{id}";
  private static final String AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";

  private final Flat flat = Flat.usual();

  @Test
  void everyValueOfAnEventIsInTheRecord() throws BadRecordException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      NumberedBody body = NumberedBody.random(random);
      String record = flat.text(Flat.event(round % 2 == 0 ? OTHER : AUDIT, body.json()));
      TreeSet<String> missing = new TreeSet<>(body.values());
      missing.removeIf(record::contains);

      assertThat(missing).as("seed %d: %s became %s", seed, body.json(), record).isEmpty();
    }
  }

  @Test
  void whateverTheBodyIsTheRecordIsJsonWithoutDoubledNames() throws BadRecordException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      String event = Flat.event(OTHER, RandomJson.text(random));

      assertThat(flat.record(event).get("event").get("event_id").asText()).isEqualTo("e-1");
    }
  }

  @Test
  void namesAreSnakeCaseAndJoined() throws BadRecordException {
    JsonNode fields =
        flat.fields(
            Flat.event(
                OTHER,
                "{\"userHomeOrgId\":\"a\",\"selfURI\":\"b\",\"a-b c\":{\"HTTPCode\":1},\"ä\":true}"));

    assertThat(fields.get("user_home_org_id").asText()).isEqualTo("a");
    assertThat(fields.get("self_uri").asText()).isEqualTo("b");
    assertThat(fields.get("a_b_c_http_code").asInt()).isEqualTo(1);
    assertThat(fields.get("ä").asBoolean()).isTrue();
  }

  @Test
  void aBodyCannotPretendToBeTheEnvelope() throws BadRecordException {
    JsonNode fields =
        flat.fields(
            Flat.event(
                OTHER, "{\"eventId\":\"x\",\"org\":{\"id\":\"y\"},\"topic\":\"z\",\"id\":1}"));

    assertThat(fields.get("event_id").asText()).isEqualTo("e-1");
    assertThat(fields.get("org_id").asText()).isEqualTo(Flat.ORG_ID);
    assertThat(fields.get("topic").asText()).isEqualTo(OTHER);
    assertThat(fields.get("body_event_id").asText()).isEqualTo("x");
    assertThat(fields.get("body_org_id").asText()).isEqualTo("y");
    assertThat(fields.get("body_topic").asText()).isEqualTo("z");
    assertThat(fields.get("body_id").asInt()).isEqualTo(1);
  }

  @Test
  void valuesOfOneNameAreNumbered() throws BadRecordException {
    JsonNode fields =
        flat.fields(Flat.event(OTHER, "{\"a\":1,\"a\":2,\"b\":{\"c\":3},\"b_c\":4,\"B-C\":5}"));

    assertThat(fields.get("a").asInt()).isEqualTo(1);
    assertThat(fields.get("a_2").asInt()).isEqualTo(2);
    assertThat(fields.get("b_c").asInt()).isEqualTo(3);
    assertThat(fields.get("b_c_2").asInt()).isEqualTo(4);
    assertThat(fields.get("b_c_3").asInt()).isEqualTo(5);
  }

  @Test
  void arraysCanBeFilteredOn() throws BadRecordException {
    JsonNode fields =
        flat.fields(
            Flat.event(
                OTHER,
                """
                {"tags":["a",null,"b"],"none":[],"disks":[{"name":"x","free":1},
                 {"name":"y","in":{"use":true}}],"mixed":[1,{"a":2}],
                 "deep":[{"words":["c","d"],"more":[{"e":1}]}]}"""));

    assertThat(fields.get("tags")).hasToString("[\"a\",\"b\"]");
    assertThat(fields.has("none")).isFalse();
    assertThat(fields.get("disks_name")).hasToString("[\"x\",\"y\"]");
    assertThat(fields.get("disks_free")).hasToString("[1,null]");
    assertThat(fields.get("disks_in_use")).hasToString("[null,true]");
    assertThat(fields.get("mixed").asText()).isEqualTo("[1,{\"a\":2}]");
    assertThat(fields.get("deep_words")).hasToString("[\"c|d\"]");
    assertThat(fields.get("deep_more").get(0).asText()).isEqualTo("[{\"e\":1}]");
  }

  @Test
  void changesCanBeReadAndFilteredOn() throws BadRecordException {
    JsonNode fields =
        flat.fields(
            Flat.event(
                AUDIT,
                """
                {"propertyChanges":[
                  {"property":"scopes","oldValues":["users"],"newValues":["users","oauth"]},
                  {"property":"state","newValues":["active"]},
                  {"property":"note","oldValues":["say \\"hi\\""],"newValues":null}]}"""));

    assertThat(fields.get("changed_properties")).hasToString("[\"scopes\",\"state\",\"note\"]");
    assertThat(fields.get("changes").get(0).asText()).isEqualTo("scopes: users -> users|oauth");
    assertThat(fields.get("changes").get(1).asText()).isEqualTo("state:  -> active");
    assertThat(fields.get("changes").get(2).asText()).isEqualTo("note: say \"hi\" -> ");
    assertThat(fields.get("new_values"))
        .hasToString("[\"scopes=users\",\"scopes=oauth\",\"state=active\"]");
    assertThat(fields.get("old_values").get(1).asText()).isEqualTo("note=say \"hi\"");
  }

  @Test
  void changesOfAnotherFormAreKeptLikeAnyArray() throws BadRecordException {
    JsonNode fields =
        flat.fields(
            Flat.event(AUDIT, "{\"propertyChanges\":[{\"property\":\"a\",\"extra\":\"x\"}]}"));

    assertThat(fields.get("property_changes_property")).hasToString("[\"a\"]");
    assertThat(fields.get("property_changes_extra")).hasToString("[\"x\"]");
    assertThat(fields.has("changes")).isFalse();
  }

  @Test
  void theTimeIsRightToTheMillisecondWhereverItIsFound() throws BadRecordException {
    assertThat(time("{\"eventTime\":1794319862180}")).isEqualTo("2026-11-10T14:11:02.180Z");
    assertThat(time("{\"eventTime\":\"2026-11-10T15:11:02.180+01:00\"}"))
        .isEqualTo("2026-11-10T14:11:02.180Z");
    assertThat(time("{}")).isEqualTo("2026-11-10T14:11:02.260Z (published_at)");
    assertThat(time("{\"eventTime\":\"soon\"}"))
        .isEqualTo("2026-11-10T14:11:02.260Z (published_at)");
    assertThat(flat.fields("{\"a\":1}").get("event_time_source").asText()).isEqualTo("arrival");
    assertThat(flat.record(Flat.event(OTHER, "{\"eventTime\":1794319862007}")).get("time"))
        .hasToString("1.794319862007E9");
    assertThat(flat.text(Flat.event(OTHER, "{\"eventTime\":1794319862007}")))
        .contains("\"time\":1794319862.007,");
  }

  @Test
  void theOrderOfTheEnvelopeDoesNotMatter() throws BadRecordException {
    String body =
        "{\"detail\":{\"eventBody\":{\"userId\":\"u\",\"action\":\"View\"}},\"id\":\"e\",";
    JsonNode fields =
        flat.fields(body + "\"detail-type\":\"" + AUDIT + "\",\"source\":\"" + Flat.SOURCE + "\"}");

    assertThat(fields.get("vendor_action").asText()).isEqualTo("View");
    assertThat(fields.get("action").asText()).isEqualTo("read");
    assertThat(fields.get("org_name").asText()).isEqualTo("emea");
  }

  @Test
  void whatHasNoIdHasTheSameOneEachTime() throws BadRecordException {
    String id = flat.fields("{\"cpu\":1}").get("event_id").asText();

    assertThat(id).hasSize(32).isEqualTo(flat.fields("{\"cpu\":1}").get("event_id").asText());
    assertThat(flat.fields("{\"cpu\":2}").get("event_id").asText()).isNotEqualTo(id);
  }

  @Test
  void whatIsTooDeepOrTooLongIsKeptAsFarAsItGoes() throws BadRecordException {
    String deep = "{\"a\":".repeat(40) + "\"bottom\"" + "}".repeat(40);
    assertThat(flat.text(Flat.event(OTHER, deep))).contains("bottom");

    JsonNode fields = flat.fields(Flat.event(OTHER, "{\"long\":\"" + "ä".repeat(500_000) + "\"}"));
    assertThat(fields.get("long").asText().getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(16_000, FieldWriter.LONGEST_STRING);
    assertThat(fields.get("truncated")).hasToString("[\"long\"]");
  }

  @Test
  void figuresOfEdgesHaveTheNamesOfTheCommonModel() throws BadRecordException {
    JsonNode fields =
        flat.fields(
            Flat.event(
                "v2.telephony.providers.edges.{id}.metrics",
                """
                {"edge":{"id":"e","name":"edge-1"},
                 "processors":[{"cpuId":"cpu0","activeTimePct":90},{"activeTimePct":22,"cpuId":"total"}],
                 "memory":[{"type":"physical","totalBytes":8589934592,"availableBytes":2.147483648E9}],
                 "disks":[{"totalBytes":1048576000,"availableBytes":524288000},
                          {"totalBytes":1048576000,"availableBytes":524288000}],
                 "networks":[{"sentBytesPerSec":66,"receivedBytesPerSec":52}]}"""));

    assertThat(fields.get("cpu_load_percent").asInt()).isEqualTo(22);
    assertThat(fields.get("mem").asInt()).isEqualTo(8192);
    assertThat(fields.get("mem_used").asInt()).isEqualTo(6144);
    assertThat(fields.get("mem_used_percent").asDouble()).isEqualTo(75.0);
    assertThat(fields.get("storage").asInt()).isEqualTo(2000);
    assertThat(fields.get("storage_free_percent").asDouble()).isEqualTo(50.0);
    assertThat(fields.get("thruput").asInt()).isEqualTo(118);
    assertThat(fields.get("dest").asText()).isEqualTo("edge-1");
  }

  @Test
  void leavesOutWhatNoSiemMayHave() throws BadRecordException {
    assertThat(flat.dropped(Flat.event("v2.conversations.{id}.transcription", "{}")))
        .contains(DropReason.TRANSCRIPT);
    assertThat(flat.dropped("{\"messageType\":\"CONTROL_MESSAGE\"}")).contains(DropReason.CONTROL);
    assertThat(flat.dropped("")).isEqualTo(Optional.of(DropReason.EMPTY));
  }

  @Test
  void saysWhyARecordIsBad() {
    assertThat(fault("[1]")).isEqualTo(RecordFault.NOT_AN_OBJECT);
    assertThat(fault("{\"a\":NaN}")).isEqualTo(RecordFault.NOT_JSON);
    assertThat(fault("{\"a\":1} {\"b\":2}")).isEqualTo(RecordFault.NOT_JSON);
    assertThat(fault("{\"a\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}"))
        .isEqualTo(RecordFault.TOO_DEEP);
    StringBuilder many = new StringBuilder("{\"n\":0");
    for (int field = 1; field <= FieldWriter.MOST_FIELDS; field++) {
      many.append(",\"n").append(field).append("\":0");
    }
    assertThat(fault(many + "}")).isEqualTo(RecordFault.TOO_MANY_FIELDS);
  }

  private RecordFault fault(String event) {
    return catchThrowableOfType(BadRecordException.class, () -> flat.dropped(event)).fault();
  }

  private String time(String body) throws BadRecordException {
    JsonNode fields = flat.fields(Flat.event(OTHER, body));
    String time = fields.get("event_time").asText();
    return fields.has("event_time_source")
        ? time + " (" + fields.get("event_time_source").asText() + ")"
        : time;
  }
}
