package com.spokefleet.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/TESTING.md says is tested somewhere is tested there: classes and methods exist. */
final class NamedTestsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  @Test
  void everyTestThatTheDocumentNamesExists() throws IOException {
    Map<String, String> sources = testSources();
    Set<String> absent = new TreeSet<>();
    int named = 0;
    Matcher matcher = NAMED.matcher(Files.readString(ROOT.resolve("docs/TESTING.md")));
    while (matcher.find()) {
      named++;
      String source = sources.get(matcher.group(1));
      String method = matcher.group(2);
      if (source == null || method != null && !source.contains(" " + method + "(")) {
        absent.add(matcher.group());
      }
    }
    assertThat(absent).isEmpty();
    assertThat(named).isGreaterThan(30);
  }

  private static Map<String, String> testSources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String folder : Set.of("events", "shared", "functions", "infra-cdk/src")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
          String name = file.getFileName().toString();
          // Two classes of one name in different packages count as one here.
          sources.merge(
              name.substring(0, name.length() - ".java".length()),
              Files.readString(file),
              String::concat);
        }
      }
    }
    return sources;
  }
}
