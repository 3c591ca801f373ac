package com.spokefleet.events.flatten;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.events.envelope.Envelope;
import com.spokefleet.events.envelope.SplunkEnvelope;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.org.EventOrgs;
import com.spokefleet.events.privacy.KeyedHash;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.privacy.Treatment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flattens single events for tests, and reads the result with Jackson. */
public final class Flat {
  public static final String ORG_ID = "7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811";
  public static final String SOURCE = "aws.partner/genesys.com/cloud/" + ORG_ID + "/spokefleet";
  public static final long ARRIVAL = 1_794_319_862_000L;

  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Flattener flattener;

  private Flat(Flattener flattener) {
    this.flattener = flattener;
  }

  /** For Splunk, of an org with nothing special. */
  public static Flat usual() {
    return with(new PrivacyRules(Map.of(), false), new SplunkEnvelope("genesys"));
  }

  public static Flat with(PrivacyRules rules, Envelope envelope) {
    EventOrg org = new EventOrg(ORG_ID, "emea", "EMEA", rules);
    KeyedHash hash = new KeyedHash(() -> "key".getBytes(StandardCharsets.UTF_8));
    return new Flat(new Flattener(new EventOrgs(List.of(org)), Optional.of(hash), envelope));
  }

  /** Of a fleet with more than one org, so that what tells none is nobody's. */
  public static Flat amongOthers(Envelope envelope) {
    PrivacyRules rules = new PrivacyRules(Map.of(), false);
    List<EventOrg> orgs =
        List.of(
            new EventOrg(ORG_ID, "emea", "EMEA", rules),
            new EventOrg("another", "apac", "APAC", rules));
    return new Flat(new Flattener(new EventOrgs(orgs), Optional.empty(), envelope));
  }

  /** Without a key for hashes. */
  public static Flat keyless(Map<String, Treatment> rules, boolean metricsOnly) {
    EventOrg org = new EventOrg(ORG_ID, "emea", "EMEA", new PrivacyRules(rules, metricsOnly));
    return new Flat(
        new Flattener(
            new EventOrgs(List.of(org)), Optional.empty(), new SplunkEnvelope("genesys")));
  }

  /** An event of EventBridge with this body. */
  public static String event(String topic, String body) {
    return """
        {"version":"0","id":"e-1","detail-type":"%s","source":"%s","account":"1","time":\
        "2026-11-10T14:11:02Z","region":"eu-central-1","resources":[],"detail":{"topicName":"%s",\
        "version":"2","eventBody":%s,"metadata":{"CorrelationId":"c-1"},"timestamp":\
        "2026-11-10T14:11:02.260Z"}}"""
        .formatted(topic, SOURCE, topic.replace("{id}", "x"), body);
  }

  /** The envelope with everything in it. */
  public JsonNode record(String event) throws BadRecordException {
    String record = text(event);
    try {
      return STRICT.readTree(record);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError("no JSON: " + record, malformed);
    }
  }

  /** The flat fields as Splunk gets them. */
  public JsonNode fields(String event) throws BadRecordException {
    return record(event).get("event");
  }

  public String text(String event) throws BadRecordException {
    JsonBytes out = new JsonBytes(64);
    Optional<DropReason> dropped = flatten(event, out);
    if (dropped.isPresent()) {
      throw new AssertionError("dropped: " + dropped.get());
    }
    return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
  }

  public Optional<DropReason> dropped(String event) throws BadRecordException {
    return flatten(event, new JsonBytes(64));
  }

  private Optional<DropReason> flatten(String event, JsonBytes out) throws BadRecordException {
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    return flattener.flatten(bytes, 0, bytes.length, ARRIVAL, out);
  }
}
