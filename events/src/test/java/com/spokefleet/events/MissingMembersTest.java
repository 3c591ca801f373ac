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
 * Real events lack this and that: any member may be missing, null or empty, and the event goes
 * through.
 */
final class MissingMembersTest {
  @ParameterizedTest
  @MethodSource("com.spokefleet.events.GoldenEvent#routed")
  void goesThroughWithoutAnyMember(GoldenEvent event) throws Exception {
    for (String place : List.of("", "/detail", "/detail/eventBody")) {
      for (String name :
          event.tree().at(place).propertyStream().map(one -> one.getKey()).toList()) {
        ObjectNode missing = event.tree().deepCopy();
        at(missing, place).remove(name);
        check(missing, place + " without " + name);
        ObjectNode nothing = event.tree().deepCopy();
        at(nothing, place).putNull(name);
        check(nothing, place + " with null " + name);
        ObjectNode empty = event.tree().deepCopy();
        at(empty, place).put(name, "");
        check(empty, place + " with empty " + name);
        ObjectNode object = event.tree().deepCopy();
        at(object, place).putObject(name).put("id", 7);
        check(object, place + " with an object as " + name);
        ObjectNode array = event.tree().deepCopy();
        at(array, place).putArray(name).add(1).addArray().add("x");
        check(array, place + " with an array as " + name);
      }
    }
    ObjectNode bare = event.tree().deepCopy();
    at(bare, "/detail").putObject("eventBody");
    check(bare, "an empty body");
  }

  private static ObjectNode at(ObjectNode event, String place) {
    return place.isEmpty() ? event : event.withObject(place);
  }

  private static void check(JsonNode event, String what) throws Exception {
    for (Envelope envelope :
        List.of(new SplunkEnvelope("genesys"), new DatadogEnvelope(), new OcsfEnvelope())) {
      JsonNode flat = Flattened.of(event.toString(), Flattened.USUAL, envelope);
      assertThat(flat.has("dropped")).as(what).isFalse();
    }
  }
}
