package com.spokefleet.replay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.replay.Events;
import com.spokefleet.replay.record.EventIdentity;
import com.spokefleet.replay.record.Outgoing;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.datadog.DatadogFault;
import com.spokefleet.testing.stream.datadog.DatadogServer;
import com.spokefleet.testing.stream.splunk.HecFault;
import com.spokefleet.testing.stream.splunk.HecToken;
import com.spokefleet.testing.stream.splunk.SplunkServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each answer of a SIEM, over real HTTP, and what becomes of the records. */
final class SiemTargetTest {
  private static final String TOKEN = "11111111-2222-4333-8444-555555555555";
  private static final String KEY = "key";

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final SplunkServer splunk = SplunkServer.start(clock, HecToken.of(TOKEN, "genesys"));
  private final DatadogServer datadog = DatadogServer.start(clock, KEY);
  private final HttpClient client = IntakeHttp.newClient();
  private final Retry retry = Retry.patient(new Random(7), clock::advance);

  @AfterEach
  void stop() {
    client.close();
    splunk.close();
    datadog.close();
  }

  @Test
  void splunkHasAChunkOnceItIsAcknowledged() {
    splunk.indexesWithin(Duration.ofSeconds(40));

    assertThat(toSplunk(TOKEN).send(splunkRecords(1, 3)).outcomes()).containsOnly(Outcome.SENT);
    assertThat(splunk.events().copies()).hasSize(3);
    assertThat(clock.instant()).isAfterOrEqualTo(Instant.parse("2026-11-20T12:00:40Z"));
  }

  @Test
  void aBusySiemIsAskedAgainAndADeadOneStopsTheRun() {
    splunk.faults().next(3, HecFault.BUSY);
    assertThat(toSplunk(TOKEN).send(splunkRecords(1, 2)).outcomes()).containsOnly(Outcome.SENT);
    datadog.faults().next(2, DatadogFault.TOO_MANY_REQUESTS);
    datadog.faults().next(2, DatadogFault.UNAVAILABLE);
    assertThat(toDatadog().send(datadogRecords(1, 2)).outcomes()).containsOnly(Outcome.SENT);
    assertThat(splunk.events().size() + datadog.events().size()).isEqualTo(4);

    splunk.faults().always(HecFault.BUSY);
    Receipt receipt = toSplunk(TOKEN).send(splunkRecords(3, 4));
    assertThat(receipt.outcomes()).extracting(Outcome::kind).containsOnly(Outcome.Kind.NOT_SENT);
    assertThat(receipt.stop().orElseThrow())
        .startsWith("Cannot deliver to soc: HTTP 503")
        .contains("Server is busy");
  }

  @Test
  void nobodyListeningIsNotSentAndNotUnknown() {
    URI nobody = splunk.address();
    splunk.close();

    Receipt receipt = target(nobody, TOKEN).send(splunkRecords(1, 1));
    assertThat(receipt.outcomes()).extracting(Outcome::kind).containsOnly(Outcome.Kind.NOT_SENT);
    assertThat(receipt.stop().orElseThrow()).contains("cannot be reached");
  }

  @Test
  void whatMayHaveArrivedIsUnknownAndNotSentAgain() {
    for (HecFault fault :
        List.of(HecFault.ANSWER_LOST, HecFault.NEVER_ACKNOWLEDGED, HecFault.INTERNAL_ERROR)) {
      long before = splunk.requests();
      splunk.faults().next(1, fault);
      Receipt receipt = toSplunk(TOKEN).send(splunkRecords(1, 1));
      assertThat(receipt.outcomes())
          .as("%s", fault)
          .extracting(Outcome::kind)
          .containsOnly(Outcome.Kind.UNKNOWN);
      assertThat(receipt.stop()).isEmpty();
      assertThat(splunk.requests() - before).isEqualTo(1);
    }
    datadog.faults().next(1, DatadogFault.ANSWER_LOST);
    assertThat(toDatadog().send(datadogRecords(1, 1)).outcomes())
        .extracting(Outcome::kind)
        .containsOnly(Outcome.Kind.UNKNOWN);
  }

  @Test
  void aSiemThatOnlyKeepsSilentStopsTheRun() {
    splunk.faults().always(HecFault.DOWN);
    Target target = toSplunk(TOKEN);

    assertThat(target.send(splunkRecords(1, 1)).stop()).isEmpty();
    assertThat(target.send(splunkRecords(2, 2)).stop()).isEmpty();
    assertThat(target.send(splunkRecords(3, 3)).stop()).isPresent();
  }

  @Test
  void oneBadEnvelopeIsFoundAndTheOthersArrive() {
    List<Outgoing> records =
        List.of(
            record(Events.splunk(1)),
            record("{\"time\":1}"),
            record(Events.splunk(2)),
            record(Events.splunk(3)));

    Receipt receipt = toSplunk(TOKEN).send(records);
    assertThat(receipt.outcomes())
        .extracting(Outcome::kind)
        .containsExactly(
            Outcome.Kind.SENT, Outcome.Kind.REFUSED, Outcome.Kind.SENT, Outcome.Kind.SENT);
    assertThat(receipt.outcomes().get(1).reason()).contains("Event field is required");
    assertThat(splunk.events().copies())
        .hasSize(3)
        .allSatisfy(
            (id, count) -> {
              assertThat(count).isEqualTo(1);
            });
  }

  @Test
  void aBodyTooLargeIsCut() {
    splunk.largestBody(700);

    assertThat(toSplunk(TOKEN).send(splunkRecords(1, 9)).outcomes()).containsOnly(Outcome.SENT);
    assertThat(splunk.events().copies()).hasSize(9);
  }

  @Test
  void aWrongTokenOrOneWithoutAcknowledgementStopsAtOnce() {
    Receipt wrong = toSplunk("wrong").send(splunkRecords(1, 4));
    assertThat(wrong.stop().orElseThrow()).contains("HTTP 403", "Invalid token");
    assertThat(wrong.outcomes()).extracting(Outcome::kind).containsOnly(Outcome.Kind.NOT_SENT);
    assertThat(splunk.requests()).isEqualTo(1);

    splunk.use(HecToken.of(TOKEN, "genesys").withoutAcknowledgement());
    Receipt blind = toSplunk(TOKEN).send(splunkRecords(1, 4));
    assertThat(blind.stop().orElseThrow()).contains("no indexer acknowledgement");
    assertThat(blind.outcomes()).extracting(Outcome::kind).containsOnly(Outcome.Kind.UNKNOWN);
  }

  private Target toSplunk(String token) {
    return target(splunk.address(), token);
  }

  private Target target(URI endpoint, String token) {
    return new IntakeTarget(
        "soc",
        new SplunkIntake(
            endpoint, () -> token, new UUID(1, 1), new IntakeHttp(client), clock, retry),
        retry);
  }

  private Target toDatadog() {
    return new IntakeTarget(
        "ops", new DatadogIntake(datadog.logs(), () -> KEY, new IntakeHttp(client)), retry);
  }

  private static List<Outgoing> splunkRecords(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(Events::splunk)
        .map(SiemTargetTest::record)
        .toList();
  }

  private static List<Outgoing> datadogRecords(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(Events::datadog)
        .map(SiemTargetTest::record)
        .toList();
  }

  private static Outgoing record(String text) {
    byte[] data = text.getBytes(StandardCharsets.UTF_8);
    return new Outgoing(EventIdentity.of(data), data);
  }
}
