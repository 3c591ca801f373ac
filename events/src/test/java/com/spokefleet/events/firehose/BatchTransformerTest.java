package com.spokefleet.events.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.events.flatten.DropReason;
import com.spokefleet.events.flatten.Flat;
import com.spokefleet.events.flatten.RecordFault;
import com.spokefleet.events.json.RandomJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every record is answered once, and none stands in for another. */
final class BatchTransformerTest {
  private static final String GOOD = Flat.event("v2.new.things.{id}", "{\"n\":1}");

  private final BatchTransformer transformer = FirehoseBatch.transformer();

  @Test
  void whateverIsInItEveryRecordIsAnsweredOnceInOrder() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      FirehoseBatch batch = new FirehoseBatch();
      int records = random.nextInt(30);
      for (int record = 0; record < records; record++) {
        add(batch, random);
      }
      FirehoseBatch.Outcome outcome = batch.through(transformer);

      assertThat(outcome.answers())
          .as("seed %d", seed)
          .extracting(FirehoseBatch.Answer::recordId)
          .isEqualTo(IntStream.range(0, records).mapToObj(FirehoseBatch::id).toList());
      requireAddsUp(outcome);
    }
  }

  @Test
  void aBadRecordFailsAloneAndItsNeighboursAreAsWithoutIt() throws IOException {
    String alone =
        new FirehoseBatch()
            .add(GOOD)
            .through(transformer)
            .answers()
            .getFirst()
            .data()
            .orElseThrow();
    List<byte[]> poison =
        List.of(
            "{\"id\":\"x\",\"detail\":{\"eventBody\":{\"a\":".getBytes(StandardCharsets.UTF_8),
            new byte[] {0x1F, (byte) 0x8B, 8, 0},
            new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'},
            "[]".getBytes(StandardCharsets.UTF_8));
    FirehoseBatch batch = new FirehoseBatch();
    for (byte[] bad : poison) {
      batch.add(GOOD).add(bad);
    }
    batch.addEncoded("not base64!").add(GOOD);
    FirehoseBatch.Outcome outcome = batch.through(transformer);

    List<String> results = outcome.answers().stream().map(FirehoseBatch.Answer::result).toList();
    assertThat(results)
        .containsExactly(
            "Ok",
            "ProcessingFailed",
            "Ok",
            "ProcessingFailed",
            "Ok",
            "ProcessingFailed",
            "Ok",
            "ProcessingFailed",
            "ProcessingFailed",
            "Ok");
    assertThat(outcome.answers())
        .filteredOn(answer -> answer.result().equals("Ok"))
        .allSatisfy(answer -> assertThat(answer.data()).contains(alone));
    assertThat(emea(outcome).failed())
        .containsOnlyKeys(
            RecordFault.NOT_JSON,
            RecordFault.COMPRESSED,
            RecordFault.NOT_UTF8,
            RecordFault.NOT_AN_OBJECT,
            RecordFault.BAD_BASE64);
    requireAddsUp(outcome);
  }

  @Test
  void everyRecordEndsALine() throws IOException {
    assertThat(new FirehoseBatch().add(GOOD).add(GOOD).through(transformer).answers())
        .allSatisfy(answer -> assertThat(answer.data().orElseThrow()).endsWith("}\n"));
  }

  @Test
  void whatIsLeftOutSaysWhy() throws IOException {
    FirehoseBatch.Outcome outcome =
        new FirehoseBatch()
            .add("")
            .add(Flat.event("v2.conversations.{id}.transcription", "{}"))
            .through(transformer);

    assertThat(outcome.answers())
        .extracting(FirehoseBatch.Answer::result)
        .containsExactly("Dropped", "Dropped");
    assertThat(emea(outcome).dropped()).containsOnlyKeys(DropReason.EMPTY, DropReason.TRANSCRIPT);
  }

  @Test
  void theReplyNeverGrowsPastItsLimit() throws IOException {
    FirehoseBatch batch = new FirehoseBatch();
    String text = "{\"a\":\"%s\"}".formatted("x".repeat(15_000));
    String wide = text.replace("}", "") + ",\"b\":\"" + "y".repeat(15_000) + "\"}";
    for (int record = 0; record < 180; record++) {
      batch.add(Flat.event("v2.new.things.{id}", wide));
    }
    FirehoseBatch.Outcome outcome = batch.through(transformer);
    BatchAccount.OfOrg counts = emea(outcome);

    assertThat(outcome.bytes()).isLessThanOrEqualTo(BatchTransformer.LARGEST_REPLY);
    assertThat(outcome.answers()).hasSize(180);
    assertThat(counts.failed()).containsOnlyKeys(RecordFault.REPLY_FULL);
    assertThat(counts.delivered()).as("room is used").isGreaterThan(130);
    requireAddsUp(outcome);
  }

  @Test
  void aRecordLargerThanFirehoseTakesFails() throws IOException {
    StringBuilder body = new StringBuilder("{\"n\":0");
    for (int field = 0; field < 90; field++) {
      body.append(",\"f").append(field).append("\":\"").append("z".repeat(12_000)).append('"');
    }
    FirehoseBatch.Outcome outcome =
        new FirehoseBatch().add(Flat.event("v2.new.things.{id}", body + "}")).through(transformer);

    assertThat(emea(outcome).failed()).containsOnlyKeys(RecordFault.TOO_LARGE);
  }

  @Test
  void takesSlashesThatAreEscaped() throws IOException {
    String data =
        Base64.getEncoder().encodeToString("{\"a\":\"???>>>\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(data).contains("/");
    String request =
        "{\"records\":[{\"recordId\":\"r\",\"data\":\"" + data.replace("/", "\\/") + "\"}]}";

    assertThat(
            FirehoseBatch.through(transformer, request.getBytes(StandardCharsets.UTF_8)).answers())
        .singleElement()
        .satisfies(answer -> assertThat(answer.data().orElseThrow()).contains("???>>>"));
  }

  @Test
  void aRequestThatCannotBeReadIsRefusedAsAWhole() {
    List<String> requests = List.of("", "{", "[]", "{\"records\":[{\"data\":\"e30=\"}]}");

    assertThat(requests)
        .allSatisfy(
            request ->
                assertThatThrownBy(
                        () ->
                            FirehoseBatch.through(
                                transformer, request.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Cannot "));
  }

  private static void add(FirehoseBatch batch, Random random) {
    byte[] json = RandomJson.text(random).getBytes(StandardCharsets.UTF_8);
    switch (random.nextInt(6)) {
      case 0 -> batch.add(GOOD);
      case 1 -> batch.add(json);
      case 2 -> batch.add(RandomJson.damaged(GOOD.getBytes(StandardCharsets.UTF_8), random));
      case 3 -> batch.addEncoded(new String(json, StandardCharsets.UTF_8));
      case 4 -> batch.add(new byte[random.nextInt(3)]);
      default ->
          batch.add(
              Flat.event(
                  "v2.audits.entitytype.{id}.entityid.{id}",
                  new String(json, StandardCharsets.UTF_8)));
    }
  }

  private static BatchAccount.OfOrg emea(FirehoseBatch.Outcome outcome) {
    return Objects.requireNonNull(outcome.account().orgs().get("emea"));
  }

  private static void requireAddsUp(FirehoseBatch.Outcome outcome) {
    List<Long> received = new ArrayList<>();
    outcome
        .account()
        .orgs()
        .values()
        .forEach(
            counts -> {
              long dropped = counts.dropped().values().stream().mapToLong(count -> count).sum();
              long failed = counts.failed().values().stream().mapToLong(count -> count).sum();
              assertThat(counts.received()).isEqualTo(counts.delivered() + dropped + failed);
              received.add(counts.received());
            });
    assertThat(received.stream().mapToLong(count -> count).sum())
        .isEqualTo(outcome.answers().size());
  }
}
