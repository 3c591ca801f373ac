package com.spokefleet.infra.backfill;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.VirtualClock;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of a state's fields: whatever is written as {@code {% … %}} is JSONata over {@code
 * $states} and the variables. As in Step Functions an expression that gives nothing is an error.
 */
final class Expressions {
  private static final String BEGIN = "{%";
  private static final String END = "%}";

  private final ObjectMapper json = new ObjectMapper();
  private final VirtualClock clock;

  Expressions(VirtualClock clock) {
    this.clock = clock;
  }

  JsonNode value(JsonNode template, Map<String, JsonNode> states, Map<String, JsonNode> variables)
      throws StatesException {
    if (template.isObject()) {
      ObjectNode object = json.createObjectNode();
      for (Map.Entry<String, JsonNode> field : template.properties()) {
        object.set(field.getKey(), value(field.getValue(), states, variables));
      }
      return object;
    }
    if (template.isArray()) {
      ArrayNode array = json.createArrayNode();
      for (JsonNode element : template) {
        array.add(value(element, states, variables));
      }
      return array;
    }
    String text = template.asText();
    return template.isTextual() && text.startsWith(BEGIN) && text.endsWith(END)
        ? evaluate(text.substring(BEGIN.length(), text.length() - END.length()), states, variables)
        : template;
  }

  private JsonNode evaluate(
      String expression, Map<String, JsonNode> states, Map<String, JsonNode> variables)
      throws StatesException {
    Jsonata jsonata = Jsonata.jsonata(expression);
    Map<String, @Nullable Object> known = new HashMap<>();
    states.forEach((name, value) -> known.put(name, plain(value)));
    jsonata.assign("states", known);
    variables.forEach((name, value) -> jsonata.assign(name, plain(value)));
    jsonata.registerFunction("millis", () -> clock.instant().toEpochMilli());
    try {
      @Nullable Object result = jsonata.evaluate(null);
      if (result == null) {
        throw new StatesException(
            "States.QueryEvaluationError", "The expression returned nothing: " + expression);
      }
      return json.valueToTree(result);
    } catch (JException | DateTimeException failure) {
      throw new StatesException(
          "States.QueryEvaluationError", failure.getMessage() + " in: " + expression);
    }
  }

  private @Nullable Object plain(JsonNode value) {
    return json.convertValue(value, Object.class);
  }
}
