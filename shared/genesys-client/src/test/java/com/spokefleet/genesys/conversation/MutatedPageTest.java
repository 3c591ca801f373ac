package com.spokefleet.genesys.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.spokefleet.genesys.http.TestRuntime;
import com.spokefleet.genesys.json.MalformedPageException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes arrive, the outcome is a page, poison on a page, or one typed failure. */
class MutatedPageTest {
  private static final int ROUNDS = 4_000;
  private static final int RECORDS = 3;

  private final DetailsPageDecoder decoder = new DetailsPageDecoder();

  @Test
  void shouldSurviveRandomDamage() {
    long seed = TestRuntime.seed();
    Random random = new Random(seed);
    byte[] page = new SamplePages(random).page(RECORDS);
    int malformed = 0;
    int poisoned = 0;
    int whole = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(page, random);
      try {
        DetailsPage decoded = decoder.decode(damaged);
        boolean poison =
            decoded.records().stream().anyMatch(DetailsRecord.Poison.class::isInstance);
        poisoned += poison ? 1 : 0;
        whole += poison ? 0 : 1;
      } catch (MalformedPageException expected) {
        malformed++;
      } catch (RuntimeException | StackOverflowError unexpected) {
        fail("seed %d, round %d".formatted(seed, round), unexpected);
      }
    }
    assertThat(malformed).as("malformed pages, seed %d", seed).isPositive();
    assertThat(poisoned).as("pages with poison, seed %d", seed).isPositive();
    assertThat(whole).as("pages read in spite of damage, seed %d", seed).isPositive();
  }

  @Test
  void shouldNeverTakeAShortenedPageForAWholeOne() {
    byte[] page = new SamplePages(new Random(5)).page(1);
    for (int length = 0; length < page.length; length++) {
      byte[] shortened = Arrays.copyOf(page, length);
      try {
        decoder.decode(shortened);
        fail("the first %d of %d bytes passed for a page", length, page.length);
      } catch (MalformedPageException expected) {
        assertThat(expected).hasMessageNotContaining("Müller");
      }
    }
  }

  @Test
  void shouldRefuseEndlessNesting() {
    byte[] deep = SamplePages.page("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

    try {
      decoder.decode(deep);
      fail("a hundred thousand levels passed for a page");
    } catch (MalformedPageException expected) {
      assertThat(expected).hasMessageContaining("malformed");
    }
  }

  private static byte[] damage(byte[] page, Random random) {
    byte[] damaged = page.clone();
    int blows = 1 + random.nextInt(3);
    for (int blow = 0; blow < blows; blow++) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] = (byte) "{}[]\",:0nulltrue ".charAt(random.nextInt(17));
        case 2 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        default -> System.arraycopy(damaged, 0, damaged, at, Math.min(at, damaged.length - at));
      }
    }
    return damaged;
  }
}
