package com.spokefleet.ingest.closure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads EventBridge envelopes. The org is taken from {@code source}, the kind from {@code
 * detail-type}, whose id is a literal {@code {id}}; unknown members are let be.
 */
final class EndEventReader {
  private static final Pattern SOURCE =
      Pattern.compile("aws\\.partner/genesys\\.com(?:\\.test)?/cloud/([^/]+)/.+");
  private static final String DETAIL_TYPE = "v2.detail.events.conversation.{id}.";
  private static final Set<String> ENDS =
      Set.of("customer.end", "user.end", "acd.end", "flow.end", "voicemail.end", "acw");

  /** Outcomes of a queue after which somebody else goes on with the interaction. */
  private static final Set<String> HANDED_ON = Set.of("ANSWERED", "FLOW_OUT");

  private final String orgId;
  private final ObjectMapper mapper = new ObjectMapper();

  EndEventReader(String orgId) {
    this.orgId = orgId;
  }

  EndEvent read(String text) {
    JsonNode envelope;
    try {
      envelope = mapper.readTree(text);
    } catch (JsonProcessingException malformed) {
      return new EndEvent.Malformed("it is not JSON");
    }
    if (envelope == null || !envelope.isObject()) {
      return new EndEvent.Malformed("it is not a JSON object");
    }
    Matcher source = SOURCE.matcher(envelope.path("source").asText());
    if (!source.matches()) {
      return new EndEvent.Malformed("its source is not a Genesys org");
    }
    if (!source.group(1).equalsIgnoreCase(orgId)) {
      return new EndEvent.OtherOrg();
    }
    String type = envelope.path("detail-type").asText();
    if (!type.startsWith(DETAIL_TYPE) || !ENDS.contains(type.substring(DETAIL_TYPE.length()))) {
      return new EndEvent.NoEnd();
    }
    return end(envelope.path("detail"));
  }

  private static EndEvent end(JsonNode detail) {
    JsonNode body = detail.path("eventBody");
    Optional<UUID> conversationId = uuid(body.path("conversationId").asText());
    Optional<Instant> at = time(body.path("eventTime")).or(() -> time(detail.path("timestamp")));
    if (conversationId.isEmpty()) {
      return new EndEvent.Malformed("its conversationId is not a UUID");
    }
    if (at.isEmpty()) {
      return new EndEvent.Malformed("it has no time");
    }
    boolean goesOn =
        body.path("disconnectType").asText().endsWith("TRANSFER")
            || HANDED_ON.contains(body.path("acdOutcome").asText());
    return goesOn ? new EndEvent.GoesOn() : new EndEvent.Ended(conversationId.get(), at.get());
  }

  /** UUID.fromString takes shortened ones, too. */
  private static Optional<UUID> uuid(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(JsonNode value) {
    try {
      return value.isIntegralNumber() && value.canConvertToLong()
          ? Optional.of(Instant.ofEpochMilli(value.asLong()))
          : value.isTextual() ? Optional.of(Instant.parse(value.asText())) : Optional.empty();
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
