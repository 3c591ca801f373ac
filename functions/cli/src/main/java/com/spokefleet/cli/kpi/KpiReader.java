package com.spokefleet.cli.kpi;

import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.QueuesTable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Makes the executives' report from a lake, row by row: the memory needed depends on the number of
 * groups, not on the number of conversations.
 */
public final class KpiReader {
  private final LakeReader lake;
  private final ProofStore proofs;
  private final Clock clock;

  public KpiReader(LakeReader lake, ProofStore proofs, Clock clock) {
    this.lake = lake;
    this.proofs = proofs;
    this.clock = clock;
  }

  private record Org(String id, String name, boolean metricsOnly, KnownDays days) {}

  /** The report of all orgs the lake knows, sorted by name; without orgs if the lake is empty. */
  public KpiReport read(Window window, Duration threshold, Grouping grouping) {
    List<Org> orgs = orgs(window);
    Window days = daysOf(window, orgs);
    LocalDate from = days.from().orElseThrow();
    LocalDate to = days.to().orElseThrow();
    long daysAsked = ChronoUnit.DAYS.between(from, to) + 1;
    List<OrgKpis> kpis = new ArrayList<>();
    for (Org org : orgs) {
      OrgTally tally = new OrgTally(grouping, threshold, queueNames(org.id()));
      forEach(ConversationsTable.TABLE, org.id(), window, tally::addConversation);
      forEach(InteractionsTable.TABLE, org.id(), window, tally::addLeg);
      Optional<KpiTotals> total =
          org.days().isEmpty() ? Optional.empty() : Optional.of(tally.total());
      kpis.add(
          new OrgKpis(
              org.id(),
              org.name(),
              org.metricsOnly(),
              total,
              tally.groups(),
              org.days().status(daysAsked)));
    }
    return new KpiReport(from, to, threshold, grouping, clock.instant(), kpis);
  }

  /** The window with both ends: where it has none, the first or last day any org is known on. */
  private Window daysOf(Window window, List<Org> orgs) {
    List<KnownDays> known = orgs.stream().map(Org::days).filter(days -> !days.isEmpty()).toList();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<LocalDate> last = known.stream().map(KnownDays::last).max(Comparator.naturalOrder());
    LocalDate to = window.to().or(() -> last).orElse(today);
    Optional<LocalDate> first = known.stream().map(KnownDays::first).min(Comparator.naturalOrder());
    LocalDate from = window.from().or(() -> first).orElse(to);
    return new Window(Optional.of(from), Optional.of(to.isBefore(from) ? from : to));
  }

  /** All orgs: by the spoke's name where the configuration was read, else by their id. */
  private List<Org> orgs(Window window) {
    Map<String, Org> orgs = new TreeMap<>();
    for (Partition partition : lake.partitions(ConversationsTable.TABLE)) {
      String id = partition.orgId();
      orgs.computeIfAbsent(id, unnamed -> new Org(id, id, false, knownDays(id, window)));
    }
    lake.forEach(
        OrgsTable.TABLE,
        row -> {
          String id = text(OrgsTable.TABLE, row, "org_id");
          boolean metricsOnly = text(OrgsTable.TABLE, row, "residency").equals("metrics-only");
          String name = text(OrgsTable.TABLE, row, "spoke_name");
          orgs.put(id, new Org(id, name, metricsOnly, knownDays(id, window)));
        });
    Collection<Org> all = orgs.values();
    return all.stream().sorted(Comparator.comparing(Org::name).thenComparing(Org::id)).toList();
  }

  private Map<String, String> queueNames(String orgId) {
    Map<String, String> names = new HashMap<>();
    for (Partition partition : lake.partitions(QueuesTable.TABLE, orgId)) {
      lake.forEach(
          QueuesTable.TABLE,
          partition,
          row -> {
            if (row.get(QueuesTable.TABLE, "name") instanceof String name) {
              names.put(text(QueuesTable.TABLE, row, "queue_id"), name);
            }
          });
    }
    return names;
  }

  private KnownDays knownDays(String orgId, Window window) {
    return new KnownDays(
        lake.partitions(ConversationsTable.TABLE, orgId), proofs.read(orgId), window);
  }

  private void forEach(
      Table<?> table, String orgId, Window window, BiConsumer<LocalDate, Row> action) {
    for (Partition partition : lake.partitions(table, orgId)) {
      partition
          .day()
          .filter(window::contains)
          .ifPresent(day -> lake.forEach(table, partition, row -> action.accept(day, row)));
    }
  }

  private static String text(Table<?> table, Row row, String column) {
    return row.text(table.indexOf(column));
  }
}
