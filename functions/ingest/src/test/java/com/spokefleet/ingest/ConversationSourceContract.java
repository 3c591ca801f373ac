package com.spokefleet.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.genesys.conversation.ConversationSource;
import com.spokefleet.genesys.conversation.DetailsJobPage;
import com.spokefleet.genesys.conversation.DetailsJobRequest;
import com.spokefleet.genesys.conversation.DetailsRecord;
import com.spokefleet.genesys.conversation.JobMatching;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.HttpRuntime;
import com.spokefleet.genesys.http.HttpSettings;
import com.spokefleet.genesys.http.RequestObserver;
import com.spokefleet.genesys.http.TokenSource;
import com.spokefleet.genesys.job.JobState;
import com.spokefleet.telemetry.SpokefleetException;
import com.spokefleet.testing.FakeGenesysCloud;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.org.DataOddities;
import com.spokefleet.testing.org.FakeOrgSettings;
import com.spokefleet.testing.org.Volume;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every source of closed windows promises, whoever serves it. */
abstract class ConversationSourceContract {
  static final Instant NOW = Instant.parse("2026-11-12T15:00:00Z");
  private static final Instant FROM = Instant.parse("2026-11-10T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-11T00:00:00Z");

  final VirtualClock clock = new VirtualClock(NOW);
  private FakeGenesysCloud cloud;
  private ConversationSource source;

  /** A source of this org that knows everything up to some hours ago. */
  abstract ConversationSource source(FakeOrg org) throws Exception;

  @BeforeEach
  void start() throws Exception {
    cloud =
        FakeGenesysCloud.start(
            List.of(
                FakeOrgSettings.named("emea", 8, Instant.parse("2026-11-08T00:00:00Z"))
                    .conversationsPerDay(60)
                    .volume(Volume.EVEN)
                    .oddities(new DataOddities(150, 30, 30))
                    .build()),
            clock);
    source = source(cloud.org("emea"));
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void aWindowByStartDayHoldsAllThatBeganOnItsDays() {
    assertThat(read(JobMatching.START_DAY).keySet())
        .isEqualTo(truth(each -> !each.start().isBefore(FROM) && each.start().isBefore(TO)))
        .isNotEmpty();
  }

  @Test
  void aWindowByOverlapHoldsAllThatWasAliveInIt() {
    assertThat(read(JobMatching.OVERLAP).keySet())
        .isEqualTo(truth(each -> each.start().isBefore(TO) && !end(each).isBefore(FROM)))
        .isNotEqualTo(read(JobMatching.START_DAY).keySet());
  }

  @Test
  void recordsThatCannotBeReadComeAlongWhole() {
    assertThat(poison()).isNotEmpty();
  }

  @Test
  void theAvailabilityDateIsInThePast() {
    assertThat(source.availability(deadline())).isBefore(NOW).isAfter(TO);
  }

  @Test
  void aReadingThatWasNeverAskedForIsRefused() {
    assertThatThrownBy(() -> source.results("unheard-of", Optional.empty(), deadline()))
        .isInstanceOf(SpokefleetException.class)
        .hasMessageStartingWith("Cannot ");
  }

  @Test
  void aReadingCanBeGivenUp() {
    source.cancel(submitted(JobMatching.OVERLAP), deadline());
  }

  private Set<String> truth(Predicate<TrueConversation> wanted) {
    // The ledger sees events up to the ingestion lag before an instant.
    Instant asOf = source.availability(deadline()).plusSeconds(5);
    return cloud.org("emea").ledger().ended(asOf).stream()
        .filter(wanted)
        .map(TrueConversation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Instant end(TrueConversation conversation) {
    Instant end = conversation.end();
    return end == null ? Instant.MAX : end;
  }

  private String submitted(JobMatching matching) {
    return source.submit(
        new DetailsJobRequest(FROM, TO.minusMillis(1), matching, QueryFilter.NONE), deadline());
  }

  private String ready(JobMatching matching) {
    String id = submitted(matching);
    clock.advance(Duration.ofMinutes(5));
    assertThat(source.status(id, deadline()).state()).isEqualTo(JobState.FULFILLED);
    return id;
  }

  /** The last form of every record that can be read, by id. */
  private Map<String, String> read(JobMatching matching) {
    Map<String, String> records = new TreeMap<>();
    for (DetailsJobPage page : pages(ready(matching))) {
      for (DetailsRecord record : page.details().records()) {
        if (record instanceof DetailsRecord.Decoded decoded) {
          records.put(
              decoded.conversation().conversationId(), new String(decoded.raw().bytes(), UTF_8));
        }
      }
    }
    return records;
  }

  private List<String> poison() {
    return pages(ready(JobMatching.START_DAY)).stream()
        .flatMap(page -> page.details().records().stream())
        .filter(DetailsRecord.Poison.class::isInstance)
        .map(record -> new String(((DetailsRecord.Poison) record).raw(), UTF_8))
        .filter(raw -> raw.startsWith("{") && raw.endsWith("}"))
        .toList();
  }

  private List<DetailsJobPage> pages(String id) {
    List<DetailsJobPage> pages = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    do {
      DetailsJobPage page = source.results(id, cursor, deadline());
      pages.add(page);
      cursor = page.cursor();
      cursor.ifPresent(next -> assertThat(cursors.add(next)).as("a new cursor").isTrue());
    } while (cursor.isPresent());
    return pages;
  }

  Deadline deadline() {
    return Deadline.after(Duration.ofMinutes(5), clock);
  }

  HttpRuntime runtime() {
    return new HttpRuntime(
        HttpRuntime.newClient(Duration.ofSeconds(5)),
        clock,
        clock::advance,
        new Random(1),
        RequestObserver.NONE);
  }

  GenesysHttp http(URI api, TokenSource tokens) {
    return new GenesysHttp(api, tokens, HttpSettings.defaults(), runtime());
  }
}
