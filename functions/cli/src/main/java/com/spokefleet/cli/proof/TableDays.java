package com.spokefleet.cli.proof;

import com.spokefleet.cli.kpi.Window;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import com.spokefleet.lake.tables.SegmentsTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which of one table's days are known, and which are missing between them. */
final class TableDays {
  /** Read every day, so that even a day of nothing has its proof. */
  private static final Set<Table<?>> EVERY_DAY =
      Set.of(ConversationsTable.TABLE, QueueIntervalsTable.TABLE);

  /** Landed together with conversations, wherever there are any. */
  private static final Set<Table<?>> WITH_CONVERSATIONS =
      Set.of(InteractionsTable.TABLE, SegmentsTable.TABLE);

  private final Table<?> table;
  private final SortedMap<LocalDate, PartitionProof> proofs;
  private final Optional<LocalDate> configuredUpTo;
  private final SortedSet<LocalDate> known;

  /**
   * @param objects the days that have an object
   * @param configuredUpTo if fleet.yaml says that the table is read every day: the last day to
   *     expect. Since when it says so is not told, so no day before the first known one is expected
   */
  TableDays(
      Table<?> table,
      SortedMap<LocalDate, PartitionProof> proofs,
      Collection<LocalDate> objects,
      Optional<LocalDate> configuredUpTo) {
    this.table = table;
    this.configuredUpTo = configuredUpTo;
    this.proofs = proofs;
    this.known = new TreeSet<>(objects);
    this.known.addAll(proofs.keySet());
  }

  /** The days of the window; where it is open, from the first day of the history to the last. */
  TableProof within(Window window, SortedMap<LocalDate, PartitionProof> conversations) {
    if (known.isEmpty()) {
      return new TableProof(table.name(), neverRead(window), 0);
    }
    LocalDate first = window.from().orElseGet(this::historyStart);
    LocalDate last = window.to().orElseGet(this::lastDay);
    List<DayProof> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (proofs.containsKey(day)) {
        days.add(DayProof.of(proofs.get(day)));
      } else if (known.contains(day)) {
        days.add(DayProof.without(day, DayState.UNPROVEN));
      } else if (isExpected(day, conversations)) {
        days.add(DayProof.without(day, DayState.MISSING));
      }
    }
    int earlier = window.from().isPresent() ? 0 : known.headSet(first).size();
    return new TableProof(table.name(), days, earlier);
  }

  /** One day speaks for all where it is not known when they should have begun. */
  private List<DayProof> neverRead(Window window) {
    return configuredUpTo
        .filter(window::contains)
        .map(day -> List.of(DayProof.without(day, DayState.MISSING)))
        .orElse(List.of());
  }

  private LocalDate lastDay() {
    LocalDate last = known.last();
    return configuredUpTo.filter(last::isBefore).orElse(last);
  }

  private boolean isExpected(LocalDate day, SortedMap<LocalDate, PartitionProof> conversations) {
    if (WITH_CONVERSATIONS.contains(table)) {
      PartitionProof proof = conversations.get(day);
      return proof != null && proof.units() > 0;
    }
    return EVERY_DAY.contains(table)
        || (configuredUpTo.filter(last -> !day.isAfter(last)).isPresent()
            && !day.isBefore(historyStart()));
  }

  /**
   * The first day of the history. A conversation that began long before it leaves a day far from
   * the others: days before a hole that is wider than they are many do not count as history.
   */
  private LocalDate historyStart() {
    LocalDate start = known.first();
    LocalDate previous = start;
    int before = 0;
    for (LocalDate day : known) {
      long hole = day.toEpochDay() - previous.toEpochDay() - 1;
      if (hole > before) {
        start = day;
      }
      previous = day;
      before++;
    }
    return start;
  }
}
