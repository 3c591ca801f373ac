package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.quarantine.Quarantine;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.testing.FakeOrg;
import com.spokefleet.testing.ledger.FigureKey;
import com.spokefleet.testing.ledger.Grouping;
import com.spokefleet.testing.ledger.Ledger;
import com.spokefleet.testing.ledger.TrueConversation;
import com.spokefleet.testing.ledger.TrueFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Holds what DuckDB reads in the lake against what the fake org knows to be true. */
final class LakeTruth {
  private static final String FIGURES =
      "offered, answered, abandoned, short, flow-out, talk, held, acw, handle, wait, blind, consult,"
          + " not responding, within 30 s";
  private static final String NOTHING = "0 0 0 0 0 0 0 0 0 0 0 0 0 0";

  private LakeTruth() {}

  /** P1: every ended conversation is in exactly one row, the rest is in quarantine, and every figure agrees. */
  static void assertLakeEqualsLedger(SmallFleet fleet, String orgName, Instant asOf, String description) {
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
      assertThat(figuresInLake(lake, where))
          .as(description + ", per conversation: " + FIGURES)
          .containsExactlyInAnyOrderEntriesOf(figuresInLedger(org, asOf));
    }
  }

  /** Every record the org served that no reader can accept is kept, whole. */
  static void assertQuarantineEqualsLedger(
      SmallFleet fleet, String orgName, Instant asOf, String description) {
    FakeOrg org = fleet.org(orgName);
    Quarantine quarantine = new Quarantine(new FolderObjectStore(fleet.lake()));
    assertThat(quarantine.count(org.orgId(), "conversation-details"))
        .as(description)
        .isEqualTo(org.ledger().poisonIds(asOf).size());
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
              count(*) filter (where n_answered > 0 and answer_wait_ms <= 30000))
            from {interactions}"""
                + where
                + " group by conversation_id")
        .forEach(row -> figures.put(String.valueOf(row.getFirst()), String.valueOf(row.getLast())));
    return figures;
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
              .collect(Collectors.joining(" ")));
    }
    return figures;
  }
}
