package com.spokefleet.events.flatten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.envelope.OcsfEnvelope;
import com.spokefleet.events.envelope.SplunkEnvelope;
import com.spokefleet.events.privacy.PrivacyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No name comes twice in an event, and no value is lost for it; read by a strict reader. */
final class NamesTest {
  private static final String AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";

  /** Of few words, so that they meet: numbered, stepped back, joined, and ours. */
  private static final List<String> WORDS =
      List.of(
          "x",
          "X",
          "x_2",
          "x2",
          "x_2_2",
          "x-2",
          "x_3",
          "2",
          "body",
          "detail",
          "bus",
          "action",
          "status",
          "org",
          "id",
          "user",
          "name",
          "event",
          "time",
          "redacted",
          "truncated",
          "src",
          "ip",
          "body_id",
          "event_time",
          "a.b",
          "a",
          "b",
          "",
          "_",
          "É",
          "\\u0041");

  @Test
  void aNumberedNameDoesNotMeetOneThatIsSoCalled() throws BadRecordException {
    JsonNode fields =
        Flat.usual().fields(Flat.event(AUDIT, "{\"x\":1,\"X\":2,\"x_2\":3,\"x-2\":4,\"_x\":5}"));

    List<Integer> values = new ArrayList<>();
    fields
        .properties()
        .forEach(
            field -> {
              if (field.getKey().startsWith("x")) {
                values.add(field.getValue().asInt());
              }
            });
    assertThat(values).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @Test
  void namesMeetAcrossTheLevelsOfAnEvent() throws BadRecordException {
    String event =
        Flat.event(AUDIT, "{\"x\":1,\"detail_x\":2,\"action\":\"Update\"}")
            .replace("\"version\":\"0\"", "\"version\":\"0\",\"x\":3,\"action\":4,\"bus_action\":5")
            .replace("\"version\":\"2\"", "\"version\":\"2\",\"x\":6,\"detail\":{\"x\":7}");
    JsonNode fields = Flat.usual().fields(event);

    assertThat(fields.toString()).contains(":1", ":2", ":3", ":4", ":5", ":6", ":7");
    assertThat(fields.path("action").asText()).isEqualTo("modified");
  }

  @Test
  void whateverFieldsAreCalledNoneComesTwiceAndNoneIsLost() throws BadRecordException {
    long seed = Long.getLong("spokefleet.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    PrivacyRules rules = new PrivacyRules(Map.of(), false);
    List<Flat> flats =
        List.of(
            Flat.with(rules, new SplunkEnvelope("genesys")),
            Flat.with(rules, new DatadogEnvelope()),
            Flat.with(rules, new OcsfEnvelope()));
    List<String> topics =
        List.of(AUDIT, "v2.telephony.providers.edges.{id}.metrics", "v2.new.things.{id}");
    for (int round = 0; round < 2_000; round++) {
      List<String> values = new ArrayList<>();
      String topic = topics.get(random.nextInt(topics.size()));
      String event =
          Flat.event(topic, object(random, 0, values))
              .replace("\"account\":\"1\"", members(random, values) + "\"account\":\"1\"")
              .replace("\"version\":\"2\"", members(random, values) + "\"version\":\"2\"");
      for (Flat flat : flats) {
        String text = flat.record(event).toString();
        assertThat(values)
            .as("seed %d, of %s", seed, event)
            .allSatisfy(value -> assertThat(text).contains(value));
      }
    }
  }

  @Test
  void moreNamesThanAnyEventHasAreRefusedTheSameWayEveryTime() throws BadRecordException {
    StringBuilder body = new StringBuilder("{\"n\":0");
    for (int member = 0; member < 20_000; member++) {
      body.append(",\"m").append(member).append("\":null");
    }
    String event = Flat.event("v2.new.things.{id}", body + "}");
    Flat flat = Flat.usual();

    for (int time = 0; time < 5; time++) {
      assertThatThrownBy(() -> flat.text(event))
          .isInstanceOfSatisfying(
              BadRecordException.class,
              bad -> assertThat(bad.fault()).isEqualTo(RecordFault.TOO_MANY_FIELDS));
      assertThat(flat.text(Flat.event(AUDIT, "{\"n\":1}"))).contains("\"n\":1");
    }
  }

  private static String members(Random random, List<String> values) {
    String object = object(random, 1, values);
    return object.length() == 2 ? "" : object.substring(1, object.length() - 1) + ",";
  }

  private static String object(Random random, int depth, List<String> values) {
    StringBuilder object = new StringBuilder("{");
    int members = random.nextInt(6);
    for (int member = 0; member < members; member++) {
      String name = WORDS.get(random.nextInt(WORDS.size()));
      object.append(member == 0 ? "\"" : ",\"").append(name).append("\":");
      object.append(value(random, depth, values));
    }
    return object.append('}').toString();
  }

  private static String value(Random random, int depth, List<String> values) {
    return switch (random.nextInt(depth > 2 ? 2 : 4)) {
      case 0 -> '"' + next(values) + '"';
      case 1 -> "[\"" + next(values) + "\"]";
      case 2 -> "[" + object(random, depth + 1, values) + "]";
      default -> object(random, depth + 1, values);
    };
  }

  private static String next(List<String> values) {
    String value = "value-" + (100_000 + values.size());
    values.add(value);
    return value;
  }
}
