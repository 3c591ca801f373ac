package com.spokefleet.events.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Base64BytesTest {
  @Test
  void agreesWithTheJdk() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int length = 0; length < 500; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      byte[] expected = Base64.getEncoder().encode(bytes);
      byte[] encoded = new byte[Base64Bytes.encodedLength(length)];
      byte[] decoded = new byte[length + 3];

      assertThat(Base64Bytes.encode(bytes, 0, length, encoded, 0)).isEqualTo(encoded.length);
      assertThat(encoded).as("seed %d", seed).isEqualTo(expected);
      assertThat(Base64Bytes.decode(encoded, 0, encoded.length, decoded)).isEqualTo(length);
      assertThat(Arrays.copyOf(decoded, length)).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "AA", "AAA", "AA=A", "A===", "====", "AA A", "AA-_", "AB==", "AAB=", "AAAA="})
  void refuses(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

    assertThat(Base64Bytes.decode(bytes, 0, bytes.length, new byte[16]))
        .isEqualTo(Base64Bytes.INVALID);
  }
}
