package com.spokefleet.siem.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.detection.EventScope;
import com.spokefleet.siem.evaluate.EventRecord;
import com.spokefleet.siem.fixture.Fixture;
import com.spokefleet.siem.fixture.SentEvent;
import com.spokefleet.siem.lookup.Enrichment;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import com.spokefleet.siem.predicate.RandomPredicates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries select what predicates select. */
class LogQueryTest {
  private static final List<String> FIELDS =
      List.of("entity_type", "vendor_action", "new_values", "cpu_load_percent", "level");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          entity_type = OAuthClient | @genesys.entity_type:OAuthClient
          not level = SYSTEM | -@genesys.level:SYSTEM
          entity_type in (Role, AuthUser) and client_id exists | @genesys.entity_type:(Role OR AuthUser) @genesys.client_id:*
          a = x and b = y or c = z | (@genesys.a:x @genesys.b:y) OR @genesys.c:z
          not (a = x and b = y) | -@genesys.a:x OR -@genesys.b:y
          not (a = x or b = y) and c = z | -@genesys.a:x -@genesys.b:y @genesys.c:z
          new_values = "scopes=*authorization*" | @genesys.new_values:scopes\\=*authorization*
          entity_id = d4b8e6a2-0c3f | @genesys.entity_id:"d4b8e6a2-0c3f"
          entity_name = "OR" | @genesys.entity_name:"OR"
          entity_name = "a? (b)" | @genesys.entity_name:"a? (b)"
          topic = "v2.x.{id}.*" | @genesys.topic:v2.x.\\{id\\}.*
          cpu_load_percent >= 90 | @genesys.cpu_load_percent:>=90
          not cpu_load_percent < -1.5 | -@genesys.cpu_load_percent:<\\-1.5
          """)
  void saysItInTheWordsOfTheDocumentation(String predicate, String query) {
    assertThat(LogQuery.of(PredicateParser.parse(predicate))).isEqualTo(query);
  }

  @Test
  void randomPredicatesAndTheirQueriesSelectTheSame() {
    long seed = Long.getLong("seed", System.nanoTime());
    RandomPredicates random = new RandomPredicates(seed);
    int selected = 0;
    for (int round = 0; round < 3_000; round++) {
      Predicate predicate = random.next(3);
      FieldValues event = random.event();
      String query = LogQuery.of(predicate);
      boolean matches = predicate.matches(event);
      selected += matches ? 1 : 0;
      ObjectNode log = log(event);
      assertThat(LocalSearch.selects(query, log))
          .as(() -> "-Dseed=%d: %s for %s".formatted(seed, query, log))
          .isEqualTo(matches);
    }
    assertThat(selected).as("-Dseed=%d: neither all nor nothing", seed).isBetween(300, 2_700);
  }

  @Test
  void withoutEscapesTheSearchWouldSelectOtherEventsOrNone() {
    ObjectNode log = Json.object();
    log.putObject("genesys").put("new_values", "a b");

    assertThat(LocalSearch.selects("@genesys.new_values:a\\ b*", log)).isTrue();
    assertThatThrownBy(() -> LocalSearch.selects("@genesys.new_values:a b*", log))
        .hasMessageContaining("expected");
    assertThat(LocalSearch.selects("@genesys.new_values:\"a*\"", log)).isFalse();
    assertThatThrownBy(() -> LocalSearch.parse("@a:x OR @b:y @c:z")).hasMessageContaining("mixed");
  }

  /** Every detection over every event of every fixture, the goldens among them. */
  @Test
  void theCataloguesQueriesSelectTheEventsThatTheEvaluatorSelects() {
    List<Detection> catalogue = DetectionCatalogue.all();
    Map<String, java.util.function.Predicate<JsonNode>> queries = new HashMap<>();
    for (Detection detection : catalogue) {
      queries.put(
          detection.id(), LocalSearch.parse(LogQuery.of(detection.events(), detection.when())));
    }
    Map<EventScope, java.util.function.Predicate<JsonNode>> scopes =
        new EnumMap<>(EventScope.class);
    for (EventScope scope : EventScope.values()) {
      scopes.put(scope, LocalSearch.parse(LogQuery.of(scope)));
    }
    var privileged = LocalSearch.parse(LogQuery.of(RuleBodies.PRIVILEGED));
    DatadogLogs logs = new DatadogLogs();
    Map<Lookups, LocalPipeline> pipelines = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    int selected = 0;
    for (Fixture fixture : Fixture.all()) {
      LocalPipeline pipeline = pipelines.computeIfAbsent(fixture.lookups(), LogQueryTest::pipeline);
      Enrichment enrichment = new Enrichment(fixture.lookups());
      for (SentEvent event : fixture.events()) {
        JsonNode sent = logs.of(event);
        JsonNode log = pipeline.process(sent);
        FieldValues fields = enrichment.of(EventRecord.of(sent.path("genesys")));
        for (Detection detection : catalogue) {
          boolean matches = detection.events().holds(fields) && detection.when().matches(fields);
          selected += matches ? 1 : 0;
          if (Objects.requireNonNull(queries.get(detection.id())).test(log) != matches) {
            wrong.add("%s in %s: %s".formatted(detection.id(), fixture, sent));
          }
        }
        if (privileged.test(log) != RuleBodies.PRIVILEGED.matches(fields)) {
          wrong.add("privileged in %s: %s".formatted(fixture, sent));
        }
        if (!textOf(log, "genesys.actor_name")
            .equals(String.join("", fields.of(Enrichment.ACTOR_NAME)))) {
          wrong.add("actor in %s: %s".formatted(fixture, log));
        }
        scopes.forEach(
            (scope, query) -> {
              if (query.test(log) != scope.holds(fields)) {
                wrong.add("%s in %s: %s".formatted(scope, fixture, sent));
              }
            });
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(selected).isGreaterThan(catalogue.size());
  }

  private static String textOf(JsonNode log, String attribute) {
    List<JsonNode> values = LocalSearch.values(log, attribute);
    return values.isEmpty() ? "" : values.getFirst().asText();
  }

  private static LocalPipeline pipeline(Lookups lookups) {
    return new LocalPipeline(
        new LogPipeline(Packs.context(lookups), List.of()).object(new Ownership("demo")).body(),
        Map.of());
  }

  /** As the transformation would send it: numbers as numbers, lists as lists. */
  private static ObjectNode log(FieldValues event) {
    ObjectNode log = Json.object();
    ObjectNode fields = log.putObject("genesys");
    for (String field : FIELDS) {
      List<String> values = new ArrayList<>(event.of(field));
      ArrayNode list = fields.putArray(field);
      for (String value : values) {
        if (value.matches("-?\\d+(\\.\\d+)?")) {
          list.add(new BigDecimal(value));
        } else {
          list.add(value);
        }
      }
      if (list.size() == 1) {
        fields.set(field, list.get(0));
      }
    }
    return log;
  }
}
