package com.spokefleet.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonStringsTest {
  private static final String INSIDE = "aä€😀\\n\\\"\\\\\\u00e4\\ud83d\\ude00\\/z";

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void decodesAsJacksonDoes() throws JsonProcessingException {
    byte[] bytes = INSIDE.getBytes(StandardCharsets.UTF_8);

    assertThat(JsonStrings.decode(bytes, 0, bytes.length))
        .isEqualTo(mapper.readValue('"' + INSIDE + '"', String.class));
  }

  @Test
  void whereverItIsCutBothHalvesAreStrings() throws JsonProcessingException {
    byte[] bytes = INSIDE.getBytes(StandardCharsets.UTF_8);
    String whole = mapper.readValue('"' + INSIDE + '"', String.class);
    for (int most = 0; most <= bytes.length; most++) {
      int cut = JsonStrings.cut(bytes, 0, bytes.length, most);
      String head = mapper.readValue('"' + text(bytes, 0, cut) + '"', String.class);
      String tail = mapper.readValue('"' + text(bytes, cut, bytes.length) + '"', String.class);

      assertThat(cut).isBetween(Math.max(0, most - 11), most);
      assertThat(head + tail).isEqualTo(whole);
      assertThat(head)
          .as("no half of a character")
          .isEqualTo(new String(head.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
  }

  @Test
  void comparesTextsInAnyCaseAndHoweverTheyAreEscaped() {
    for (String same : new String[] {"aZ-1", "Az-1", "\\u0061z-1", "AZ\\u002d1"}) {
      assertThat(areInAnyCase(same, "aZ-1")).as(same).isTrue();
    }
    for (String other : new String[] {"", "a", "aZ-12", "bZ-1", "\\u0062Z-1", "äZ-1"}) {
      assertThat(areInAnyCase(other, "aZ-1")).as(other).isFalse();
    }
    assertThat(areInAnyCase("ÄZ", "äz")).isTrue();
    assertThat(areInAnyCase("", "")).isTrue();
  }

  private static boolean areInAnyCase(String inside, String text) {
    byte[] bytes = ("x" + inside + "x").getBytes(StandardCharsets.UTF_8);
    return JsonStrings.areInAnyCase(bytes, 1, bytes.length - 1, text);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
