package com.spokefleet.events.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.spokefleet.events.envelope.DatadogEnvelope;
import com.spokefleet.events.envelope.Envelope;
import com.spokefleet.events.envelope.OcsfEnvelope;
import com.spokefleet.events.envelope.SplunkEnvelope;
import com.spokefleet.events.flatten.Flat;
import com.spokefleet.events.flatten.Flattener;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.org.EventOrgs;
import com.spokefleet.events.privacy.KeyedHash;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.privacy.Treatment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold of the reply to any request whatever: every record is answered once and in order,
 * what is delivered is one line of strict JSON, the reply keeps its limit, and the account adds up.
 * A request that is none is refused by an {@link IOException}, before anything is written.
 */
final class AnsweredBatch {
  /** The transformation, or in a negative control one that does wrong. */
  interface Transformation {
    BatchAccount transform(byte[] request, int length, ByteArrayOutputStream reply)
        throws IOException;
  }

  private static final StreamReadConstraints ANY =
      StreamReadConstraints.builder()
          .maxNestingDepth(2_000)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .build();
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(ANY)
          .build();
  private static final JsonMapper JSON = new JsonMapper(STRICT);

  private final Transformation transformation;

  AnsweredBatch(Transformation transformation) {
    this.transformation = transformation;
  }

  /** The real transformation for each form, of a usual org and of one that is metrics-only. */
  static List<AnsweredBatch> ofEveryEnvelope() {
    return List.of(
        of(new SplunkEnvelope("genesys")), of(new DatadogEnvelope()), of(new OcsfEnvelope()));
  }

  private static AnsweredBatch of(Envelope envelope) {
    PrivacyRules usual = new PrivacyRules(Map.of("ani", Treatment.HASH), false);
    List<EventOrg> orgs =
        List.of(
            new EventOrg(Flat.ORG_ID, "emea", "EMEA", usual),
            new EventOrg(FuzzedBatch.MASKED_ID, "apac", "APAC", new PrivacyRules(Map.of(), true)));
    KeyedHash hash = new KeyedHash(() -> "key".getBytes(StandardCharsets.UTF_8));
    return new AnsweredBatch(
        new BatchTransformer(new Flattener(new EventOrgs(orgs), Optional.of(hash), envelope))
            ::transform);
  }

  void check(byte[] request) {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    BatchAccount account;
    try {
      account = transformation.transform(request, request.length, reply);
    } catch (IOException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot ");
      assertThat(reply.size()).as("nothing is written of what is refused").isZero();
      return;
    }
    assertThat(reply.size()).isLessThanOrEqualTo(BatchTransformer.LARGEST_REPLY);
    requireStrict(reply.toByteArray());
    int delivered = 0;
    List<String> answered = new ArrayList<>();
    for (JsonNode answer : read(reply.toByteArray()).path("records")) {
      answered.add(answer.path("recordId").asText());
      if (answer.path("result").asText().equals("Ok")) {
        delivered++;
        requireLine(Base64.getDecoder().decode(answer.path("data").asText()));
      } else {
        assertThat(answer.path("result").asText()).isIn("Dropped", "ProcessingFailed");
        assertThat(answer.has("data")).isFalse();
      }
    }
    assertThat(answered).isEqualTo(asked(request, answered));
    requireAddsUp(account, answered.size(), delivered);
  }

  /** As another reader counts them; a request that it finds ambiguous proves nothing. */
  private static List<String> asked(byte[] request, List<String> answered) {
    List<String> ids = new ArrayList<>();
    try {
      JSON.readTree(request)
          .path("records")
          .forEach(record -> ids.add(record.path("recordId").asText()));
      return ids;
    } catch (IOException ambiguous) {
      assertThat(ambiguous).isInstanceOf(JsonProcessingException.class);
      return answered;
    }
  }

  private static void requireLine(byte[] data) {
    assertThat(data.length).isLessThanOrEqualTo(BatchTransformer.LARGEST_RECORD);
    assertThat(data[data.length - 1]).isEqualTo((byte) '\n');
    requireStrict(data);
  }

  /** One object, no name twice within another, no number or character that is none. */
  private static void requireStrict(byte[] bytes) {
    try (JsonParser parser = STRICT.createParser(bytes)) {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      int depth = 1;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        assertThat(token).as("before the end").isNotNull();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        assertThat(parser.getTextLength()).isNotNegative();
      }
      assertThat(parser.nextToken()).as("after the end").isNull();
    } catch (IOException malformed) {
      throw new AssertionError(
          "no strict JSON: " + new String(bytes, StandardCharsets.UTF_8), malformed);
    }
  }

  private static JsonNode read(byte[] reply) {
    try {
      return JSON.readTree(reply);
    } catch (IOException malformed) {
      throw new AssertionError("no JSON", malformed);
    }
  }

  private static void requireAddsUp(BatchAccount account, int records, int delivered) {
    long received = 0;
    long handedOn = 0;
    for (BatchAccount.OfOrg org : account.orgs().values()) {
      long dropped = org.dropped().values().stream().mapToLong(count -> count).sum();
      long failed = org.failed().values().stream().mapToLong(count -> count).sum();
      assertThat(org.received()).isEqualTo(org.delivered() + dropped + failed);
      received += org.received();
      handedOn += org.delivered();
    }
    assertThat(received).isEqualTo(records);
    assertThat(handedOn).isEqualTo(delivered);
  }
}
