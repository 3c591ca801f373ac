package com.spokefleet.events.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.events.GoldenEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may not be deployed; each pattern but one line of it would pass. */
final class PatternCheckTest {
  private static final String SOURCE = "\"source\":[\"" + GoldenEvent.SOURCE + "\"]";
  private static final String TYPE = "\"detail-type\":[\"v2.operations.events.{id}\"]";
  private static final OrgBus BUS = new OrgBus(GoldenEvent.SOURCE, false, false);
  private static final OrgBus METRICS_ONLY = new OrgBus(GoldenEvent.SOURCE, true, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'' | name it",
        "'\"detail-type\":[]' | name it",
        "'\"detail-type\":\"v2.operations.events.{id}\"' | name it",
        "'\"detail-type\":[{\"wildcard\":\"v2.*\"}]' | only the exact template",
        "'\"detail-type\":[{\"prefix\":\"v2.operations.events.{id}\"}]' | only the exact template",
        "'\"detail-type\":[{\"anything-but\":\"v2.users.{id}.presence\"}]' | only the exact template",
        "'\"detail-type\":[{\"exists\":true}]' | only the exact template",
        "'\"detail-type\":[\"\"]' | not in the catalogue",
        "'\"detail-type\":[\"v2.*\"]' | not in the catalogue",
        "'\"detail-type\":[\"v2.quantum.{id}\"]' | not in the catalogue",
        "'\"detail-type\":[\"v2.users.{id}.presence\"]' | it is noise",
        "'\"detail-type\":[\"v2.operations.events.{id}\",{\"prefix\":\"\"}]' | only the exact template",
      })
  void refusesDetailTypesThatAreNotExact(String member, String problem) {
    String comma = member.isEmpty() ? "" : ",";
    assertThat(problems(BUS, "{" + SOURCE + comma + member + "}"))
        .anyMatch(told -> told.contains(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'' | name it",
        "'\"source\":[],' | name it",
        "'\"source\":[{\"prefix\":\"aws.partner\"}],' | only aws.partner",
        "'\"source\":[{\"anything-but\":\"aws.s3\"}],' | only aws.partner",
        "'\"source\":[{\"wildcard\":\"aws.partner/*\"}],' | only aws.partner",
        "'\"source\":[\"aws.s3\"],' | only aws.partner",
      })
  void refusesSourcesOfNoneOrOfManyOrgs(String member, String problem) {
    assertThat(problems(BUS, "{" + member + TYPE + "}")).anyMatch(told -> told.contains(problem));
  }

  @Test
  void takesTheSourceByItsOrg() {
    String prefix = GoldenEvent.SOURCE.replace("spokefleet", "");
    assertThat(problems(BUS, "{\"source\":[{\"prefix\":\"" + prefix + "\"}]," + TYPE + "}"))
        .isEmpty();
  }

  @Test
  void refusesAuditsWithPresenceAndConversationsOfMetricsOnlyOrgs() {
    String audits = "\"detail-type\":[\"v2.audits.entitytype.{id}.entityid.{id}\"]";
    String body = ",\"detail\":{\"eventBody\":{\"entityType\":[%s]}}}";
    String start = "{" + SOURCE + "," + audits;
    assertThat(problems(BUS, start + "}")).anyMatch(told -> told.contains("presence"));
    assertThat(problems(BUS, start + body.formatted("{\"exists\":true}"))).hasSize(1);
    assertThat(problems(BUS, start + body.formatted("{\"anything-but\":[\"Flow\"]}"))).hasSize(1);
    assertThat(problems(BUS, start + body.formatted("\"OAuthClient\""))).isEmpty();
    assertThat(problems(BUS, start + body.formatted("{\"anything-but\":\"UserPresence\"}")))
        .isEmpty();

    String transcripts = "\"detail-type\":[\"v2.conversations.{id}.transcription\"]";
    assertThat(problems(BUS, "{" + SOURCE + "," + transcripts + "}")).isEmpty();
    assertThat(problems(METRICS_ONLY, "{" + SOURCE + "," + transcripts + "}"))
        .anyMatch(told -> told.contains("residency"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'\"detail\":{}' | empty detail",
        "'\"detail\":{\"eventBody\":{\"action\":[]}}' | empty detail.eventBody.action",
        "'\"detail\":{\"eventBody\":{\"action\":\"View\"}}' | must be in a list",
        "'\"detail\":{\"topicName\":[{\"wildcard\":\"*\"}]}' | by a wildcard",
        "'\"detail\":{\"topicName\":[{\"anything-but\":{\"wildcard\":\"*x\"}}]}' | by a wildcard",
        "'\"detail\":{\"topicName\":[{\"anything-but\":[]}]}' | leave out nothing",
        "'\"$or\":[{\"detail-type\":[\"x\"]},{\"source\":[\"y\"]}]' | Cannot match by $or",
      })
  void refusesWhatOpensOrEmptiesARule(String member, String problem) {
    assertThat(problems(BUS, "{" + SOURCE + "," + TYPE + "," + member + "}"))
        .anyMatch(told -> told.contains(problem));
  }

  @Test
  void refusesWhatIsTooLong() {
    String many = "\"detail\":{\"eventBody\":{\"action\":[\"" + "a".repeat(2_048) + "\"]}}";
    assertThat(problems(BUS, "{" + SOURCE + "," + TYPE + "," + many + "}"))
        .anyMatch(told -> told.contains("characters long"));
  }

  @Test
  void aPatternOfOursCannotEvenBeMadeWithAWildcard() {
    for (List<String> types : List.of(List.<String>of(), List.of("v2.*"), List.of(" "))) {
      assertThatThrownBy(() -> new EventPattern(GoldenEvent.SOURCE, types, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new EventPattern("", List.of("a"), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Exclusion(List.of("detail-type"), List.of("a")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Exclusion(List.of("detail", "version"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void quotesWhatJsonWantsQuoted() {
    String text = "a \"quoted\" \\ back\nslash";
    assertThat(GoldenEvent.tree(PatternJson.write(Map.of("k", List.of(text, true, 7)))))
        .isEqualTo(GoldenEvent.tree("{\"k\":[\"a \\\"quoted\\\" \\\\ back\\nslash\",true,7]}"));
  }

  private static List<String> problems(OrgBus bus, String pattern) {
    return PatternCheck.problems(bus, GoldenEvent.map(pattern));
  }
}
