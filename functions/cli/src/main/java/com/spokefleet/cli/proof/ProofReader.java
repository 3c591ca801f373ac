package com.spokefleet.cli.proof;

import com.spokefleet.cli.kpi.Window;
import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.proof.ProofsTable;
import com.spokefleet.lake.reconciliation.CountReconciliation;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import com.spokefleet.lake.tables.Tables;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the report from the lake: proofs, the names of objects, and the orgs' own names. Nothing
 * else is read, and Genesys is not asked.
 */
public final class ProofReader {
  private final LakeReader lake;
  private final ProofStore proofs;
  private final ObjectVerification verification;
  private final Clock clock;

  public ProofReader(
      LakeReader lake, ProofStore proofs, ObjectVerification verification, Clock clock) {
    this.lake = lake;
    this.proofs = proofs;
    this.verification = verification;
    this.clock = clock;
  }

  /**
   * @param wanted names or ids of orgs; all orgs if there are none
   * @param expected what must be there although nothing in the lake says so
   */
  public ProofReport read(
      List<String> wanted, Window window, ExpectedTables expected, long tolerance, boolean verify) {
    List<OrgProof> orgs = new ArrayList<>();
    names()
        .forEach(
            (orgId, name) -> {
              if (wanted.isEmpty() || wanted.contains(orgId) || wanted.contains(name)) {
                orgs.add(new OrgProof(orgId, name, tables(orgId, window, expected, verify)));
              }
            });
    orgs.sort(Comparator.comparing(OrgProof::name).thenComparing(OrgProof::orgId));
    return new ProofReport(orgs, tolerance, verify, clock.instant());
  }

  /** All orgs of which the lake knows anything: the spoke's name, or the id where it is unknown. */
  private SortedMap<String, String> names() {
    SortedMap<String, String> names = new TreeMap<>();
    for (Partition partition : lake.partitions(ProofsTable.TABLE)) {
      names.put(partition.orgId(), partition.orgId());
    }
    lake.forEach(
        OrgsTable.TABLE,
        row ->
            names.put(
                row.text(OrgsTable.TABLE.indexOf("org_id")),
                row.text(OrgsTable.TABLE.indexOf("spoke_name"))));
    return names;
  }

  private List<TableProof> tables(
      String orgId, Window window, ExpectedTables expected, boolean verify) {
    Map<String, SortedMap<LocalDate, PartitionProof>> proven = new TreeMap<>();
    for (PartitionProof proof : proofs.read(orgId)) {
      proven.computeIfAbsent(proof.tableName(), _ -> new TreeMap<>()).put(proof.day(), proof);
    }
    SortedMap<LocalDate, PartitionProof> conversations =
        proven.getOrDefault(ConversationsTable.TABLE.name(), new TreeMap<>());
    Optional<LocalDate> lastWholeDay = lastWholeDay(proven);
    List<TableProof> tables = new ArrayList<>();
    for (Table<?> table : Tables.ALL) {
      if (!table.isDaily() || table.equals(ProofsTable.TABLE)) {
        continue;
      }
      TableDays days =
          new TableDays(
              table,
              proven.getOrDefault(table.name(), new TreeMap<>()),
              objects(table, orgId),
              lastWholeDay.filter(_ -> expected.contains(orgId, table)));
      TableProof proof = days.within(window, conversations);
      if (!proof.days().isEmpty()) {
        tables.add(judged(table, orgId, proof, verify));
      }
    }
    return tables;
  }

  /**
   * The day before the last one that the org's contacts are proven for: on the last one, the other
   * datasets may not have had their turn yet.
   */
  private static Optional<LocalDate> lastWholeDay(
      Map<String, SortedMap<LocalDate, PartitionProof>> proven) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (Table<?> table : List.of(ConversationsTable.TABLE, QueueIntervalsTable.TABLE)) {
      days.addAll(proven.getOrDefault(table.name(), new TreeMap<>()).keySet());
    }
    return days.size() < 2 ? Optional.empty() : Optional.of(days.last().minusDays(1));
  }

  private List<LocalDate> objects(Table<?> table, String orgId) {
    return lake.partitions(table, orgId).stream()
        .map(Partition::day)
        .flatMap(Optional::stream)
        .toList();
  }

  private TableProof judged(Table<?> table, String orgId, TableProof proof, boolean verify) {
    List<DayProof> days = new ArrayList<>();
    for (DayProof day : proof.days()) {
      DayProof judged = table.equals(ConversationsTable.TABLE) ? compared(day) : day;
      days.add(verify ? verification.verify(table, orgId, judged) : judged);
    }
    return new TableProof(proof.table(), days, proof.earlierDays());
  }

  /**
   * What the counts say now, where the stored comparison is older than the proof around it. Without
   * reading the rows nobody knows which of them a job cannot know, so that is left to
   * reconciliation.
   */
  private DayProof compared(DayProof day) {
    return day.proof()
        .filter(proof -> isOld(proof.comparison(), proof.provedAt()))
        .map(
            proof ->
                DayProof.of(
                    proof.compared(CountReconciliation.of(proof, proof.units(), clock.instant()))))
        .orElse(day);
  }

  private static boolean isOld(@Nullable Comparison comparison, Instant provedAt) {
    return comparison == null || comparison.comparedAt().isBefore(provedAt);
  }
}
