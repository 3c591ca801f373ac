package com.spokefleet.ingest.user;

import com.spokefleet.ingest.conversation.DetailsPermit;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.Merged;
import com.spokefleet.lake.partition.PartitionReplacement;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.AgentPresenceTable;
import com.spokefleet.lake.tables.AgentRoutingStatusTable;
import com.spokefleet.normalize.UserStatusNormalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Merges what was read of a day into the days its statuses started on, and leaves the proof of each
 * beside it. Of a day that was read whole, each user met is replaced whole; a status of an earlier
 * day, which came because it ended on this one, only takes its own row's place there. Landing the
 * same again changes nothing, and a landing that died half-way is completed by landing again.
 */
public final class UsersLanding {
  static final List<Table<?>> TABLES =
      List.of(AgentPresenceTable.TABLE, AgentRoutingStatusTable.TABLE);

  private static final Predicate<String> ALL_STAY = _ -> false;
  private static final Predicate<String> ALL_GO = _ -> true;

  private final String orgId;
  private final UserStatusNormalizer normalizer;
  private final StatusMerge statuses;
  private final ProofStore proofs;
  private final UsersProofs making;

  public UsersLanding(
      DetailsPermit permit,
      PartitionReplacement replacement,
      ProofStore proofs,
      UsersProofs making) {
    this.orgId = permit.orgId();
    this.normalizer = new UserStatusNormalizer(permit.spoke());
    this.statuses = new StatusMerge(replacement, orgId);
    this.proofs = proofs;
    this.making = making;
  }

  /**
   * @param whole whether the book holds everything there is of the day
   * @param settledBy the job it was read by, if any
   * @param progress what is landed once this is
   */
  void land(
      LocalDate dayRead,
      StatusBook book,
      boolean whole,
      Optional<SettledBy> settledBy,
      UsersProgress progress,
      UsersCounts counts,
      Fence fence) {
    for (LocalDate day : book.days()) {
      boolean isRead = day.equals(dayRead);
      if (!isRead && !isKept(day, progress)) {
        counts.leftOut(book.presences(day).size() + (long) book.routings(day).size());
        continue;
      }
      merge(day, book, isRead && whole, settledBy, progress, counts, fence);
      counts.landed(book.presences(day).size() + (long) book.routings(day).size());
    }
    if (whole && !book.days().contains(dayRead)) {
      merge(dayRead, book, true, settledBy, progress, counts, fence);
    }
  }

  /**
   * A day before the history stays unknown; one still owed will be read whole with all its ends.
   */
  private static boolean isKept(LocalDate day, UsersProgress progress) {
    return !day.isBefore(progress.firstDay()) && !progress.isNeverRead(day);
  }

  private void merge(
      LocalDate day,
      StatusBook book,
      boolean whole,
      Optional<SettledBy> settledBy,
      UsersProgress progress,
      UsersCounts counts,
      Fence fence) {
    List<PartitionProof> before = proofs.read(orgId, day);
    List<PartitionProof> after = new ArrayList<>();
    Set<String> users = book.users(day);
    for (Table<?> table : TABLES) {
      Optional<PartitionProof> proof = proofOf(table, before);
      boolean otherFilter =
          proof.filter(old -> !old.filterHash().equals(progress.filterHash())).isPresent();
      Predicate<String> givesWay = !whole ? ALL_STAY : otherFilter ? ALL_GO : users::contains;
      List<Row> rows = rows(table, day, book);
      Merged merged = statuses.merge(table, day, rows, givesWay, fence);
      if (merged.changed()) {
        counts.partitionChanged();
      }
      after.add(
          whole
              ? making.whole(
                  table,
                  day,
                  merged,
                  rows.size(),
                  progress.filterHash(),
                  progress.completeUpTo(day),
                  settledBy,
                  proof)
              : making.partly(
                  table, day, merged, progress.filterHash(), progress.completeUpTo(day), proof));
    }
    after.removeAll(before);
    if (!after.isEmpty()) {
      proofs.write(orgId, day, after, fence);
    }
  }

  private List<Row> rows(Table<?> table, LocalDate day, StatusBook book) {
    return table == AgentPresenceTable.TABLE
        ? book.presences(day).stream()
            .map(status -> Row.of(AgentPresenceTable.TABLE, normalizer.presence(status)))
            .toList()
        : book.routings(day).stream()
            .map(status -> Row.of(AgentRoutingStatusTable.TABLE, normalizer.routing(status)))
            .toList();
  }

  private static Optional<PartitionProof> proofOf(Table<?> table, List<PartitionProof> proofs) {
    return proofs.stream().filter(proof -> proof.tableName().equals(table.name())).findFirst();
  }
}
