package com.spokefleet.siem.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.siem.dashboard.StreamFigure;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.field.FieldDictionary;
import com.spokefleet.siem.lookup.Lookups;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DatadogPackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DatadogPack PACK = Packs.full();
  private static final Map<String, Detection> CATALOGUE =
      DetectionCatalogue.all().stream()
          .collect(Collectors.toMap(Detection::id, detection -> detection));

  @Test
  void isTheSameToTheByteEachTime() {
    SortedMap<String, byte[]> files = PACK.files();
    SortedMap<String, byte[]> again = Packs.full().files();

    assertThat(again.keySet()).isEqualTo(files.keySet());
    files.forEach((path, bytes) -> assertThat(again.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void everyObjectIsMarkedAsOursAndIsToldFromTheOthers() {
    Ownership ownership = new Ownership("demo");
    Set<String> seen = new HashSet<>();
    for (DatadogObject object : PACK.objects()) {
      JsonNode returned =
          object.kind() == DatadogKind.METRIC ? object.body().path("data") : object.body();
      assertThat(ownership.idOf(object.kind(), returned)).contains(object.id());
      assertThat(new Ownership("other").idOf(object.kind(), returned)).isEmpty();
      assertThat(seen.add(object.kind() + object.id())).as(object.id()).isTrue();
      assertThat(object.id()).matches("[a-z0-9_.-]+");
      assertThat(object.name()).isNotBlank().hasSizeLessThan(200);
    }
  }

  @Test
  void everyDetectionIsToldOfInOneWayOrAnother() {
    for (Detection detection : CATALOGUE.values()) {
      List<DatadogKind> kinds =
          PACK.objects().stream()
              .filter(object -> object.id().startsWith(detection.id()))
              .map(DatadogObject::kind)
              .toList();
      assertThat(kinds).as(detection.id()).containsAnyOf(DatadogKind.MONITOR, DatadogKind.RULE);
      if (!kinds.contains(DatadogKind.MONITOR) || !kinds.contains(DatadogKind.RULE)) {
        assertThat(PACK.limits()).extracting(Limit::about).contains(detection.id());
      }
    }
  }

  @Test
  void anAccountGetsMonitorsOrRulesOfADetectionAndNotBoth() {
    assertThat(detections(PACK.withCloudSiem(), DatadogKind.MONITOR))
        .doesNotContainAnyElementsOf(detections(PACK.withCloudSiem(), DatadogKind.RULE));
    assertThat(detections(PACK.withCloudSiem(), DatadogKind.MONITOR))
        .isNotEmpty()
        .allMatch(id -> find(id).trigger() instanceof Trigger.Silence);
    assertThat(PACK.withoutCloudSiem()).noneMatch(object -> object.kind() == DatadogKind.RULE);
    assertThat(PACK.objects()).containsAll(PACK.withCloudSiem());
  }

  @Test
  void everyAttributeIsInTheDictionaryOrMadeByThePipeline() {
    Set<String> made = new TreeSet<>();
    each(
        of(DatadogKind.PIPELINE).getFirst().body(),
        node -> made.add("@" + node.path("target").asText()));

    for (String attribute : FacetList.attributes(PACK.objects())) {
      assertThat(FieldDictionary.findInDatadog(attribute).isPresent() || made.contains(attribute))
          .as(attribute)
          .isTrue();
      assertThat(attribute.substring(attribute.lastIndexOf('.') + 1)).hasSizeLessThan(50);
    }
    assertThat(FieldDictionary.findInDatadog("@genesys.entity_typ")).isEmpty();
  }

  @Test
  void whatThePipelineReadsIsInTheDictionaryOrMadeBefore() {
    Set<String> made = new HashSet<>();
    each(
        of(DatadogKind.PIPELINE).getFirst().body(),
        step -> {
          step.path("sources").forEach(source -> requireKnown("@" + source.asText(), made));
          if (step.has("source")) {
            requireKnown("@" + step.path("source").asText(), made);
          }
          Matcher blocks = Pattern.compile("%\\{([^}]+)}").matcher(step.path("template").asText());
          while (blocks.find()) {
            requireKnown("@" + blocks.group(1), made);
          }
          made.add("@" + step.path("target").asText());
        });
    assertThat(made).contains("@genesys.identity", "@genesys.privileged_object", "@usr.id");
  }

  @Test
  void duplicatesAndPartsThatAreMissingMakeTheSameGroupAndIdentity() throws IOException {
    JsonNode sent =
        JSON.readTree(
            """
            {"timestamp": 1, "message": "m", "genesys": {"vendor_product": "Genesys Cloud",
             "topic": "v2.audits.entitytype.{id}.entityid.{id}", "org_id": "o", "audit_id": "a",
             "event_id": "e", "actor_id": "u"}}
            """);
    LocalPipeline pipeline =
        new LocalPipeline(
            of(DatadogKind.PIPELINE).getFirst().body(),
            Map.of(LogPipeline.usersTable(Packs.context(Packs.lookups())), Map.of("o/u", "Una")));

    JsonNode log = pipeline.process(sent);

    assertThat(log.at("/genesys/identity").asText()).isEqualTo("a");
    assertThat(log.at("/genesys/actor_name").asText()).isEqualTo("Una");
    assertThat(log.at("/genesys/by_org_id_entity_id").asText()).isEqualTo("o ");
    assertThat(log.at("/evt/outcome").asText()).isEqualTo("success");
    assertThat(log.path("service").asText()).isEqualTo("genesys-cloud-audit");
  }

  @Test
  void aFleetWithoutPrivilegedThingsHasNoMonitorsForThem() {
    DatadogPack pack = Packs.of(Packs.context(Lookups.none()));

    assertThat(pack.objects()).noneMatch(object -> object.id().endsWith("-privileged"));
    assertThat(new String(pack.files().get("README.md"), StandardCharsets.UTF_8))
        .contains("# Genesys Cloud in Datadog");
    assertThat(pack.files()).doesNotContainKey("users.csv");
  }

  @Test
  void theExportHasAFileForEachObjectAndAListOfWhatPeopleHaveToMake() throws IOException {
    SortedMap<String, byte[]> files = PACK.files();

    assertThat(files).hasSize(PACK.objects().size() + 3);
    assertThat(new String(files.get("users.csv"), StandardCharsets.UTF_8))
        .contains("/3a8d2f14-6b0e-4c57-9e21-b44d7705c3aa,\"Priya \"\"P\"\" Raman\"");
    JsonNode facets = JSON.readTree(files.get("facets.json"));
    assertThat(facets)
        .anyMatch(
            facet ->
                facet.path("path").asText().equals("@genesys.cpu_load_percent")
                    && facet.path("kind").asText().equals("measure"));
    assertThat(facets)
        .anyMatch(
            facet ->
                facet.path("path").asText().equals("@genesys.entity_type")
                    && facet.path("kind").asText().equals("facet"));
    long bytes = files.values().stream().mapToLong(file -> file.length).sum();
    assertThat(bytes).isLessThan(2_000_000);
  }

  @Test
  void dashboardsHaveTheirWidgetsSideBySideAndNeverOnTopOfEachOther() {
    for (DatadogObject dashboard : of(DatadogKind.DASHBOARD)) {
      Set<List<Integer>> taken = new HashSet<>();
      for (JsonNode widget : dashboard.body().path("widgets")) {
        JsonNode layout = widget.path("layout");
        int right = layout.path("x").asInt() + layout.path("width").asInt();
        assertThat(right).isLessThanOrEqualTo(12);
        for (int x = layout.path("x").asInt(); x < right; x++) {
          int bottom = layout.path("y").asInt() + layout.path("height").asInt();
          for (int y = layout.path("y").asInt(); y < bottom; y++) {
            assertThat(taken.add(List.of(x, y))).as(widget.toString()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void queriesOfDashboardsCanBeRead() {
    for (DatadogObject dashboard : of(DatadogKind.DASHBOARD)) {
      each(
          dashboard.body(),
          node -> {
            String query =
                node.path("search").path("query").asText(node.path("query_string").asText());
            if (query.startsWith("@genesys")) {
              LocalSearch.parse(query.replaceAll(" \\$\\w+", ""));
            }
          });
    }
    assertThat(StreamMetric.name(StreamFigure.DELIVERED, "DeliveryToHttpEndpoint.Records"))
        .isEqualTo("aws.firehose.delivery_to_http_endpoint_records");
  }

  @Test
  void anOrgsStreamsAreNotThoseOfOneWhoseNameGoesOn() {
    StreamScope scope = StreamScope.ofOrg("demo", "emea", List.of("emea", "emea-south", "amer"));

    assertThat(scope.of(StreamFigure.DELIVERED))
        .isEqualTo(
            "deliverystreamname:spokefleet-demo-emea-*,!deliverystreamname:spokefleet-demo-emea-south-*");
    assertThat(scope.of(StreamFigure.RECEIVED)).isEqualTo("org:emea");
  }

  private static void requireKnown(String attribute, Set<String> made) {
    boolean isOfTheUsersRow = attribute.startsWith("@genesys.actor_row");
    assertThat(
            FieldDictionary.findInDatadog(attribute).isPresent()
                || FieldDictionary.findInDatadog(attribute.substring(1)).isPresent()
                || made.contains(attribute)
                || isOfTheUsersRow)
        .as(attribute)
        .isTrue();
  }

  private static void each(JsonNode node, Consumer<JsonNode> visit) {
    if (node.isObject()) {
      visit.accept(node);
    }
    node.forEach(child -> each(child, visit));
  }

  private static List<DatadogObject> of(DatadogKind kind) {
    return PACK.objects().stream().filter(object -> object.kind() == kind).toList();
  }

  private static Set<String> detections(List<DatadogObject> objects, DatadogKind kind) {
    return objects.stream()
        .filter(object -> object.kind() == kind)
        .map(object -> find(object.body()).id())
        .collect(Collectors.toSet());
  }

  /** The detection that the tags name. */
  private static Detection find(JsonNode body) {
    for (JsonNode tag : body.path("tags")) {
      if (tag.asText().startsWith("detection:")) {
        return find(tag.asText().substring("detection:".length()));
      }
    }
    throw new AssertionError("of no detection: " + body);
  }

  private static Detection find(String id) {
    Detection detection = CATALOGUE.get(id);
    assertThat(detection).as(id).isNotNull();
    return Objects.requireNonNull(detection);
  }
}
