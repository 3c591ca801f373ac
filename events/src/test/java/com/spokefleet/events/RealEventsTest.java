package com.spokefleet.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.envelope.SplunkEnvelope;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that others published, beside the project, through both envelopes. */
final class RealEventsTest {
  private static final String AUDIT = "eventbridge-audit-oauthclient-delete.json";
  private static final String START = "eventbridge-conversation-customer-start.json";
  private static final String OTHER = "eventbridge-other-topic.json";

  @ParameterizedTest
  @ValueSource(strings = {AUDIT, START, OTHER})
  void keepTheirIdTheirTimeAndTheirOrg(String file) throws Exception {
    JsonNode event = real(file).tree();
    JsonNode splunk = splunk(file);
    JsonNode datadog = datadog(file);
    JsonNode time = event.at("/detail/eventBody/eventTime");
    long milliseconds =
        time.isTextual() ? Instant.parse(time.asText()).toEpochMilli() : time.asLong();

    assertThat(splunk.path("time").decimalValue().movePointRight(3).longValueExact())
        .isEqualTo(milliseconds);
    assertThat(datadog.path("timestamp").asLong()).isEqualTo(milliseconds);
    for (JsonNode flat : new JsonNode[] {splunk.path("event"), datadog.path("genesys")}) {
      assertThat(flat.path("event_id")).isEqualTo(event.path("id"));
      assertThat(flat.path("topic")).isEqualTo(event.path("detail-type"));
      assertThat(flat.path("org_id").asText())
          .isEqualTo(event.path("source").asText().split("/", -1)[3]);
      assertThat(flat.path("event_time").asText())
          .hasSize(24)
          .satisfies(
              text -> assertThat(Instant.parse(text).toEpochMilli()).isEqualTo(milliseconds));
    }
  }

  /** Read off the payload by hand: the actor has no name, and two properties changed. */
  @Test
  void theDeletedOauthClientIsToldInSplunksWordsAndInASentence() throws Exception {
    JsonNode body = real(AUDIT).tree().at("/detail/eventBody");
    JsonNode event = splunk(AUDIT).path("event");

    assertThat(event.path("action").asText()).isEqualTo("deleted");
    assertThat(event.path("change_type").asText()).isEqualTo("AAA");
    assertThat(event.path("command").asText()).isEqualTo("PeoplePermissions.OAuthClient.Delete");
    assertThat(event.path("object").asText()).isEqualTo("My OAuth Client");
    assertThat(event.path("object_id")).isEqualTo(body.at("/entity/id"));
    assertThat(event.path("user")).isEqualTo(body.path("userId"));
    assertThat(event.path("src").asText()).isEqualTo("unknown");
    assertThat(event.path("status_source").asText()).isEqualTo("default");
    assertThat(event.path("changed_properties"))
        .extracting(JsonNode::asText)
        .containsExactly("deleted_on", "scopes");
    assertThat(event.path("changes"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "deleted_on:  -> " + body.at("/propertyChanges/0/newValues/0").asText(),
            "scopes: users -> ");
    assertThat(datadog(AUDIT).path("message").asText())
        .isEqualTo(
            body.path("userId").asText()
                + " performed Delete on OAuthClient My OAuth Client ("
                + body.at("/entity/id").asText()
                + ") in real");
  }

  @Test
  void theCustomerOfAChatStaysUnnamed() throws Exception {
    String splunk = splunk(START).toString();

    assertThat(splunk)
        .contains("\"media_type\":\"CHAT\"")
        .contains("genesyscloud:eventbridge:conversation:customer_start");
    for (String member : new String[] {"externalContactId", "externalOrganizationId"}) {
      String value = real(START).tree().at("/detail/eventBody/" + member).asText();
      assertThat(value).isNotEmpty();
      assertThat(splunk).doesNotContain("\"" + value + "\"");
    }
  }

  private static JsonNode splunk(String file) throws Exception {
    return Flattened.ofItsOrg(real(file), new SplunkEnvelope("genesys"));
  }

  private static JsonNode datadog(String file) throws Exception {
    return Flattened.ofItsOrg(real(file), new DatadogEnvelope());
  }

  private static GoldenEvent real(String file) {
    Optional<GoldenEvent> real = GoldenEvent.real(file);
    assumeThat(real).as("the published payload is beside the project").isPresent();
    return real.get();
  }
}
