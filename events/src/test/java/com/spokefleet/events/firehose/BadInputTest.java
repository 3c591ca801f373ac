package com.spokefleet.events.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.events.flatten.DropReason;
import com.spokefleet.events.flatten.Flat;
import com.spokefleet.events.flatten.RecordFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each kind of bad input, by name. */
final class BadInputTest {
  private static final String CONTROL =
      """
      {"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"",
       "subscriptionFilters":[],"logEvents":[{"id":"","timestamp":1510254469274,"message":
       "CWL CONTROL MESSAGE: Checking health of destination Firehose."}]}""";

  @ParameterizedTest
  @ValueSource(strings = {"eyJhIjox", "eyJhIjoxf", "eyJhIjoxfQ", "eyJhIjoxfR==", "eyJh*joxfQ=="})
  void base64ThatIsTruncatedOrNone(String data) throws IOException {
    boolean whole = data.equals("eyJhIjox");

    assertThat(fault(new FirehoseBatch().addEncoded(data)))
        .isEqualTo(whole ? RecordFault.NOT_JSON : RecordFault.BAD_BASE64);
  }

  @Test
  void bytesThatAreNotUtf8() throws IOException {
    byte[] event = body("{\"action\":\"#\"}").getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < event.length; at++) {
      event[at] = event[at] == '#' ? (byte) 0xFF : event[at];
    }

    assertThat(fault(new FirehoseBatch().add(event))).isEqualTo(RecordFault.NOT_UTF8);
  }

  @Test
  void asManyLevelsAsEventBridgeTakesAndOneMore() throws IOException {
    assertThat(delivered("{\"a\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}"))
        .contains("\"a\":\"[[[[");
    assertThat(
            fault(
                new FirehoseBatch()
                    .add(body("{\"a\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}"))))
        .isEqualTo(RecordFault.TOO_DEEP);
    assertThat(delivered("{\"a\":".repeat(500) + "1" + "}".repeat(500))).contains("\\\"a\\\":1");
  }

  @Test
  void aStringOfAMegabyteIsCutAndSaysSo() throws IOException {
    String data = delivered("{\"long\":\"" + "é".repeat(1 << 19) + "\",\"after\":1}");

    assertThat(data).contains("\"truncated\":[\"long\"]", "\"after\":1").hasSizeLessThan(20_000);
  }

  @Test
  void keysThatComeTwice() throws IOException {
    assertThat(delivered("{\"a\":1,\"a\":2,\"a_2\":3}")).contains("\"a\":1,\"a_2\":2,\"a_2_2\":3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "01", "1.", ".5", "0x1", "+1", "1e"})
  void whatIsNoNumber(String number) throws IOException {
    assertThat(fault(new FirehoseBatch().add(body("{\"a\":" + number + "}"))))
        .isEqualTo(RecordFault.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "-123456789012345678901234567890",
        "1e999999",
        "1e99999999999",
        "1e-99999999999",
        "1e-2147483647"
      })
  void numbersBeyondLongStayAsTheyAre(String number) throws IOException {
    assertThat(delivered("{\"a\":%s,\"eventTime\":%s}".formatted(number, number)))
        .contains("\"a\":" + number + ",");
  }

  @Test
  void recordsOfCloudWatchThatTellNothing() throws IOException {
    assertThat(drop(new FirehoseBatch().add(CONTROL))).isEqualTo(DropReason.CONTROL);
  }

  @Test
  void gzipByMistake() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body("{}").getBytes(StandardCharsets.UTF_8));
    }

    assertThat(fault(new FirehoseBatch().add(packed.toByteArray())))
        .isEqualTo(RecordFault.COMPRESSED);
  }

  @Test
  void emptyRecords() throws IOException {
    assertThat(drop(new FirehoseBatch().add(""))).isEqualTo(DropReason.EMPTY);
    assertThat(fault(new FirehoseBatch().add(" \n"))).isEqualTo(RecordFault.NOT_JSON);
  }

  @Test
  void tenThousandTinyRecords() throws IOException {
    FirehoseBatch batch = new FirehoseBatch();
    for (int record = 0; record < 10_000; record++) {
      batch.add("{\"n\":%d}".formatted(record));
    }
    for (AnsweredBatch envelope : AnsweredBatch.ofEveryEnvelope()) {
      envelope.check(batch.request());
    }
    BatchAccount.OfOrg counts = counts(batch.through(FirehoseBatch.transformer()));

    assertThat(counts.received()).isEqualTo(10_000);
    assertThat(counts.delivered()).isGreaterThan(5_000);
    assertThat(counts.failed().keySet()).isSubsetOf(RecordFault.REPLY_FULL);
  }

  private static String body(String body) {
    return Flat.event("v2.new.things.{id}", body);
  }

  private static String delivered(String body) throws IOException {
    return new FirehoseBatch()
        .add(body(body))
        .through(FirehoseBatch.transformer())
        .answers()
        .getFirst()
        .data()
        .orElseThrow();
  }

  private static RecordFault fault(FirehoseBatch batch) throws IOException {
    return counts(batch.through(FirehoseBatch.transformer())).failed().keySet().iterator().next();
  }

  private static DropReason drop(FirehoseBatch batch) throws IOException {
    return counts(batch.through(FirehoseBatch.transformer())).dropped().keySet().iterator().next();
  }

  private static BatchAccount.OfOrg counts(FirehoseBatch.Outcome outcome) {
    return Objects.requireNonNull(outcome.account().orgs().get("emea"));
  }
}
