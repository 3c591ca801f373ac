package com.spokefleet.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.envelope.Envelope;
import com.spokefleet.events.envelope.OcsfEnvelope;
import com.spokefleet.events.envelope.SplunkEnvelope;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The platform may call a new field whatever it likes, also as we call one of ours: nothing may
 * come out twice under one name, and nothing may get lost.
 */
final class AnyNameTest {
  @ParameterizedTest
  @MethodSource("com.spokefleet.events.GoldenEvent#routed")
  void aBodyMayHaveFieldsOfOurNames(GoldenEvent event) throws Exception {
    for (Envelope envelope :
        List.of(new SplunkEnvelope("genesys"), new DatadogEnvelope(), new OcsfEnvelope())) {
      JsonNode usual = fields(Flattened.of(event.json(), Flattened.USUAL, envelope));
      ObjectNode changed = event.tree().deepCopy();
      List<String> names = usual.propertyStream().map(field -> field.getKey()).toList();
      for (int number = 0; number < names.size(); number++) {
        changed.withObject("/detail/eventBody").put(names.get(number), "own-" + number + "-");
        changed.withObject("/detail").put(names.get(number), "detail-" + number + "-");
      }
      JsonNode flat = Flattened.of(changed.toString(), Flattened.USUAL, envelope);
      String text = flat.toString();
      for (int number = 0; number < names.size(); number++) {
        String name = names.get(number);
        boolean left = text.contains("\"own-" + number + "-") || isRemoved(flat, name);
        assertThat(left).as("%s of %s", name, event).isTrue();
      }
    }
  }

  private static boolean isRemoved(JsonNode flat, String name) {
    return fields(flat).path("redacted").toString().contains(name);
  }

  private static JsonNode fields(JsonNode envelope) {
    for (String place : List.of("event", "genesys", "unmapped")) {
      if (envelope.has(place)) {
        return envelope.path(place);
      }
    }
    throw new AssertionError("no fields: " + envelope);
  }
}
