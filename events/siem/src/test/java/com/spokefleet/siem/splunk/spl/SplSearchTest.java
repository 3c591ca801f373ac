package com.spokefleet.siem.splunk.spl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.fixture.Fixture;
import com.spokefleet.siem.fixture.FlatEvents;
import com.spokefleet.siem.fixture.SentEvent;
import com.spokefleet.siem.lookup.Enrichment;
import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import com.spokefleet.siem.predicate.RandomPredicates;
import com.spokefleet.siem.predicate.ValuePattern;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed is the seed of the random cases; -Dspokefleet.seed takes another. */
class SplSearchTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261121L);
  private static final int CASES = 20_000;

  @Test
  void asksForWhatThePredicateSays() {
    Predicate predicate =
        PredicateParser.parse(
            "entity_type = OAuthClient and vendor_action in (Create, Copy) and not level = SYSTEM"
                + " and (cpu_load_percent >= 90 or client_id exists)");

    assertThat(SplSearch.of(predicate))
        .isEqualTo(
            "(entity_type=\"OAuthClient\" AND (vendor_action=\"Create\" OR vendor_action=\"Copy\")"
                + " AND (NOT level=\"SYSTEM\") AND (cpu_load_percent>=90 OR"
                + " (client_id=\"*\" AND (NOT client_id=\"\"))))");
  }

  @Test
  void findsTheSameEventsAsThePredicate() {
    System.out.println("seed " + SEED + ": random predicates as searches");
    RandomPredicates random = new RandomPredicates(SEED);
    int found = 0;
    for (int at = 0; at < CASES; at++) {
      Predicate predicate = random.next(3);
      FieldValues event = random.event();
      String search = SplSearch.of(predicate);
      boolean matches = predicate.matches(event);
      assertThat(SearchReader.read(search).test(event))
          .as("seed %d, case %d: %s", SEED, at, search)
          .isEqualTo(matches);
      found += matches ? 1 : 0;
    }
    assertThat(found).as("events found").isBetween(CASES / 5, CASES * 4 / 5);
  }

  /** Every detection over every event of every fixture, the goldens among them. */
  @Test
  void findsTheSameEventsAsTheCatalogue() {
    FlatEvents flat = new FlatEvents();
    List<FieldValues> events = new ArrayList<>();
    for (Fixture fixture : Fixture.all()) {
      Enrichment enrichment = new Enrichment(fixture.lookups());
      // What is repeated differs in ids and times only.
      for (SentEvent event : fixture.events().stream().limit(12).toList()) {
        events.add(enrichment.of(flat.of(event)));
      }
    }
    int found = 0;
    for (Detection detection : DetectionCatalogue.all()) {
      java.util.function.Predicate<FieldValues> search =
          SearchReader.read(SplSearch.of(detection.when()));
      for (FieldValues event : events) {
        assertThat(search.test(event))
            .as("%s on event %s", detection.id(), event.of("event_id"))
            .isEqualTo(detection.when().matches(event));
        found += search.test(event) ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(300);
  }

  @Test
  void aBackslashIsPartOfTheValue() {
    String nasty = "a\\b\\\\c\\";
    Predicate predicate = new Predicate.Is("entity_name", List.of(new ValuePattern(nasty)));

    assertThat(SearchReader.read(SplSearch.of(predicate)).test(field -> List.of(nasty))).isTrue();
    assertThat(SearchReader.read(SplSearch.of(predicate)).test(field -> List.of("a\\b"))).isFalse();
  }

  @Test
  void aQuoteIsPartOfATextAsWell() {
    String nasty = "a\" OR level=\"*";

    assertThat(SearchReader.read("name=" + SplText.quoted(nasty)).test(field -> List.of("b")))
        .isFalse();
  }

  /**
   * The damage without quoting: the value ends early and what follows is a condition of its own.
   */
  @Test
  void withoutQuotingAValueCouldFindEverything() {
    String search = "entity_name=\"a\" OR level=\"*\"";

    assertThat(SearchReader.read(search).test(field -> List.of("anything"))).isTrue();
  }

  /** The damage of {@code !=}, which leaves out events that lack the field. */
  @Test
  void notIsNotDifferent() {
    FieldValues without = field -> List.of();

    assertThat(
            SearchReader.read(SplSearch.of(PredicateParser.parse("not level = SYSTEM")))
                .test(without))
        .isTrue();
    assertThat(SearchReader.read("level!=\"SYSTEM\"").test(without)).isFalse();
  }

  /** The damage without parentheses, since OR binds stronger. */
  @Test
  void orBesideAndNeedsParentheses() {
    FieldValues event = field -> field.equals("c") ? List.of("1") : List.of();
    Predicate predicate = PredicateParser.parse("a = 1 and b = 1 or c = 1");

    assertThat(predicate.matches(event)).isTrue();
    assertThat(SearchReader.read(SplSearch.of(predicate)).test(event)).isTrue();
    assertThat(SearchReader.read("a=\"1\" AND b=\"1\" OR c=\"1\"").test(event)).isFalse();
  }

  @Test
  void refusesWhatSplunkWouldReplace() {
    Predicate predicate = new Predicate.Is("entity_name", List.of(new ValuePattern("`x`")));

    assertThatThrownBy(() -> SplSearch.of(predicate)).hasMessageContaining("backtick");
  }
}
