package com.spokefleet.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner takes what Jackson and a strict UTF-8 decoder take, and nothing else. */
final class JsonScannerTest {
  private final JsonFactory jackson = new JsonFactory();
  private final JsonScanner scanner = new JsonScanner();

  @Test
  void agreesWithJacksonOnAnyBytes() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    int valid = 0;
    for (int round = 0; round < 60_000; round++) {
      byte[] text = RandomJson.text(random).getBytes(StandardCharsets.UTF_8);
      byte[] bytes = round % 3 == 0 ? text : RandomJson.damaged(text, random);
      boolean expected = isJson(bytes);
      assertThat(accepts(bytes))
          .as("seed %d, round %d: %s", seed, round, new String(bytes, StandardCharsets.ISO_8859_1))
          .isEqualTo(expected);
      valid += expected ? 1 : 0;
    }
    assertThat(valid).as("valid ones among them").isBetween(20_000, 59_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\"",
        "{\"a\":}",
        "{\"a\":1,}",
        "[1,]",
        "[,1]",
        "01",
        "-",
        "1.",
        "1e",
        ".5",
        "+1",
        "NaN",
        "Infinity",
        "-Infinity",
        "tru",
        "nulll",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12\"",
        "'a'",
        "{a:1}",
        "[1 2]",
        "{\"a\" 1}",
        "\"a\nb\"",
        "1 1",
        "[1]]",
        "// no"
      })
  void refuses(String text) {
    assertThat(accepts(text.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void readsAsManyLevelsAsEventBridgeAcceptsAndNoMore() {
    assertThat(accepts(nested(JsonScanner.MAXIMUM_DEPTH))).isTrue();
    scanner.reset(nested(1_001), 0, nested(1_001).length);
    try {
      scanner.skip();
      throw new AssertionError("taken");
    } catch (MalformedJsonException tooDeep) {
      assertThat(tooDeep.fault()).isEqualTo(JsonFault.TOO_DEEP);
    }
  }

  private static byte[] nested(int levels) {
    return ("[".repeat(levels) + "]".repeat(levels)).getBytes(StandardCharsets.UTF_8);
  }

  private boolean accepts(byte[] bytes) {
    scanner.reset(bytes, 0, bytes.length);
    try {
      scanner.skip();
      scanner.finish();
      return true;
    } catch (MalformedJsonException malformed) {
      return false;
    }
  }

  private boolean isJson(byte[] bytes) throws IOException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
    try (JsonParser parser = jackson.createParser(text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      parser.finishToken();
      return parser.nextToken() == null;
    } catch (JsonProcessingException malformed) {
      return false;
    }
  }
}
