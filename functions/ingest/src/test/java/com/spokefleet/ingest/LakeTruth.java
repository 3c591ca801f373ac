package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.ledger.FigureKey;
import com.spokefleet.testing.ledger.Grouping;
import com.spokefleet.testing.ledger.Ledger;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.ledger.TrueFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Holds what DuckDB reads in the lake against what the fake org knows to be true. */
final class LakeTruth {
  private static final String FIGURES =
      "offered, answered, abandoned, short, flow-out, talk, held, acw, handle, wait, blind,"
          + " consult, not responding, within 30 s";
  private static final Pattern ID = Pattern.compile("\"conversationId\"\\s*:\\s*\"([^\"]+)\"");
  private static final String NOTHING = "0 0 0 0 0 0 0 0 0 0 0 0 0 0";

  private LakeTruth() {}

  /**
   * P1: every ended conversation is in exactly one row, the rest is in quarantine, and every figure
   * agrees.
   */
  static void assertLakeEqualsLedger(
      SmallFleet fleet, String orgName, Instant asOf, String description) {
    FakeOrg org = fleet.org(orgName);
    String where = " where org_id = '" + org.orgId() + "'";
    try (DuckDb lake = new DuckDb(fleet.lake())) {
      List<String> ids =
          lake.query("select conversation_id from {conversations}" + where).stream()
              .map(row -> String.valueOf(row.getFirst()))
              .toList();
      assertThat(ids).as(description).doesNotHaveDuplicates();
      assertThat(ids)
          .as(description)
          .containsExactlyInAnyOrderElementsOf(org.ledger().endedIds(asOf));
      Map<String, String> held = figuresInLake(lake, where);
      Map<String, String> wrong = new TreeMap<>();
      figuresInLedger(org, asOf)
          .forEach(
              (id, truth) -> {
                if (!truth.equals(held.get(id))) {
                  wrong.put(id, "is " + held.get(id) + ", should be " + truth);
                }
              });
      assertThat(wrong).as(description + ", per conversation: " + FIGURES).isEmpty();
    }
  }

  /** Every record the org served that no reader can accept is kept, whole, and nothing else is. */
  static void assertQuarantineEqualsLedger(
      SmallFleet fleet, String orgName, Instant asOf, String description) {
    FakeOrg org = fleet.org(orgName);
    assertThat(
            idsInQuarantine(
                fleet
                    .lake()
                    .resolve("quarantine/org_id=" + org.orgId() + "/dataset=conversation-details")))
        .as(description)
        .isEqualTo(org.ledger().poisonIds(asOf));
  }

  /** A record that changed while it was poison is kept in each of its forms. */
  private static Set<String> idsInQuarantine(Path quarantine) {
    if (!Files.isDirectory(quarantine)) {
      return Set.of();
    }
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> tree = Files.walk(quarantine)) {
      for (Path file : tree.filter(path -> path.toString().endsWith(".json")).toList()) {
        Matcher id = ID.matcher(Files.readString(file));
        assertThat(id.find()).as("an id in " + file).isTrue();
        ids.add(id.group(1));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return ids;
  }

  private static Map<String, String> figuresInLake(DuckDb lake, String where) {
    Map<String, String> figures = new TreeMap<>();
    lake.query("select conversation_id, 0 from {conversations}" + where)
        .forEach(row -> figures.put(String.valueOf(row.getFirst()), NOTHING));
    lake.query(
            """
            select conversation_id, concat_ws(' ', sum(n_offered), sum(n_answered), sum(n_abandoned),
              sum(n_short_abandoned), sum(n_flow_out), sum(talk_ms), sum(held_ms), sum(acw_ms), sum(handle_ms),
              sum(answer_wait_ms), sum(n_blind_transferred), sum(n_consult_transferred), sum(n_not_responding),
              count(*) filter (where n_answered > 0 and answer_wait_ms <= 30000),
              string_agg(wrapup_code, ' ' order by wrapup_code))
            from {interactions}\
            """
                + where
                + " group by conversation_id")
        .forEach(row -> figures.put(String.valueOf(row.getFirst()), String.valueOf(row.getLast())));
    return figures;
  }

  private static String wrapups(TrueFigures truth) {
    StringBuilder codes = new StringBuilder();
    new TreeMap<>(truth.wrapups())
        .forEach((code, times) -> codes.append((" " + code).repeat(Math.toIntExact(times))));
    return codes.toString();
  }

  private static Map<String, String> figuresInLedger(FakeOrg org, Instant asOf) {
    Map<String, String> figures = new TreeMap<>();
    for (TrueConversation conversation : org.ledger().ended(asOf)) {
      TrueFigures truth =
          Ledger.figures(List.of(conversation), Grouping.TOTAL)
              .getOrDefault(FigureKey.ALL, new TrueFigures());
      figures.put(
          conversation.id(),
          LongStream.of(
                      truth.offered(),
                      truth.answered(),
                      truth.abandoned(),
                      truth.shortAbandoned(),
                      truth.flowedOut(),
                      truth.talkMillis(),
                      truth.heldMillis(),
                      truth.acwMillis(),
                      truth.handleMillis(),
                      truth.answerWaitMillis(),
                      truth.blindTransfers(),
                      truth.consultTransfers(),
                      truth.notResponded(),
                      truth.answeredWithin(Duration.ofSeconds(30)))
                  .mapToObj(Long::toString)
                  .collect(Collectors.joining(" "))
              + wrapups(truth));
    }
    return figures;
  }
}
