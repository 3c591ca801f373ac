package com.spokefleet.siem.splunk.spl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import com.spokefleet.siem.predicate.ValuePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is printed is the seed of the random cases; -Dspokefleet.seed takes another. */
class SplEvalTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261121L);
  private static final int CASES = 20_000;
  private static final List<String> FIELDS = List.of("a", "b", "c");
  private static final List<String> VALUES =
      List.of("Create", "Cre.te", "v2.{id}.x", "v2x{id}.x", "a/b:c@d", "a b", "", "create");
  private static final List<String> PATTERNS =
      List.of("Create", "Cre*", "*te", "v2.{id}.x", "*", "a/b:c@d", "a *", "*.*");

  private final Random random = new Random(SEED);

  @Test
  void holdsWhereThePredicateDoes() {
    System.out.println("seed " + SEED + ": random predicates as conditions of eval");
    int held = 0;
    for (int at = 0; at < CASES; at++) {
      Predicate predicate = predicate(3);
      FieldValues event = event();
      String condition = SplEval.of(predicate);
      boolean matches = predicate.matches(event);
      assertThat(EvalReader.read(condition).test(event))
          .as("seed %d, case %d: %s", SEED, at, condition)
          .isEqualTo(matches);
      held += matches ? 1 : 0;
    }
    assertThat(held).as("conditions held").isBetween(CASES / 5, CASES * 4 / 5);
  }

  /** The damage without care for a dot, which stands for anything in a pattern. */
  @Test
  void aDotIsADot() {
    FieldValues event = field -> List.of("v2x");

    assertThat(EvalReader.read(SplEval.of(PredicateParser.parse("a = \"v2.\""))).test(event))
        .isFalse();
    assertThat(EvalReader.read("isnotnull(mvfind(a, \"^(?:v2.)$\"))").test(event)).isTrue();
  }

  @Test
  void comparesNumbers() {
    Predicate predicate = PredicateParser.parse("a >= 90");

    assertThat(EvalReader.read(SplEval.of(predicate)).test(field -> List.of("90.5"))).isTrue();
    assertThat(EvalReader.read(SplEval.of(predicate)).test(field -> List.of("9"))).isFalse();
    assertThat(EvalReader.read(SplEval.of(predicate)).test(field -> List.of())).isFalse();
  }

  @Test
  void refusesWhatPatternsWouldReadOtherwise() {
    Predicate predicate = new Predicate.Is("a", List.of(new ValuePattern("a\\d+")));

    assertThatThrownBy(() -> SplEval.of(predicate)).hasMessageContaining("Cannot write");
  }

  private Predicate predicate(int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 2)) {
      case 0 -> new Predicate.Exists(pick(FIELDS));
      case 1 -> new Predicate.Is(pick(FIELDS), List.of(pattern(), pattern()));
      case 2 -> new Predicate.Not(predicate(depth - 1));
      case 3 -> new Predicate.All(List.of(predicate(depth - 1), predicate(depth - 1)));
      default -> new Predicate.Any(List.of(predicate(depth - 1), predicate(depth - 1)));
    };
  }

  private ValuePattern pattern() {
    return new ValuePattern(pick(PATTERNS));
  }

  private FieldValues event() {
    Map<String, List<String>> fields = new HashMap<>();
    for (String field : FIELDS) {
      List<String> values = new ArrayList<>();
      for (int count = random.nextInt(3); count > 0; count--) {
        values.add(pick(VALUES));
      }
      values.removeIf(String::isEmpty);
      fields.put(field, values);
    }
    return field -> fields.getOrDefault(field, List.of());
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
