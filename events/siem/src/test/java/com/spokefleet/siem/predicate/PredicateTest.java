package com.spokefleet.siem.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed is the seed of the random cases; -Dspokefleet.seed takes another. */
final class PredicateTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261121L);

  private static final Map<String, List<String>> EVENT =
      Map.of(
          "entity_type", List.of("OAuthClient"),
          "vendor_action", List.of("Update"),
          "new_values", List.of("scopes=users", "scopes=authorization"),
          "cpu_load_percent", List.of("90.5"),
          "user_name", List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "entity_type = OAuthClient | true",
        "entity_type = oauthclient | false",
        "entity_type = OAuth | false",
        "entity_type = OAuth* | true",
        "new_values = \"scopes=*auth*\" | true",
        "new_values = \"*=users\" | true",
        "new_values in (a, \"scopes=users\") | true",
        "vendor_action in (View, Read) | false",
        "user_name exists | false",
        "not user_name exists | true",
        "not user_name = Ann | true",
        "cpu_load_percent >= 90.5 | true",
        "cpu_load_percent > 90.50 | false",
        "cpu_load_percent < 1e3 | true",
        "entity_type >= 1 | false",
        "vendor_action = View or vendor_action = Update and entity_type = Role | false",
        "(vendor_action = View or vendor_action = Update) and entity_type = OAuthClient | true",
        "not (vendor_action = View or entity_type = OAuthClient) | false",
        "not vendor_action = View and entity_type = OAuthClient | true"
      })
  void holdsOrNot(String text, boolean expected) {
    FieldValues event = field -> EVENT.getOrDefault(field, List.of());
    assertThat(PredicateParser.parse(text).matches(event)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "entity_type | at character 12: expected `=`, `in`, `exists` or a comparison, found the end",
        "entity_type = | at character 14: expected a value, found the end",
        "entity_type = a b | at character 17: expected `and`, `or` or the end, found `b`",
        "entity_type = or | at character 15: put `or` in quotes if it is meant as a value",
        "Type = a | at character 1: expected the name of a field, found Type",
        "a in () | at character 7: expected a value, found `)`",
        "a = \"b | at character 5: this needs quotes, or their end is missing",
        "a = b=c | at character 6: expected `and`, `or` or the end, found `=`",
        "(a = b | at character 7: expected `)`, found the end",
        "a > many | at character 5: expected a number, found `many`"
      })
  void saysWhereATextStopsMakingSense(String text, String problem) {
    assertThatThrownBy(() -> PredicateParser.parse(text))
        .isInstanceOf(PredicateException.class)
        .hasMessageEndingWith(problem);
  }

  @Test
  void textsAreReadAsTheyWereWritten() {
    System.out.println("seed " + SEED + ": random predicates");
    RandomPredicates random = new RandomPredicates(SEED);
    int held = 0;
    for (int round = 0; round < 2_000; round++) {
      Predicate predicate = random.next(3);
      String text = PredicateText.of(predicate);
      Predicate read = PredicateParser.parse(text);
      FieldValues event = random.event();

      assertThat(PredicateText.of(read)).as(text).isEqualTo(text);
      assertThat(read.matches(event)).as(text).isEqualTo(predicate.matches(event));
      assertThat(read.fields()).isEqualTo(predicate.fields());
      held += predicate.matches(event) ? 1 : 0;
    }
    assertThat(held).isBetween(300, 1_700);
  }

  @Test
  void patternsAreThoseOfRegularExpressions() {
    Random random = new Random(SEED);
    int matched = 0;
    for (int round = 0; round < 20_000; round++) {
      String pattern = text(random, "ab*", 1 + random.nextInt(6));
      String value = text(random, "ab", random.nextInt(8));
      String expression =
          pattern
              .chars()
              .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(String.valueOf((char) c)))
              .collect(Collectors.joining());

      boolean matches = new ValuePattern(pattern).matches(value);
      assertThat(matches).as("%s on %s", pattern, value).isEqualTo(value.matches(expression));
      matched += matches ? 1 : 0;
    }
    assertThat(matched).isGreaterThan(1_000);
  }

  /** Two stars need not try every way to share the text between them. */
  @Test
  void aLongTextOfOneLetterIsNoTrap() {
    assertThat(new ValuePattern("*a*a*a*a*a*b").matches("a".repeat(20_000))).isFalse();
  }

  private static String text(Random random, String letters, int length) {
    return random
        .ints(length, 0, letters.length())
        .mapToObj(at -> letters.substring(at, at + 1))
        .collect(Collectors.joining());
  }
}
