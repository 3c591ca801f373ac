package com.spokefleet.siem.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.siem.detection.Basis;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.splunk.conf.ConfReader;
import com.spokefleet.siem.splunk.conf.ConfReader.Conf;
import com.spokefleet.siem.splunk.search.SavedSearches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SplunkAppTest {
  private static final List<Detection> CATALOGUE = DetectionCatalogue.all();
  private static final SortedMap<String, byte[]> FILES =
      SplunkApp.of(SampleContext.context(), CATALOGUE);

  @Test
  void theSameFleetMakesTheSameBytes() {
    assertThat(AppPackage.of(SplunkApp.of(SampleContext.context(), CATALOGUE)))
        .isEqualTo(AppPackage.of(FILES))
        .hasSizeLessThan(1 << 20);
  }

  @Test
  void everyDetectionIsSearchedFor() {
    Conf searches = conf("savedsearches", FILES);

    for (Detection detection : CATALOGUE) {
      Map<String, String> search =
          searches.stanzas().getOrDefault(SavedSearches.DETECTION + detection.id(), Map.of());
      assertThat(search.get("description"))
          .as(detection.id())
          .contains(detection.purpose(), detection.response())
          .contains(detection.basis() == Basis.INFERRED ? "Basis: inferred" : "Basis: confirmed");
      assertThat(search.get("search"))
          .contains("detection=\"%s\"".formatted(detection.id()), "`genesys_raise(");
      assertThat(search.get("alert.suppress.period"))
          .isEqualTo(detection.quiet().toSeconds() + "s");
    }
  }

  @Test
  void eachKindOfTriggerHasItsSearch() {
    assertThat(search("oauth-client-created"))
        .startsWith("`genesys_audits` (")
        .contains("| `genesys_prepare`\n", "alert_group=coalesce(mvindex(org_id, 0), \"\").\"|\".");
    assertThat(search("event-feed-silent"))
        .startsWith("| tstats max(_indextime) AS arrived WHERE `genesys_events` (genesys_event_id=")
        .contains("now()-coalesce(arrived, 0)>21600");
    for (Detection detection : CATALOGUE) {
      switch (detection.trigger()) {
        case Trigger.Count count ->
            assertThat(search(detection.id()))
                .contains(
                    "| streamstats time_window=%ds count AS counted BY alert_group"
                        .formatted(count.within().toSeconds()),
                    "| where counted>=" + count.least());
        case Trigger.Distinct distinct ->
            assertThat(search(detection.id()))
                .contains("mvindex(%s, 0)".formatted(distinct.field()), "dc(counted_value)");
        case Trigger.NewCombination fresh ->
            assertThat(search(detection.id()))
                .contains("`genesys_unusual(%d, ".formatted(fresh.baseline().toSeconds()));
        case Trigger.EachEvent each ->
            assertThat(search(detection.id())).doesNotContain("streamstats");
        case Trigger.Silence silence ->
            assertThat(search(detection.id())).contains("sends_events=\"true\"");
      }
    }
  }

  @Test
  void whatIsSetStandsInMacrosOnly() {
    FILES.forEach(
        (path, content) -> {
          String text = new String(content, StandardCharsets.UTF_8);
          if (path.endsWith(".conf") && !path.endsWith("macros.conf") || path.endsWith(".xml")) {
            assertThat(text).as(path).doesNotContain("index=\"").doesNotContain("index=web");
          }
        });
    assertThat(conf("macros", FILES).setting("genesys_index", "definition"))
        .isEqualTo("index=\"genesys\"");
    assertThat(conf("macros", FILES).setting("genesys_backend_errors", "definition"))
        .isEqualTo("(index=web status>=500 status<600)");
  }

  @Test
  void onlyOneSearchPages() {
    Conf searches = conf("savedsearches", FILES);

    assertThat(
            searches.stanzas().entrySet().stream()
                .filter(search -> search.getValue().containsKey("action.email"))
                .map(Map.Entry::getKey))
        .containsExactly(SavedSearches.PAGE);
    assertThat(searches.setting(SavedSearches.PAGE, "action.email.to"))
        .isEqualTo("soc@example.com");
    assertThat(searches.setting(SavedSearches.PAGE, "disabled")).isEqualTo("0");
  }

  @Test
  void nobodyToPageMeansNoPaging() {
    Conf searches = conf("savedsearches", SplunkApp.of(SampleContext.with(List.of()), CATALOGUE));

    assertThat(searches.setting(SavedSearches.PAGE, "disabled")).isEqualTo("1");
  }

  @Test
  void streamsAreFoundByTheNamesTheyHaveInAws() {
    assertThat(conf("macros", FILES).setting("genesys_stream", "definition"))
        .contains("=\\[spokefleet-acme-(?<aws_org>emea-north|emea|lab)-");
  }

  @Test
  void thePackageIsATarOfAllFiles() throws IOException {
    byte[] tar = new GZIPInputStream(new ByteArrayInputStream(AppPackage.of(FILES))).readAllBytes();
    SortedMap<String, byte[]> found = new TreeMap<>();
    int at = 0;
    while (tar[at] != 0) {
      String name = text(tar, at, 100);
      int size = Integer.parseInt(text(tar, at + 124, 12), 8);
      assertThat(text(tar, at + 257, 6)).isEqualTo("ustar");
      assertThat(text(tar, at + 100, 8)).isEqualTo(name.endsWith("/") ? "0000755" : "0000644");
      assertThat(name).startsWith(AppIdentity.ID + "/");
      if (!name.endsWith("/")) {
        found.put(
            name.substring(AppIdentity.ID.length() + 1),
            Arrays.copyOfRange(tar, at + 512, at + 512 + size));
      }
      at += 512 + (size + 511) / 512 * 512;
    }

    assertThat(found.keySet()).isEqualTo(FILES.keySet());
    found.forEach((path, content) -> assertThat(content).isEqualTo(FILES.get(path)));
  }

  @Test
  void theManifestIsJson() throws IOException {
    assertThat(new ObjectMapper().readTree(FILES.get("app.manifest")).at("/info/id/name").asText())
        .isEqualTo(AppIdentity.ID);
  }

  private static String search(String id) {
    return conf("savedsearches", FILES).setting(SavedSearches.DETECTION + id, "search");
  }

  private static Conf conf(String name, SortedMap<String, byte[]> files) {
    byte[] content = files.getOrDefault("default/" + name + ".conf", new byte[0]);
    return ConfReader.read(new String(content, StandardCharsets.UTF_8));
  }

  private static String text(byte[] tar, int at, int length) {
    int end = at;
    while (end < at + length && tar[end] != 0) {
      end++;
    }
    return new String(tar, at, end - at, StandardCharsets.US_ASCII);
  }
}
