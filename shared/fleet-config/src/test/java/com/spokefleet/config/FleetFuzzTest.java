package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Properties that hold for any damage done to the example; seed by -Dspokefleet.seed. */
class FleetFuzzTest {
  private static final long SEED = Long.getLong("spokefleet.seed", 20261120L);
  private static final Pattern KEY = Pattern.compile("(?m)(?:^ *(?:- )?)([a-zA-Z]{4,}):(?= |$)");
  private static final String SPECIAL = "\t\n\u0000{}[]:#&*!|>'\"%@`,- ?~\uFEFF\uD800é販";

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(FleetSchema.json());

  @Test
  void everyMisspeltKeyIsFoundInItsLineAndItsSpellingSuggested() {
    Random random = new Random(SEED);
    String example = FleetText.example().replaceAll("(?m)^ +(amer|emea|apac):.*\n", "");
    example = example.replaceAll("(?m)^ +codes:\n", "");
    List<MatchResult> keys = KEY.matcher(example).results().toList();
    assertThat(keys).hasSizeGreaterThan(80);

    for (int round = 0; round < 500; round++) {
      MatchResult key = keys.get(random.nextInt(keys.size()));
      String name = key.group(1);
      String typo = typo(name, random);
      if (keys.stream().anyMatch(other -> other.group(1).equals(typo))) {
        continue;
      }
      String damaged = example.substring(0, key.start(1)) + typo + example.substring(key.end(1));
      long line = example.substring(0, key.end(1)).lines().count();

      assertThat(FleetText.problems(damaged))
          .as("seed %d, round %d: %s for %s", SEED, round, typo, name)
          .anySatisfy(
              problem ->
                  assertThat(problem)
                      .startsWith("fleet.yaml:" + line + ":")
                      .contains(typo + ": unknown key; did you mean \"" + name + "\"?"));
    }
  }

  @Test
  void noDamageIsAnsweredByAnythingButProblems() {
    Random random = new Random(SEED);
    String example = FleetText.example();
    int valid = 0;
    int invalid = 0;
    for (int round = 0; round < 1_000; round++) {
      StringBuilder text = new StringBuilder(example);
      int times = 1 + random.nextInt(4);
      for (int i = 0; i < times; i++) {
        damage(text, random);
      }
      try {
        Fleet fleet = FleetParser.parse("fleet.yaml", text.toString());
        valid++;
        assertThatCode(() -> checkExcerpts(fleet, text.toString()))
            .as("seed %d, round %d", SEED, round)
            .doesNotThrowAnyException();
        assertThat(schema.validate(json(text.toString())))
            .as("seed %d, round %d: the schema refuses what the parser accepts", SEED, round)
            .isEmpty();
      } catch (InvalidFleetException e) {
        assertThat(e.problems()).as("seed %d, round %d", SEED, round).isNotEmpty();
        invalid++;
      } catch (RuntimeException | StackOverflowError e) {
        fail("seed %d, round %d ends in %s for:%n%s".formatted(SEED, round, e, text), e);
      }
    }
    assertThat(valid).as("some damage is harmless, seed %d", SEED).isPositive();
    assertThat(invalid).as("most damage is not, seed %d", SEED).isGreaterThan(300);
  }

  private static void checkExcerpts(Fleet fleet, String yaml) {
    FleetExcerpt.all("fleet.yaml", yaml)
        .forEach(
            (name, excerpt) ->
                assertThat(FleetParser.parse(name, excerpt).spokes())
                    .containsExactly(fleet.spoke(name).orElseThrow()));
  }

  /** Reads YAML 1.2, as editors do; the validator's own reader knows 1.1 only. */
  private static JsonNode json(String yaml) {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new ObjectMapper().valueToTree(document);
  }

  private static String typo(String name, Random random) {
    int at = random.nextInt(name.length() - 1);
    String letter = String.valueOf((char) ('a' + random.nextInt(26)));
    String typo =
        switch (random.nextInt(4)) {
          case 0 -> name.substring(0, at) + name.substring(at + 1);
          case 1 -> name.substring(0, at) + letter + name.substring(at);
          case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
          default ->
              name.substring(0, at)
                  + name.charAt(at + 1)
                  + name.charAt(at)
                  + name.substring(at + 2);
        };
    return typo.equals(name) ? name + letter : typo;
  }

  private static void damage(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(30));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
      case 2 -> text.setCharAt(at, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
      case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
      case 4 -> text.insert(at, (char) random.nextInt(Character.MAX_VALUE));
      default -> moveLine(text, random);
    }
  }

  private static void moveLine(StringBuilder text, Random random) {
    List<String> lines = new ArrayList<>(text.toString().lines().toList());
    if (lines.size() > 1) {
      String line = lines.remove(random.nextInt(lines.size()));
      lines.add(random.nextInt(lines.size()), line);
    }
    text.setLength(0);
    text.append(String.join("\n", lines)).append('\n');
  }
}
