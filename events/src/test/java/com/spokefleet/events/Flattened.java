package com.spokefleet.events;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.spokefleet.events.envelope.Envelope;
import com.spokefleet.events.flatten.DropReason;
import com.spokefleet.events.flatten.Flattener;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.org.EventOrgs;
import com.spokefleet.events.privacy.KeyedHash;
import com.spokefleet.events.privacy.PrivacyRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes out for an event, read by a strict reader: a name that comes twice is a mistake. */
final class Flattened {
  static final PrivacyRules USUAL = new PrivacyRules(Map.of(), false);
  static final PrivacyRules MASKED = new PrivacyRules(Map.of(), true);

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String ORG_ID = GoldenEvent.SOURCE.split("/", -1)[3];

  /** Later than any golden event: whatever shows it has lost its own time. */
  private static final long ARRIVAL = 1_800_000_000_000L;

  private Flattened() {}

  /** An event of an org that is the fleet's, whichever it is. */
  static JsonNode ofItsOrg(GoldenEvent event, Envelope envelope) throws Exception {
    String orgId = event.tree().path("source").asText().split("/", -1)[3];
    return of(event.json(), new EventOrg(orgId, "real", "", USUAL), envelope);
  }

  /** What would be dropped is an object that says why. */
  static JsonNode of(String event, PrivacyRules privacy, Envelope envelope) throws Exception {
    return of(event, new EventOrg(ORG_ID, "emea", "EMEA", privacy), envelope);
  }

  private static JsonNode of(String event, EventOrg org, Envelope envelope) throws Exception {
    KeyedHash hash = new KeyedHash(() -> "golden".getBytes(StandardCharsets.UTF_8));
    Flattener flattener = new Flattener(new EventOrgs(List.of(org)), Optional.of(hash), envelope);
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    JsonBytes out = new JsonBytes(4_096);
    Optional<DropReason> dropped = flattener.flatten(bytes, 0, bytes.length, ARRIVAL, out);
    return dropped.isPresent()
        ? JSON.createObjectNode().put("dropped", dropped.get().reason())
        : JSON.readTree(new String(out.array(), 0, out.length(), StandardCharsets.UTF_8));
  }
}
