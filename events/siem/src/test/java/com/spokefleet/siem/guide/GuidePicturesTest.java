package com.spokefleet.siem.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.siem.detection.DetectionCatalogue;
import com.spokefleet.siem.evaluate.Alert;
import com.spokefleet.siem.evaluate.DetectionEvaluator;
import com.spokefleet.siem.evaluate.EventRecord;
import com.spokefleet.siem.fixture.FlatEvents;
import com.spokefleet.siem.fixture.GoldenEvents;
import com.spokefleet.siem.fixture.SentEvent;
import com.spokefleet.siem.lookup.Lookups;
import com.spokefleet.siem.lookup.Org;
import com.spokefleet.siem.lookup.Privileged;
import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The pictures of docs/SIEM.md, and that they show what happened: the events of both use cases go
 * through the transformation, and what the catalogue and the dashboards make of them is drawn.
 * {@code -Dupdate} draws anew.
 */
final class GuidePicturesTest {
  private static final long SEED = 20261119;
  private static final Path PICTURES =
      Path.of(System.getProperty("basedir", "")).resolve("../../docs/pictures");

  private final FlatEvents flat = new FlatEvents();

  @Test
  void hangUpsAreCountedOnceAndByTheLegTheyHappenedOn() throws IOException {
    BackendIncident incident = new BackendIncident(SEED);
    HangUpTally tally = new HangUpTally();
    incident.events().forEach(event -> tally.add(flat.of(event)));

    assertThat(tally.hangUps()).containsExactlyInAnyOrderElementsOf(incident.truth());
    check("abandonment.svg", CorrelationPicture.of(tally.hangUps(), incident.errors()));
  }

  /** What a search for PEER alone would show. */
  @Test
  void countingEveryPeerCountsAgentsAndCopiesAndMissesSmallLetters() {
    BackendIncident incident = new BackendIncident(SEED);
    Predicate peer = PredicateParser.parse("disconnect_type = PEER");
    Predicate onTheCustomersLeg =
        PredicateParser.parse(
            "disconnect_type = PEER and topic ="
                + " \"v2.detail.events.conversation.{id}.customer.end\"");
    List<EventRecord> all = incident.events().stream().map(flat::of).toList();

    assertThat(all.stream().filter(peer::matches).count())
        .isGreaterThan(incident.truth().size() + 50L);
    assertThat(all.stream().filter(onTheCustomersLeg::matches).count()).isGreaterThan(100);
  }

  @Test
  void theSocIsPagedForThePrivilegedClientAndOnce() throws IOException {
    List<Alert> alerts = new ArrayList<>();
    List<CasePicture.Row> rows = new ArrayList<>();
    DetectionEvaluator evaluator = new DetectionEvaluator(DetectionCatalogue.all(), lookups());
    List<String> drawn = new ArrayList<>();
    for (SentEvent event : OAuthCase.events()) {
      EventRecord fields = flat.of(event);
      List<Alert> told = evaluator.see(fields, event.at().plusSeconds(2));
      alerts.addAll(told);
      if (!drawn.contains(event.json())) {
        drawn.add(event.json());
        rows.add(row(fields, told));
      }
    }

    assertThat(alerts)
        .extracting(alert -> alert.detection().id())
        .contains("oauth-secret-viewed", "oauth-client-created", "oauth-client-rights-changed")
        .doesNotHaveDuplicates();
    assertThat(alerts).filteredOn(alert -> !alert.privileged().isEmpty()).allMatch(Alert::isPaged);
    assertThat(rows.getFirst().alerts()).as("a description is nobody's alarm").isEmpty();
    check("oauth.svg", CasePicture.of(rows));
  }

  private static CasePicture.Row row(FieldValues event, List<Alert> alerts) {
    List<String> cells =
        List.of(
            event.of("event_time").getFirst().substring(11, 19),
            event.of("user_name").getFirst(),
            event.of("vendor_action").getFirst(),
            event.of("entity_name").getFirst(),
            event.of("src_ip").getFirst(),
            changed(event));
    List<String> told =
        alerts.stream()
            .map(
                alert ->
                    "%s: %s%s"
                        .formatted(
                            alert.severity().name().toLowerCase(Locale.ROOT),
                            alert.detection().name(),
                            alert.isPaged() ? ", paged" : ""))
            .toList();
    return new CasePicture.Row(cells, told, alerts.stream().anyMatch(Alert::isPaged));
  }

  private static String changed(FieldValues event) {
    List<String> properties = event.of("changed_properties");
    return properties.size() < 3
        ? String.join(", ", properties)
        : properties.getFirst() + " and " + (properties.size() - 1) + " more";
  }

  private static Lookups lookups() {
    return new Lookups(
        List.of(new Org(GoldenEvents.ORG, "emea", "EMEA", true)),
        List.of(
            new Privileged(
                GoldenEvents.ORG,
                OAuthCase.CRM_SYNC,
                "oauth-client",
                "crm-sync",
                "It writes to the CRM.")),
        List.of());
  }

  private static void check(String name, String picture) throws IOException {
    Path file = PICTURES.resolve(name);
    if (System.getProperty("update") != null) {
      Files.createDirectories(PICTURES);
      Files.writeString(file, picture);
    }
    assertThat(file)
        .as("run: mvn -pl events/siem test -Dtest=GuidePicturesTest -Dupdate")
        .hasContent(picture);
  }
}
