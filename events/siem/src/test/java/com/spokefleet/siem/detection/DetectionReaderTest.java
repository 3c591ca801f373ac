package com.spokefleet.siem.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DetectionReaderTest {
  private static final String RIGHT =
      """
      id: right
      name: Right
      category: oauth
      purpose: For
        tests.
      severity: low
      events: audits
      when: entity_type = Role
      trigger: {count: 3, within: 10m}
      by: [org_id, actor_id]
      quiet: 1h
      basis: inferred
      source: nothing
      response: none
      attack: [T1098.001]
      """;

  @Test
  void readsWhatIsRight() {
    Detection detection = DetectionReader.read("right.yaml", RIGHT);

    assertThat(detection.purpose()).isEqualTo("For tests.");
    assertThat(detection.trigger())
        .isEqualTo(new Trigger.Count(3, java.time.Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "severity: low | severity: bad | severity cannot be bad",
        "severity: low | severe: low | severity is missing",
        "name: Right | name: Right #mood: good | it has no use for mood",
        "id: right | id: wrong | its id is wrong",
        "id: right | id: Right One | id must be lower case words with hyphens",
        "org_id, | | by must name org_id",
        "within: 10m | within: soon | within must be a time such as",
        "within: 10m | within: 10m, at: 3 | it has no use for at",
        "count: 3 | count: 1 | count must be a whole number above 1",
        "count: 3 | times: 3 | its trigger must be each, count, distinct, new or silence",
        "entity_type = Role | entity_type Role | Cannot read the predicate",
        "T1098.001 | T98 | T98 is no technique of ATT&CK",
        "id: right | id: [ | while parsing"
      })
  void saysWhatIsWrong(String right, String wrong, String problem) {
    String replacement = wrong == null ? "" : wrong.replace("#", "\n");
    assertThatThrownBy(() -> DetectionReader.read("right.yaml", RIGHT.replace(right, replacement)))
        .isInstanceOf(InvalidDetectionException.class)
        .hasMessageStartingWith("Cannot read detection right.yaml: ")
        .hasMessageContaining(problem);
  }

  /** A file that nobody lists would never alert anybody. */
  @Test
  void everyFileIsListedAndIsRead() throws IOException {
    Path folder =
        Path.of(System.getProperty("basedir", ""))
            .resolve("src/main/resources/com/spokefleet/siem/detection");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replace(".yaml", ""))
              .sorted()
              .toList();
      assertThat(DetectionCatalogue.all().stream().map(Detection::id).sorted())
          .containsExactlyElementsOf(names);
    }
  }
}
