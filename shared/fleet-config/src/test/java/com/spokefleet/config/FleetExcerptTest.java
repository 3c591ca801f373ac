package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What one org's function is given; seed by -Dspokefleet.seed. */
class FleetExcerptTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261121L);
  private static final Operations NONE =
      new Operations(
          List.of(),
          Duration.ofDays(30),
          Duration.ofDays(14),
          Duration.ofMinutes(30),
          Optional.empty(),
          5_000_000_000L);

  @Test
  void parsesToTheFleetRestrictedToItsSpoke() {
    GeneratedFleet generated = new GeneratedFleet(50, SEED);
    for (String yaml : List.of(FleetText.example(), generated.fleet(generated.spokes()))) {
      Fleet whole = FleetParser.parse("fleet.yaml", yaml);
      FleetExcerpt.all("fleet.yaml", yaml)
          .forEach(
              (name, excerpt) ->
                  assertThat(FleetParser.parse(name, excerpt))
                      .as("seed %d, %s", SEED, name)
                      .isEqualTo(restricted(whole, name)));
    }
  }

  @Test
  void holdsNothingOfOthers() {
    String excerpt = FleetExcerpt.of(FleetText.EXAMPLE, "apac");

    assertThat(excerpt)
        .contains("apac", "b7c1a9d4-3e52-4f8b-9c60-1d2e3f4a5b03", "employee-4711")
        .doesNotContain("amer", "emea", "5f3b0c52-8f0e-4a36-9d6f-2f7f6f1f0a01", "tableau")
        .doesNotContain("operations")
        .doesNotContain("siem");
  }

  @Test
  void changingOtherOrgsChangesNoByte() {
    GeneratedFleet generated = new GeneratedFleet(50, SEED);
    List<String> spokes = generated.spokes();
    Map<String, String> before = FleetExcerpt.all("fleet.yaml", generated.fleet(spokes));
    Random random = new Random(SEED);

    for (int round = 0; round < 10; round++) {
      int changed = random.nextInt(spokes.size());
      List<String> others = new ArrayList<>(spokes);
      others.set(
          changed,
          others
              .get(changed)
              .replaceFirst("period: .*", "period: 2h, historyDays: 7}")
              .replaceFirst("(?m)^    destinations: .*\n", "")
              .replace("Europe/Berlin", "Asia/Tokyo"));
      Collections.shuffle(others, random);
      Map<String, String> after = FleetExcerpt.all("fleet.yaml", generated.fleet(others));
      String name = "org-%03d".formatted(changed);

      assertThat(after.get(name)).as("seed %d, %s", SEED, name).isNotEqualTo(before.get(name));
      after.remove(name);
      assertThat(before).as("seed %d, all but %s", SEED, name).containsAllEntriesOf(after);
    }
  }

  @Test
  void anotherOrgMoreChangesNoByte() {
    String one =
        new GeneratedFleet(1, SEED)
            .spokes()
            .getFirst()
            .replace("org-000", "newcomer")
            .replaceFirst("(?m)^    destinations: .*\\n", "");
    String example = FleetText.example();
    Map<String, String> before = FleetExcerpt.all("fleet.yaml", example);

    Map<String, String> after = FleetExcerpt.all("fleet.yaml", example + "\n" + one);

    assertThat(after).hasSize(4).containsAllEntriesOf(before);
  }

  @Test
  void isTheSameForAFileAndItsTextAndIsJson() throws Exception {
    String excerpt = FleetExcerpt.of(FleetText.EXAMPLE, "amer");

    assertThat(FleetExcerpt.of("fleet.yaml", FleetText.example(), "amer")).isEqualTo(excerpt);
    assertThat(FleetExcerpt.all(FleetText.EXAMPLE)).containsEntry("amer", excerpt);
    assertThat(new ObjectMapper().readTree(excerpt).at("/spokes/0/name").asText())
        .isEqualTo("amer");
  }

  @Test
  void keepsEveryCharacterOfATextAndTheTypeOfEveryValue() {
    String yaml =
        FleetText.with("businessRegion: EMEA", "businessRegion: \"a\\a\\t\\\"b\\\\c 😀é販\\u200d\"");
    yaml = yaml.replace("percent: 80", "percent: +80").replace("name: acme", "\"name\": 'acme'");

    String excerpt = FleetExcerpt.of("fleet.yaml", yaml, "emea");

    assertThat(FleetParser.parse("excerpt", excerpt))
        .isEqualTo(restricted(FleetParser.parse("fleet.yaml", yaml), "emea"));
  }

  @Test
  void isTakenOfNothingThatIsWrong() {
    assertThatThrownBy(() -> FleetExcerpt.of("fleet.yaml", FleetText.SMALLEST, "apac"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot take apac out of fleet.yaml: it has no such spoke");
    assertThatThrownBy(
            () ->
                FleetExcerpt.of("fleet.yaml", FleetText.with("percent: 80", "percent: 0"), "emea"))
        .isInstanceOf(InvalidFleetException.class);
  }

  private static Fleet restricted(Fleet whole, String name) {
    Spoke spoke = whole.spoke(name).orElseThrow();
    Hub hub = whole.hub();
    return new Fleet(
        whole.name(),
        new Hub(hub.awsRegion(), hub.lakeBucket(), hub.awsAccount(), List.of()),
        whole.standards(),
        new Taxonomy(
            whole.taxonomy().wrapups().stream()
                .map(
                    entry ->
                        new CanonicalWrapup(
                            entry.name(),
                            entry.category(),
                            entry.names(),
                            only(entry.codes(), name)))
                .toList()),
        whole.destinationsOf(spoke),
        List.of(spoke),
        whole.exchangeRates(),
        new People(
            whole.people().all().stream()
                .filter(person -> person.agents().containsKey(name))
                .map(person -> new Person(person.id(), only(person.agents(), name)))
                .toList()),
        NONE,
        FleetParser.parse("fleet.yaml", FleetText.SMALLEST).siem());
  }

  private static <T> Map<String, T> only(Map<String, T> byName, String name) {
    return byName.entrySet().stream()
        .filter(entry -> entry.getKey().equals(name))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
