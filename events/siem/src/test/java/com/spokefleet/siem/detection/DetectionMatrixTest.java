package com.spokefleet.siem.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.siem.evaluate.Alert;
import com.spokefleet.siem.fixture.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every detection over every fixture: it fires on those it lists and on no other. What a fixture
 * shows goes through the transformation that the SIEMs are fed by. With {@code -Dupdate} the
 * generated part of docs/DETECTIONS.md is written anew.
 */
final class DetectionMatrixTest {
  private static final List<Detection> CATALOGUE = DetectionCatalogue.all();
  private static final Watch WATCH = new Watch(Fixture.all());
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "")).resolve("../../docs/DETECTIONS.md");
  private static final Pattern GENERATED =
      Pattern.compile("(?s)(?<=<!-- detections -->\n\n).*(?=\n<!-- end of detections -->)");

  static List<Fixture> fixtures() {
    return WATCH.fixtures();
  }

  static List<Detection> catalogue() {
    return CATALOGUE;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void firesWhatListsItAndNothingElse(Fixture fixture) {
    SortedSet<String> expected = new TreeSet<>();
    for (Detection detection : CATALOGUE) {
      if (detection.fires().contains(fixture.name())) {
        expected.add(detection.id());
      }
    }

    List<Alert> alerts = WATCH.alerts(CATALOGUE, fixture);

    assertThat(alerts)
        .as(fixture.about())
        .extracting(alert -> alert.detection().id())
        .containsOnly(expected.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void hasFixturesThatFireItAndSuchThatAreNear(Detection detection) {
    Map<String, Fixture> named =
        WATCH.fixtures().stream().collect(Collectors.toMap(Fixture::name, fixture -> fixture));

    assertThat(detection.fires()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(detection.quietOn())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(detection.fires());
    assertThat(named).containsKeys(detection.fires().toArray(String[]::new));
    for (String near : detection.quietOn()) {
      assertThat(named).containsKey(near);
      assertThat(WATCH.events(Objects.requireNonNull(named.get(near))))
          .anyMatch(detection.events()::holds);
    }
  }

  @Test
  void everyFixtureIsOfUse() {
    Set<String> used = new HashSet<>();
    CATALOGUE.forEach(detection -> used.addAll(detection.fires()));
    CATALOGUE.forEach(detection -> used.addAll(detection.quietOn()));

    assertThat(WATCH.fixtures())
        .extracting(Fixture::name)
        .filteredOn(name -> !name.startsWith("golden-"))
        .isSubsetOf(used);
  }

  /** Negative control: whatever is spoilt in a detection, a fixture notices it. */
  @Test
  void noticesWhateverIsBroken() {
    Map<Detection, String> broken = new IdentityHashMap<>();
    for (Detection detection : CATALOGUE) {
      BrokenDetection.variantsOf(detection).forEach((what, variant) -> broken.put(variant, what));
    }

    SortedSet<String> unnoticed = new TreeSet<>();
    WATCH
        .firesOn(List.copyOf(broken.keySet()))
        .forEach(
            (variant, fixtures) -> {
              if (fixtures.equals(new TreeSet<>(variant.fires()))) {
                unnoticed.add(variant.id() + ": " + broken.get(variant));
              }
            });

    assertThat(broken).hasSizeGreaterThan(5 * CATALOGUE.size());
    assertThat(unnoticed).isEmpty();
  }

  @Test
  void theCommittedPageIsWhatTheCatalogueSays() throws IOException {
    String page = Files.readString(PAGE);
    String expected = DetectionsPage.render(CATALOGUE, WATCH);
    if (System.getProperty("update") != null) {
      page = GENERATED.matcher(page).replaceFirst(Matcher.quoteReplacement(expected));
      Files.writeString(PAGE, page);
    }
    Matcher generated = GENERATED.matcher(page);
    assertThat(generated.find()).isTrue();
    assertThat(generated.group())
        .as(
            "docs/DETECTIONS.md is out of date; run:"
                + " mvn -pl events/siem test -Dtest=DetectionMatrixTest -Dupdate")
        .isEqualTo(expected);
  }
}
