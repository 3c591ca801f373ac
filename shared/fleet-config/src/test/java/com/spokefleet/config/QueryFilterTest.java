package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryFilterTest {
  private static final String INBOUND_VOICE =
      "\"conversationFilters\":[{\"type\":\"and\",\"predicates\":[{\"type\":\"dimension\","
          + "\"dimension\":\"originatingDirection\",\"operator\":\"matches\","
          + "\"value\":\"inbound\"}]}],\"segmentFilters\":[{\"type\":\"or\",\"clauses\":["
          + "{\"type\":\"and\",\"predicates\":[{\"type\":\"dimension\",\"dimension\":\"mediaType\","
          + "\"operator\":\"matches\",\"value\":\"voice\"},{\"type\":\"metric\","
          + "\"metric\":\"tSegmentDuration\",\"operator\":\"matches\","
          + "\"range\":{\"gte\":0.5,\"lt\":30000}}]}]}]";

  /** As the Query Builder copies it, with everything that Spokefleet sets itself. */
  private static final String COPIED =
      """
      {
        "interval": "2026-11-09T00:00:00.000Z/2026-11-16T00:00:00.000Z",
        "order": "asc",
        "orderBy": "conversationStart",
        "paging": {"pageSize": 25, "pageNumber": 1},
        "aggregations": [{"type": "termFrequency", "dimension": "mediaType"}],
        "segmentFilters": [
          {
            "type": "or",
            "clauses": [
              {
                "type": "and",
                "predicates": [
                  {"type": "dimension", "dimension": "mediaType", "operator": "matches", "value": "voice"},
                  {"type": "metric", "metric": "tSegmentDuration", "operator": "matches", "value": null,
                   "range": {"lt": 30000.0, "gte": 0.50}}
                ]
              }
            ],
            "predicates": []
          }
        ],
        "conversationFilters": [
          {
            "predicates": [
              {"value": "inbound", "dimension": "originatingDirection"}
            ],
            "type": "and"
          }
        ]
      }
      """;

  private static final String YAML =
      """
      conversationFilters:
        - type: and
          predicates:
            - dimension: originatingDirection
              value: inbound
      segmentFilters:
        - type: or
          clauses:
            - type: and
              predicates:
                - {dimension: mediaType, value: voice}
                - metric: tSegmentDuration
                  range: {gte: 0.5, lt: 30000}
      """;

  @Test
  void aCopiedQueryAndTheSameInYamlAreTheSameFilterWithTheSameHash() {
    QueryFilter yaml = conversations(YAML);

    assertThat(yaml.members()).isEqualTo(INBOUND_VOICE);
    assertThat(yaml.hash()).matches("[0-9a-f]{16}").isEqualTo("107a65f8a6aaee68");
    assertThat(conversations(COPIED)).as("JSON in its place").isEqualTo(yaml);
    assertThat(conversationsText(COPIED)).as("JSON in a block of text").isEqualTo(yaml);
    assertThat(conversationsText(COPIED.replaceAll("(?m)^( +)", "\t")))
        .as("indented by tabs")
        .isEqualTo(yaml);
  }

  @Test
  void anotherFilterHasAnotherHash() {
    assertThat(conversations(YAML.replace("voice", "email")).hash())
        .isNotEqualTo(conversations(YAML).hash());
    assertThat(QueryFilter.NONE.hash()).isEqualTo("none");
    assertThatThrownBy(() -> new QueryFilter(INBOUND_VOICE, "none"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutAFilterEverythingIsAdmitted() {
    Spoke spoke = FleetParser.parse("fleet.yaml", FleetText.SMALLEST).spokes().getFirst();

    assertThat(List.of(spoke.conversationFilter(), spoke.usersFilter()))
        .containsOnly(QueryFilter.NONE);
  }

  @Test
  void usersAreFilteredByIdPresenceAndRoutingStatus() {
    String yaml =
        """
        routingStatusFilters: [{type: and, predicates: [{dimension: routingStatus, value: INTERACTING}]}]
        presenceFilters:
          - type: or
            predicates:
              - {dimension: systemPresence, value: ON_QUEUE}
              - {dimension: organizationPresenceId, operator: exists}
        userFilters:
          - {type: or, predicates: [{dimension: userId, value: 5f3b0c52-8f0e-4a36-9d6f-2f7f6f1f0a01}]}
        """;
    QueryFilter filter = spoke("users", yaml).usersFilter();

    assertThat(filter.members())
        .startsWith("\"userFilters\":[{\"type\":\"or\",")
        .contains("],\"presenceFilters\":[", "],\"routingStatusFilters\":[")
        .contains(
            "{\"type\":\"dimension\",\"dimension\":\"organizationPresenceId\","
                + "\"operator\":\"exists\"}");
  }

  @Test
  void anotherConditionStandsBesideTheFilterInItsList() {
    QueryFilter inbound = QueryFilter.of("\"a\":[{\"x\":\"\\\"b\\\":[\"}],\"b\":[{}]");

    assertThat(inbound.membersWith("a", "{1}")).startsWith("\"a\":[{1},{\"x\"");
    assertThat(inbound.membersWith("b", "{1}")).endsWith("],\"b\":[{1},{}]");
    assertThat(inbound.membersWith("c", "{1}")).isEqualTo("\"c\":[{1}]," + inbound.members());
    assertThat(QueryFilter.NONE.membersWith("c", "{1}")).isEqualTo("\"c\":[{1}]");
  }

  /** What a person types cannot leave its place in the JSON. */
  @Test
  void everyCharacterOfAValueStaysInTheValue() {
    QueryFilter filter =
        conversations(
            """
            segmentFilters:
              - type: and
                predicates: [{dimension: participantName, value: "a\\"}],\\"x\\":[\\u0001\\\\ 販 \\U0001F600"}]
            """);

    assertThat(filter.members())
        .endsWith("\"value\":\"a\\\"}],\\\"x\\\":[\\u0001\\\\ 販 \\ud83d\\ude00\"}]}]");
  }

  @Test
  void theSchemaAcceptsAllOfThis() {
    var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(FleetSchema.json());

    for (String filters : List.of(inPlace(YAML), inPlace(COPIED), inText(COPIED))) {
      assertThat(schema.validate(fleet("conversations", filters), InputFormat.YAML))
          .as(filters)
          .isEmpty();
    }
    assertThat(
            schema.validate(
                fleet("conversations", inPlace(YAML.replace("mediaType", "media"))),
                InputFormat.YAML))
        .isNotEmpty();
  }

  static QueryFilter conversations(String query) {
    return spoke("conversations", query).conversationFilter();
  }

  private static QueryFilter conversationsText(String query) {
    return FleetParser.parse("fleet.yaml", fleet("conversations", inText(query)))
        .spokes()
        .getFirst()
        .conversationFilter();
  }

  private static Spoke spoke(String kind, String query) {
    return FleetParser.parse("fleet.yaml", fleet(kind, inPlace(query))).spokes().getFirst();
  }

  /** The smallest fleet, its first spoke filtered; the filter's text begins in line 19. */
  static String fleet(String kind, String filter) {
    return FleetText.with(
        "    residency: full\n", "    residency: full\n    filters:\n      " + kind + ":" + filter);
  }

  static String inPlace(String query) {
    return "\n" + query.indent(8);
  }

  static String inText(String query) {
    return " |\n" + query.indent(8);
  }
}
