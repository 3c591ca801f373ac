package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final List<String> KEYS = List.of("lakeBucket", "timeZone", "name", "names");

  @Test
  void countsInsertedRemovedReplacedAndSwappedLetters() {
    assertThat(EditDistance.between("zone", "zone")).isZero();
    assertThat(EditDistance.between("zone", "zonee")).isOne();
    assertThat(EditDistance.between("zone", "zoe")).isOne();
    assertThat(EditDistance.between("zone", "zona")).isOne();
    assertThat(EditDistance.between("zone", "zoen")).isOne();
    assertThat(EditDistance.between("", "zone")).isEqualTo(4);
    assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void overlooksCaseAndSeparators() {
    assertThat(Suggestions.nearest("lake-bucket", KEYS)).contains("lakeBucket");
    assertThat(Suggestions.nearest("TIME_ZONE", KEYS)).contains("timeZone");
  }

  @Test
  void suggestsNothingThatIsFarAway() {
    assertThat(Suggestions.nearest("colour", KEYS)).isEmpty();
    assertThat(Suggestions.nearest("", KEYS)).isEmpty();
    assertThat(Suggestions.nearest("x".repeat(10_000), KEYS)).isEmpty();
  }

  @Test
  void showsTextsShortAndOnOneLine() {
    assertThat(Suggestions.shown("a\nb\u001b[2J")).isEqualTo("a?b?[2J");
    assertThat(Suggestions.shown("x".repeat(100))).isEqualTo("x".repeat(60) + "…");
  }
}
