package com.spokefleet.siem.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.flatten.BadRecordException;
import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.events.flatten.Flattener;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.org.EventOrgs;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.privacy.Treatment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the dictionary says that a field is from, an event has it and it comes out so called. */
final class FieldPathTest {
  private static final String BODY = "eventBody.";
  private static final String SOURCE = "aws.partner/genesys.com/cloud/o-1/spokefleet";
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Field> ofBodies() {
    return FieldDictionary.all().stream()
        .filter(field -> field.origin() == FieldOrigin.EVENT && field.source().startsWith(BODY))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("ofBodies")
  void thePathOfTheEventMakesTheName(Field field) throws Exception {
    String path = field.source().substring(BODY.length());
    String name = field.name();
    if (name.endsWith("*")) {
      path += ".any";
      name = name.replace("*", "any");
    }
    for (EventKind kind : field.kinds()) {
      ObjectNode event = JSON.createObjectNode().put("source", SOURCE);
      event.put("detail-type", topic(kind));
      put(event.withObject("/detail/eventBody"), path, field.type().isList());

      assertThat(flat(event, name).has(name)).as("%s of %s", name, kind).isTrue();
    }
  }

  private static void put(ObjectNode body, String path, boolean list) {
    String[] names = path.split("\\.");
    ObjectNode object = body;
    for (int depth = 0; depth < names.length - 1; depth++) {
      object =
          list && depth == 0
              ? object.putArray(names[0]).addObject()
              : object.putObject(names[depth]);
    }
    String last = names[names.length - 1];
    if (names[0].equals("propertyChanges") && !last.equals("any")) {
      object = (ObjectNode) body.putArray(names[0]).addObject().put("property", "scopes");
      if (names.length > 1 && last.equals("property")) {
        return;
      }
      object.putArray(names.length > 1 ? last : "newValues").add("soon");
    } else if (list && names.length == 1) {
      ArrayNode values = object.putArray(last);
      values.add("soon");
    } else {
      object.put(last, "soon");
    }
  }

  private static String topic(EventKind kind) {
    return switch (kind) {
      case AUDIT -> "v2.audits.entitytype.{id}.entityid.{id}";
      case CONVERSATION -> "v2.detail.events.conversation.{id}.acw";
      case EDGE_METRICS -> "v2.telephony.providers.edges.{id}.metrics";
      case OPERATIONS -> "v2.operations.events.{id}";
      case OTHER -> "v2.new.things.{id}";
      case TRANSCRIPT -> throw new IllegalArgumentException("no field is of a transcript");
    };
  }

  private static JsonNode flat(JsonNode event, String name) throws BadRecordException, IOException {
    PrivacyRules rules = new PrivacyRules(Map.of(name, Treatment.KEEP), false);
    EventOrgs orgs = new EventOrgs(List.of(new EventOrg("o-1", "emea", "", rules)));
    Flattener flattener = new Flattener(orgs, Optional.empty(), new DatadogEnvelope());
    byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
    JsonBytes out = new JsonBytes(1_024);
    assertThat(flattener.flatten(bytes, 0, bytes.length, 0, out)).isEmpty();
    return JSON.readTree(out.array(), 0, out.length()).path("genesys");
  }
}
