package com.spokefleet.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.envelope.Envelope;
import com.spokefleet.events.envelope.OcsfEnvelope;
import com.spokefleet.events.envelope.SplunkEnvelope;
import com.spokefleet.events.topic.PersonalField;
import com.spokefleet.events.topic.PersonalField.Whose;
import com.spokefleet.events.topic.Route;
import com.spokefleet.events.topic.Topic;
import com.spokefleet.events.topic.TopicCatalogue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the catalogue calls personal is treated so: customers' fields leave no org, nobody's leave
 * an org that is metrics-only, and staff's fields do leave others, which is what audits are for.
 */
final class CatalogueOfPersonsTest {
  private static final String MARK = "Marka7781";

  static List<Topic> routed() {
    return TopicCatalogue.ALL.stream().filter(topic -> topic.route() == Route.SIEM).toList();
  }

  @ParameterizedTest
  @MethodSource("routed")
  void customersStayInEveryOrgAndEverybodyInAMetricsOnlyOne(Topic topic) throws Exception {
    for (Envelope envelope :
        List.of(new SplunkEnvelope("genesys"), new DatadogEnvelope(), new OcsfEnvelope())) {
      for (PersonalField field : topic.personal()) {
        String event = marked(topic, field.path());
        JsonNode usual = Flattened.of(event, Flattened.USUAL, envelope);
        JsonNode masked = Flattened.of(event, Flattened.MASKED, envelope);

        assertThat(usual.toString().contains(MARK))
            .as("%s of %s", field.path(), topic.template())
            .isEqualTo(field.whose() != Whose.CUSTOMER);
        assertThat(masked.toString())
            .as("%s of %s, masked", field.path(), topic.template())
            .doesNotContain(MARK);
      }
    }
  }

  /** An event of the topic with the mark at this place, as a text and within an array. */
  private static String marked(Topic topic, String path) {
    GoldenEvent golden =
        GoldenEvent.all().stream()
            .filter(event -> event.detailType().equals(topic.template()))
            .findFirst()
            .orElseThrow();
    ObjectNode event = golden.tree().deepCopy();
    ObjectNode body = event.withObject("/detail").putObject("eventBody");
    String[] names = path.split("\\.", -1);
    if (path.startsWith("propertyChanges.")) {
      body.putArray("propertyChanges")
          .addObject()
          .put("property", "one")
          .putArray(names[1])
          .add(MARK);
      return event.toString();
    }
    for (int depth = 0; depth < names.length - 1; depth++) {
      body = body.putObject(names[depth]);
    }
    String last = names[names.length - 1];
    switch (last) {
      case "remoteIp", "callbackNumbers" -> body.putArray(last).add(MARK);
      case "attributes", "context", "messageParams", "journeyContext" ->
          body.putObject(last).put("any", MARK);
      default -> body.put(last, MARK);
    }
    return event.toString();
  }
}
