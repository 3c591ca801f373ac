package com.spokefleet.siem.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.lookup.Lookups;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All bodies are valid by the types of Datadog's official client, and the judge is strict. */
class ClientTypesTest {
  private static final DatadogPack PACK = Packs.full();

  @Test
  void everyBodyIsValid() {
    for (DatadogObject object : PACK.objects()) {
      assertThat(ClientTypes.problems(object.kind(), object.body()))
          .as("%s %s", object.kind(), object.id())
          .isEmpty();
    }
  }

  @Test
  void soAreThoseOfAFleetThatHasNothingToLookUp() {
    for (DatadogObject object : Packs.of(Packs.context(Lookups.none())).objects()) {
      assertThat(ClientTypes.problems(object.kind(), object.body()))
          .as("%s %s", object.kind(), object.id())
          .isEmpty();
    }
  }

  /** What must not pass: a misspelt member, a wrong type, a value that is none, at any depth. */
  @ParameterizedTest
  @MethodSource("spoilt")
  void whatIsSpoiltIsNoticed(Spoilt spoilt) {
    ObjectNode body =
        PACK.objects().stream()
            .filter(object -> object.kind() == spoilt.kind())
            .findFirst()
            .orElseThrow()
            .body();
    spoilt.change().accept(body);

    assertThat(ClientTypes.problems(spoilt.kind(), body)).isNotEmpty();
  }

  record Spoilt(DatadogKind kind, String how, Consumer<ObjectNode> change) {
    @Override
    public String toString() {
      return kind + " " + how;
    }
  }

  static List<Spoilt> spoilt() {
    return List.of(
        new Spoilt(DatadogKind.MONITOR, "misspelt", body -> body.put("mesage", "x")),
        new Spoilt(DatadogKind.MONITOR, "no such type", body -> body.put("type", "log alarm")),
        new Spoilt(
            DatadogKind.MONITOR,
            "misspelt option",
            body -> body.withObjectProperty("options").put("on_missing", "resolve")),
        new Spoilt(
            DatadogKind.MONITOR,
            "no such option",
            body -> body.withObjectProperty("options").put("on_missing_data", "ignore")),
        new Spoilt(DatadogKind.MONITOR, "no number", body -> body.put("priority", "high")),
        new Spoilt(
            DatadogKind.RULE,
            "a window that does not exist",
            body -> body.withObjectProperty("options").put("evaluationWindow", 1_200)),
        new Spoilt(
            DatadogKind.RULE,
            "misspelt in a query",
            body -> ((ObjectNode) body.path("queries").get(0)).put("groupBy", "x")),
        new Spoilt(
            DatadogKind.RULE,
            "no such severity",
            body -> ((ObjectNode) body.path("cases").get(0)).put("status", "informational")),
        new Spoilt(
            DatadogKind.PIPELINE,
            "no such processor",
            body -> ((ObjectNode) body.path("processors").get(0)).put("type", "time-remapper")),
        new Spoilt(
            DatadogKind.PIPELINE,
            "misspelt in a nested processor",
            body ->
                body.path("processors")
                    .forEach(
                        step ->
                            step.path("processors")
                                .forEach(inner -> ((ObjectNode) inner).put("sorce", "x")))),
        new Spoilt(
            DatadogKind.DASHBOARD,
            "no such widget",
            body ->
                ((ObjectNode) body.path("widgets").get(0).path("definition"))
                    .put("type", "one_number")),
        new Spoilt(
            DatadogKind.DASHBOARD,
            "misspelt in a widget",
            body ->
                ((ObjectNode) body.path("widgets").get(0).path("definition")).put("titel", "x")),
        new Spoilt(
            DatadogKind.METRIC,
            "no such aggregation",
            body ->
                ((ObjectNode) body.at("/data/attributes/compute"))
                    .put("aggregation_type", "total")));
  }
}
