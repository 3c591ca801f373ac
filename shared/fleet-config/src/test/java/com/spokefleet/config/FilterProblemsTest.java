package com.spokefleet.config;

import static com.spokefleet.config.QueryFilterTest.fleet;
import static com.spokefleet.config.QueryFilterTest.inPlace;
import static com.spokefleet.config.QueryFilterTest.inText;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API would reject is found before anything is asked. */
class FilterProblemsTest {
  @Test
  void namesTheLineAndPathOfEveryProblemAtOnce() {
    String query =
        """
        segmentFilters:
          - type: both
            predicates:
              - {dimension: mediaTyp, value: voice}
              - {dimension: mediaType, value: VOICE}
        surveyFilters: []
        """;

    assertThat(FleetText.problems(fleet("conversations", inPlace(query))))
        .containsExactly(
            "fleet.yaml:20:19 spokes[0].filters.conversations.segmentFilters[0].type: unknown value"
                + " \"both\"; one of and, or",
            "fleet.yaml:22:29 spokes[0].filters.conversations.segmentFilters[0].predicates[0]"
                + ".dimension: unknown dimension \"mediaTyp\"; did you mean \"mediaType\"?",
            "fleet.yaml:23:47 spokes[0].filters.conversations.segmentFilters[0].predicates[1]"
                + ".value: unknown value \"VOICE\"; did you mean \"voice\"?",
            "fleet.yaml:24:9 spokes[0].filters.conversations.surveyFilters: is not supported: it"
                + " would admit a conversation long after it was read, when it is judged");
  }

  @Test
  void namesTheLineOfTheFileForAQueryPastedAsText() {
    String query =
        """
        {"segmentFilters": [
          {"type": "and", "predicates": [
            {"dimension": "mediaType", "value": "fax"}]}]}
        """;

    assertThat(FleetText.problems(fleet("conversations", inText(query))))
        .singleElement()
        .asString()
        .startsWith(
            "fleet.yaml:21:41 spokes[0].filters.conversations.segmentFilters[0].predicates[0]"
                + ".value: unknown value \"fax\"; one of callback, chat");
    assertThat(FleetText.problems(fleet("conversations", inText(query.replace("]}]}", "]}")))))
        .singleElement()
        .asString()
        .matches("fleet.yaml:2[1-9]:\\d+ spokes\\[0].filters.conversations: is not YAML: .*");
    assertThat(FleetText.problems(fleet("conversations", " \"{}\"\n")))
        .containsExactly(
            "fleet.yaml:18:22 spokes[0].filters.conversations: has no filter; known are"
                + " conversationFilters, segmentFilters");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "conversations | {} | has no filter; known are conversationFilters, segmentFilters",
        "conversations | [] | must be a section with keys but is a list",
        "conversations | {segmentFilters: []} | has no filter",
        "conversations | {segmentFilters: {}} | segmentFilters: must be a list but is a section",
        "conversations | {segmentFilter: []} | did you mean \"segmentFilters\"?",
        "conversations | {userFilters: []} | userFilters: unknown key; known are",
        "conversations | {resolutionFilters: []} | is not supported",
        "conversations | {segmentFilters: [{type: and}]} | segmentFilters[0]: is empty",
        "conversations | {segmentFilters: [{type: and, predicates: []}]} | is empty",
        "conversations | {segmentFilters: [{type: and, clauses: [{type: or}]}]}"
            + " | clauses[0]: needs predicates",
        "conversations | {segmentFilters: [{predicates: [{dimension: ani, value: a}]}]}"
            + " | segmentFilters[0].type: is missing",
        "conversations | {segmentFilters: [{type: and, clauses: [{type: or, clauses: [{type: and,"
            + " predicates: [{dimension: ani, value: a}]}]}]}]} | clauses[0].clauses: is nested too"
            + " deep",
      })
  void findsWhatIsWrongWithAFilter(String kind, String query, String problem) {
    assertThat(FleetText.problems(fleet(kind, " " + query + "\n")))
        .anySatisfy(line -> assertThat(line).startsWith("fleet.yaml:18:").contains(problem));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "segmentFilters | {} | is about nothing: it needs a dimension or metric",
        "segmentFilters | {dimension: ani, metric: tSegmentDuration, value: '1'}"
            + " | is about several things: dimension, metric",
        "segmentFilters | {dimension: ani, value: a, colour: b} | .colour: unknown key",
        "segmentFilters | {type: metric, dimension: ani, value: a} | type: must be dimension",
        "segmentFilters | {type: size, dimension: ani, value: a} | type: unknown value \"size\"",
        "segmentFilters | {dimension: ani} | needs a value, a range, or the operator exists",
        "segmentFilters | {dimension: ani, value: a, range: {gt: 1}} | has both a value and a range",
        "segmentFilters | {dimension: ani, value: 5} | value: must be text but is a number; put it"
            + " in quotes",
        "segmentFilters | {dimension: conference, value: true} | must be text but is true or false",
        "segmentFilters | {dimension: conference, value: 'yes'} | unknown value \"yes\"",
        "segmentFilters | {dimension: ani, value: ''} | value: must be 1 to 2000 characters",
        "segmentFilters | {dimension: ani, value: [a]} | value: must be text but is a list",
        "segmentFilters | {dimension: ani, operator: equals, value: a} | unknown value \"equals\"",
        "segmentFilters | {dimension: ani, operator: exist, value: a} | did you mean \"exists\"?",
        "segmentFilters | {dimension: ani, operator: exists, value: a}"
            + " | value: means nothing beside operator exists",
        "segmentFilters | {dimension: queueId, value: Sales} | value: must be a UUID",
        "segmentFilters | {dimension: queueId, range: {gt: 1}} | the values have no order",
        "segmentFilters | {dimension: originatingDirection, value: inbound} | unknown dimension",
        "segmentFilters | {metric: tTalk, range: {gt: 1}} | unknown metric \"tTalk\"",
        "segmentFilters | {metric: tSegmentDuration, value: long} | must be a number",
        "segmentFilters | {metric: tSegmentDuration, range: {}} | range: has no bound",
        "segmentFilters | {metric: tSegmentDuration, range: {gt: null}} | range: has no bound",
        "segmentFilters | {metric: tSegmentDuration, range: 5} | range: must be a section",
        "segmentFilters | {metric: tSegmentDuration, range: {ge: 5}} | range.ge: unknown key",
        "segmentFilters | {metric: tSegmentDuration, range: {gt: '5'}} | must be a plain number",
        "segmentFilters | {metric: tSegmentDuration, range: {gt: 1e999999999}} | plain number",
        "segmentFilters | {metric: tSegmentDuration, range: {gt: 1, gte: 1}} | both gt and gte",
        "segmentFilters | {metric: tSegmentDuration, range: {lt: 1, lte: 1}} | both lt and lte",
        "segmentFilters | {metric: tSegmentDuration, range: {gt: 5, lt: 5}} | admits nothing",
        "segmentFilters | {metric: tSegmentDuration, range: {gte: 6, lte: 5}} | from 6 to 5",
        "segmentFilters | {property: tier, propertyType: text, value: a} | propertyType: unknown"
            + " value \"text\"",
        "conversationFilters | {dimension: conversationEnd, operator: exists}"
            + " | conversationEnd is Spokefleet's own filter",
        "conversationFilters | {dimension: conversationStart, operator: exists}"
            + " | conversationStart is Spokefleet's own filter",
        "conversationFilters | {dimension: mediaType, value: voice} | unknown dimension",
        "conversationFilters | {property: a, value: b} | property: unknown key",
        "userFilters | {dimension: teamId, value: a} | unknown dimension \"teamId\"; one of userId",
        "userFilters | {metric: tTalk, value: a} | metric: unknown key",
        "presenceFilters | {dimension: systemPresence, value: Available} | did you mean"
            + " \"AVAILABLE\"?",
        "presenceFilters | {dimension: organizationPresenceId, value: lunch} | must be a UUID",
        "routingStatusFilters | {dimension: routingStatus, value: BUSY} | unknown value \"BUSY\"",
      })
  void findsWhatIsWrongWithAPredicate(String list, String predicate, String problem) {
    String kind = list.matches("(conversation|segment)Filters") ? "conversations" : "users";
    String query = " {%s: [{type: and, predicates: [%s]}]}%n".formatted(list, predicate);

    assertThat(FleetText.problems(fleet(kind, query)))
        .anySatisfy(line -> assertThat(line).startsWith("fleet.yaml:18:").contains(problem));
  }

  @Test
  void refusesMorePredicatesThanAreKnownToPass() {
    String predicate = "{dimension: ani, value: a},";
    String list = "{segmentFilters: [{type: or, predicates: [%s]}]}\n";

    assertThat(
            FleetText.problems(fleet("conversations", " " + list.formatted(predicate.repeat(200)))))
        .isEmpty();
    assertThat(
            FleetText.problems(fleet("conversations", " " + list.formatted(predicate.repeat(201)))))
        .singleElement()
        .asString()
        .contains("holds 201 predicates; more than 200");
  }

  @Test
  void anOrgOfWhichNoRecordsAreReadHasNothingToFilterOrHurry() {
    String yaml =
        FleetText.SMALLEST
            + "    latency: immediate\n"
            + "    filters: {users: {userFilters: [{type: and, predicates:"
            + " [{dimension: userId, operator: exists}]}]}}\n";

    assertThat(FleetText.problems(yaml))
        .containsExactly(
            "fleet.yaml:27:14 spokes[1].latency: must be scheduled, for residency is metrics-only:"
                + " no conversation is read",
            "fleet.yaml:28:14 spokes[1].filters: must be absent, for residency is metrics-only: no"
                + " record is read");
  }
}
