package com.spokefleet.genesys.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Metric;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsPageDecoderTest {
  private static final String GOOD = new SamplePages(new Random(1)).record();
  private static final String SMALLEST =
      "{\"conversationId\":\"c-1\",\"conversationStart\":\"2026-11-10T14:00:00Z\"}";

  private final DetailsPageDecoder decoder = new DetailsPageDecoder(Set.of("wanted"));

  @Test
  void shouldDecodeEveryFieldOfTheModel() throws MalformedPageException {
    Conversation conversation = decoded(WholeRecord.JSON);

    assertThat(conversation).isEqualTo(WholeRecord.EXPECTED);
  }

  @Test
  void shouldHoldNoAttributeWhoseNameIsNotWanted() throws MalformedPageException {
    String record =
        SMALLEST.replace(
            "}",
            ",\"participants\":[{\"participantId\":\"p\",\"attributes\":{\"wanted\":12.50,"
                + "\"Wanted\":\"other name\",\"secret\":\"Jane\",\"nested\":{\"wanted\":1},"
                + "\"none\":null}},{\"participantId\":\"q\",\"attributes\":[\"wanted\"]}]}");

    assertThat(decoded(record).participants())
        .extracting(Participant::attributes)
        .containsExactly(Map.of("wanted", "12.50"), Map.of());
    assertThat(new DetailsPageDecoder().decode(SamplePages.page(record)).records().toString())
        .doesNotContain("12.50");
  }

  @Test
  void shouldCountNoFieldOfTheKnownModelAsUnknown() throws MalformedPageException {
    assertThat(decoder.decode(SamplePages.page(WholeRecord.JSON, GOOD)).unknownFields()).isEmpty();
  }

  @Test
  void shouldLeaveAbsentFieldsNullAndListsEmpty() throws MalformedPageException {
    Conversation conversation = decoded(SMALLEST);

    assertThat(conversation.end()).isNull();
    assertThat(conversation.selfServed()).isNull();
    assertThat(conversation.participants()).isEmpty();
    assertThat(conversation.divisionIds()).isEmpty();
  }

  @Test
  void shouldTakeAnExplicitNullAsAbsent() throws MalformedPageException {
    assertThat(
            decoded(
                SMALLEST.replace(
                    "{",
                    "{\"conversationEnd\":null,\"divisionIds\":null,\"participants\":null,\"selfServed\":null,\"mediaStatsMinConversationMos\":null,")))
        .isEqualTo(decoded(SMALLEST));
  }

  @Test
  void shouldKeepAnyTextAndUnknownEnumValues() throws MalformedPageException {
    String name = "名".repeat(299) + "😀";

    Session session =
        sessionOf("\"sessionId\":\"s\",\"mediaType\":\"hologram\",\"remote\":\"" + name + "\"");

    assertThat(session.mediaType()).isEqualTo("hologram");
    assertThat(session.remote()).isEqualTo(name);
  }

  @Test
  void shouldTakeLongsAndIntegralDecimals() throws MalformedPageException {
    Session session =
        sessionOf(
            "\"sessionId\":\"s\",\"metrics\":[{\"name\":\"tTalk\",\"value\":9007199254740993},{\"name\":\"tTalk\",\"value\":12.0},{\"name\":\"tTalk\",\"value\":1.2e3}]");

    assertThat(session.metrics())
        .extracting(Metric::value)
        .containsExactly(9_007_199_254_740_993L, 12L, 1_200L);
  }

  @Test
  void shouldSkipAndCountUnknownFieldsByPath() throws MalformedPageException {
    String strange =
        SMALLEST.replace(
            "{",
            "{\"mood\":{\"deep\":[{}]},\"participants\":[{\"participantId\":\"p\",\"aura\":1,\"sessions\":[{\"sessionId\":\"s\",\"newField\":[[1]],\"flow\":{\"speed\":2},\"metrics\":[{\"name\":\"n\",\"value\":1,\"unit\":\"ms\"}],\"segments\":[{\"segmentStart\":\"2026-11-10T14:00:00Z\",\"colour\":\"red\"}]}]}],");

    DetailsPage page = decoder.decode(SamplePages.page(strange, strange));

    assertThat(page.unknownFields())
        .isEqualTo(
            Map.of(
                "mood", 2L,
                "participants.aura", 2L,
                "participants.sessions.newField", 2L,
                "participants.sessions.flow.speed", 2L,
                "participants.sessions.metrics.unit", 2L,
                "participants.sessions.segments.colour", 2L));
    assertThat(page.records()).allMatch(DetailsRecord.Decoded.class::isInstance);
  }

  @Test
  void shouldNotLetAFloodOfUnknownFieldsGrowWithoutBound() throws MalformedPageException {
    StringBuilder flood = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      flood.append("\"x").append(i).append("\":1,");
    }

    DetailsPage page = decoder.decode(SamplePages.page(SMALLEST.replace("{", "{" + flood)));

    assertThat(page.unknownFields()).hasSizeLessThanOrEqualTo(101);
    assertThat(page.unknownFields().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(5_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | the record is not an object",
        "[{}] | the record is not an object",
        "\"text ☃\" | the record is not an object",
        "17 | the record is not an object",
        "{} | /conversations/1 has no conversationId",
        "{\"conversationId\":\"a\"} | /conversations/1 has no conversationStart",
        "{\"conversationId\":null,\"conversationStart\":\"2026-11-10T14:00:00Z\"} |"
            + " /conversations/1 has no conversationId",
        "{\"conversationId\":\"\"} | /conversations/1/conversationId is empty or holds a control"
            + " character",
        "{\"conversationId\":\"a\\u0000b\"} | /conversations/1/conversationId is empty or holds a"
            + " control character",
        "{\"conversationId\":5} | /conversations/1/conversationId is not text",
        "{\"conversationStart\":\"2026-11-10T14:00:00\"} | /conversations/1/conversationStart is"
            + " not an ISO-8601 instant with a zone",
        "{\"conversationStart\":1762783331120} | /conversations/1/conversationStart is not an"
            + " instant",
        "{\"participants\":{}} | /conversations/1/participants is not an array",
        "{\"participants\":[null]} | /conversations/1/participants/0 is not an object",
        "{\"participants\":[{\"sessions\":[[]]}]} | /conversations/1/participants/0/sessions/0 is"
            + " not an object",
        "{\"participants\":[{\"sessions\":[{\"flow\":\"x\"}]}]} |"
            + " /conversations/1/participants/0/sessions/0/flow is not an object",
        "{\"participants\":[{\"sessions\":[{\"metrics\":[{\"name\":\"n\"}]}]}]} |"
            + " /conversations/1/participants/0/sessions/0/metrics/0 has no value",
        "{\"participants\":[{\"sessions\":[{\"metrics\":[{\"value\":1.5}]}]}]} |"
            + " /conversations/1/participants/0/sessions/0/metrics/0/value is not a whole number",
        "{\"participants\":[{\"sessions\":[{\"metrics\":[{\"value\":99999999999999999999}]}]}]} |"
            + " /conversations/1/participants/0/sessions/0/metrics/0/value is too large a number",
        "{\"participants\":[{\"sessions\":[{\"segments\":[{\"sipResponseCodes\":[1,null]}]}]}]} |"
            + " /conversations/1/participants/0/sessions/0/segments/0/sipResponseCodes/1 is not a"
            + " whole number",
        "{\"divisionIds\":[1]} | /conversations/1/divisionIds/0 is not text",
        "{\"selfServed\":\"yes\"} | /conversations/1/selfServed is not true or false",
        "{\"mediaStatsMinConversationMos\":1e999} | /conversations/1/mediaStatsMinConversationMos"
            + " is too large a number",
      })
  void shouldSetAsideOneRecordByItsExactBytes(String record, String reason)
      throws MalformedPageException {
    String spaced = "  " + record + "\n ";

    DetailsPage page = decoder.decode(SamplePages.page(GOOD, spaced, SMALLEST));

    assertThat(page.records()).hasSize(3);
    assertThat(page.records().get(0)).isInstanceOf(DetailsRecord.Decoded.class);
    assertThat(page.records().get(2)).isInstanceOf(DetailsRecord.Decoded.class);
    DetailsRecord.Poison poison = (DetailsRecord.Poison) page.records().get(1);
    assertThat(new String(poison.raw(), StandardCharsets.UTF_8)).isEqualTo(record);
    assertThat(poison.reason()).isEqualTo(reason);
  }

  @Test
  void shouldSetAsideARecordWithRawNulBytesInItsId() throws MalformedPageException {
    DetailsPage page = decoder.decode(SamplePages.page(SMALLEST.replace("c-1", "c\0-1"), SMALLEST));

    assertThat(page.records().get(0)).isInstanceOf(DetailsRecord.Poison.class);
    assertThat(page.records().get(1)).isInstanceOf(DetailsRecord.Decoded.class);
  }

  @Test
  void shouldFindRecordsBehindAByteOrderMark() throws MalformedPageException {
    String page = "\uFEFF" + new String(SamplePages.page("[7]", SMALLEST), StandardCharsets.UTF_8);

    List<DetailsRecord> records = decoder.decode(SamplePages.bytes(page)).records();

    assertThat(((DetailsRecord.Poison) records.getFirst()).raw()).asString().isEqualTo("[7]");
  }

  @Test
  void shouldTellTheTotalAndWhetherThePageHasAList() throws MalformedPageException {
    DetailsPage none = decoder.decode(SamplePages.bytes("{\"totalHits\":0}"));
    DetailsPage empty = decoder.decode(SamplePages.bytes("{\"conversations\":[]}"));

    assertThat(none.totalHits()).hasValue(0);
    assertThat(none.listed()).isFalse();
    assertThat(none.records()).isEmpty();
    assertThat(empty.totalHits()).isEmpty();
    assertThat(empty.listed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "null",
        "{}",
        "{\"conversations\":null}",
        "{\"conversations\":{}}",
        "{\"totalHits\":\"1\"}",
        "{\"totalHits\":1",
        "{\"totalHits\":1}x",
        "{\"totalHits\":1}{}",
        "{\"conversations\":[{]}",
        "{\"conversations\":[{\"a\":}]}",
        "{\"conversations\":[",
        "<html>",
        "{\"message\":\"oops\",\"code\":\"internal\",\"status\":500}"
      })
  void shouldRefuseWhatIsNoPage(String text) {
    assertThatThrownBy(() -> decoder.decode(SamplePages.bytes(text)))
        .isInstanceOf(MalformedPageException.class);
  }

  private Session sessionOf(String fields) throws MalformedPageException {
    String record =
        SMALLEST.replace(
            "{", "{\"participants\":[{\"participantId\":\"p\",\"sessions\":[{" + fields + "}]}],");
    return decoded(record).participants().getFirst().sessions().getFirst();
  }

  private Conversation decoded(String record) throws MalformedPageException {
    DetailsRecord first = decoder.decode(SamplePages.page(record)).records().getFirst();
    assertThat(first).isInstanceOf(DetailsRecord.Decoded.class);
    return ((DetailsRecord.Decoded) first).conversation();
  }
}
