package com.spokefleet.siem.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.siem.detection.Basis;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.detection.EventScope;
import com.spokefleet.siem.detection.Trigger;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Monitors and rules one by one: grammar, spans, cases, who is paged, texts. */
class AlertBodiesTest {
  /** The grammar of the API's description of log alerts. */
  static final Pattern LOG_ALERT =
      Pattern.compile(
          "logs\\(\"(?<query>(?:[^\"\\\\]|\\\\.)*)\"\\)\\.index\\(\"\\*\"\\)"
              + "\\.rollup\\(\"(?<rollup>count|cardinality)\"(?:, \"(?<measure>@[a-z_.]+)\")?\\)"
              + "(?:\\.by\\(\"(?<by>@[a-z_.]+)\"\\))?\\.last\\(\"(?<minutes>\\d+)m\"\\)"
              + " (?<operator>>=|<) (?<threshold>\\d+)");

  private static final DatadogPack PACK = Packs.full();
  private static final Map<String, Detection> CATALOGUE =
      DetectionCatalogue.all().stream()
          .collect(Collectors.toMap(Detection::id, detection -> detection));

  @Test
  void monitorsAreOfTheGrammarAndAskForNoMoreThanItAllows() {
    for (DatadogObject monitor : of(DatadogKind.MONITOR)) {
      Matcher matcher = LOG_ALERT.matcher(monitor.body().path("query").asText());
      assertThat(matcher.matches()).as(monitor.body().path("query").asText()).isTrue();
      LocalSearch.parse(matcher.group("query").replace("\\\"", "\""));
      assertThat(Integer.parseInt(matcher.group("minutes"))).isBetween(1, 2_880);
      assertThat(monitor.body().at("/options/thresholds/critical").asDouble())
          .isEqualTo(Double.parseDouble(matcher.group("threshold")));
      boolean isSilence = matcher.group("operator").equals("<");
      assertThat(matcher.group("rollup")).isEqualTo(isSilence ? "count" : "cardinality");
      assertThat(monitor.body().at("/options/on_missing_data").asText())
          .isEqualTo(isSilence ? "default" : "resolve");
      assertThat(matcher.group("by") == null).isEqualTo(isSilence);
      assertThat(monitor.body().path("tags"))
          .allMatch(tag -> tag.asText().matches("[a-z][a-z0-9_./:-]{0,199}"));
    }
  }

  @Test
  void rulesKeepTheOrderOfSpansThatTheServerEnforcesAndCountNoRecordTwice() {
    for (DatadogObject rule : of(DatadogKind.RULE)) {
      JsonNode options = rule.body().path("options");
      assertThat(options.path("evaluationWindow").asInt())
          .isLessThanOrEqualTo(options.path("keepAlive").asInt());
      assertThat(options.path("keepAlive").asInt())
          .isLessThanOrEqualTo(options.path("maxSignalDuration").asInt());
      Set<String> names = new HashSet<>();
      for (JsonNode query : rule.body().path("queries")) {
        names.add(query.path("name").asText());
        LocalSearch.parse(query.path("query").asText());
        if (query.path("aggregation").asText().equals("cardinality")) {
          assertThat(query.path("distinctFields")).isNotEmpty();
        } else {
          assertThat(query.path("aggregation").asText()).isEqualTo("new_value");
          assertThat(query.path("metrics")).hasSizeBetween(1, 5);
        }
      }
      for (JsonNode each : rule.body().path("cases")) {
        for (String word : each.path("condition").asText().split("[^a-z]+", -1)) {
          assertThat(word.isEmpty() || names.contains(word)).as(word).isTrue();
        }
      }
    }
  }

  @Test
  void windowsAreRoundedUpAndItIsSaid() {
    for (DatadogObject rule : of(DatadogKind.RULE)) {
      Detection detection = find(rule.body());
      if (detection.trigger() instanceof Trigger.Count count) {
        long window = rule.body().at("/options/evaluationWindow").asLong();
        assertThat(window).isGreaterThanOrEqualTo(count.within().toSeconds());
        if (window > count.within().toSeconds()) {
          assertThat(PACK.limits())
              .anyMatch(
                  limit ->
                      limit.about().equals(detection.id()) && limit.text().contains("counts over"));
        }
      }
    }
  }

  @Test
  void whatIsCriticalPagesAndNothingElseDoes() {
    for (DatadogObject monitor : of(DatadogKind.MONITOR)) {
      boolean isCritical = monitor.body().path("priority").asInt() == 1;
      assertThat(monitor.body().path("message").asText().contains("@soc@example.com"))
          .as(monitor.id())
          .isEqualTo(isCritical);
      if (monitor.id().endsWith("-privileged")) {
        assertThat(isCritical).isTrue();
      }
    }
    for (DatadogObject rule : of(DatadogKind.RULE)) {
      boolean hasCritical = false;
      for (JsonNode each : rule.body().path("cases")) {
        boolean isCritical = each.path("status").asText().equals("critical");
        hasCritical |= isCritical;
        assertThat(each.path("notifications").size()).isEqualTo(isCritical ? 1 : 0);
      }
      boolean isNew = find(rule.body()).trigger() instanceof Trigger.NewCombination;
      boolean canTell =
          EnumSet.of(EventScope.AUDITS, EventScope.OPERATIONS, EventScope.ALL)
              .contains(find(rule.body()).events());
      assertThat(hasCritical || !canTell || isNew && !rule.id().endsWith("-privileged"))
          .as("privileged raises " + rule.id())
          .isTrue();
    }
  }

  @Test
  void textsTellWhatToDoAndHowSureItIsAndTellNobodyByChance() {
    for (DatadogObject object : PACK.objects()) {
      if (object.kind() != DatadogKind.MONITOR && object.kind() != DatadogKind.RULE) {
        continue;
      }
      Detection detection = find(object.body());
      String text = object.body().path("message").asText();
      assertThat(text)
          .contains("**What to do**")
          .contains(detection.basis() == Basis.INFERRED ? "Inferred" : "Confirmed");
      assertThat(text.replace("@soc@example.com", "").replaceAll("\\{\\{[^}]*}}", ""))
          .as(object.id())
          .doesNotContain("@");
    }
  }

  private static List<DatadogObject> of(DatadogKind kind) {
    return PACK.objects().stream().filter(object -> object.kind() == kind).toList();
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
