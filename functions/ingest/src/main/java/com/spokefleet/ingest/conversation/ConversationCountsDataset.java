package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.ConversationDetailsQuery;
import com.spokefleet.genesys.conversation.ConversationState;
import com.spokefleet.genesys.conversation.DetailsOrder;
import com.spokefleet.genesys.conversation.DetailsWindow;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.ingest.Dataset;
import com.spokefleet.ingest.DatasetReport;
import com.spokefleet.ingest.DatasetRun;
import com.spokefleet.ingest.DatasetStatus;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.tables.ConversationsTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Asks the API how many conversations each recent start day has, writes the answer into the day's
 * proof, and has a day read again that twice in a row held fewer. This is what heals a row that
 * paging hid, without waiting for a person.
 */
public final class ConversationCountsDataset implements Dataset {
  public static final String NAME = "conversation-counts";

  private static final Duration PERIOD = Duration.ofHours(1);

  /**
   * The total is approximate; a day that stays short after this many readings is left to the
   * settling job.
   */
  private static final int MAXIMUM_REREADS = 3;

  private final String orgId;
  private final OrgIdentity identity;
  private final ConversationDetailsQuery query;
  private final ProofStore proofs;
  private final ConversationProofs making;
  private final CheckpointStore checkpoints;
  private final ReadPlan plan;
  private final Clock clock;
  private final ProgressJson json = new ProgressJson();

  public ConversationCountsDataset(
      OrgParts org,
      ConversationDetailsQuery query,
      ProofStore proofs,
      ConversationProofs making,
      ReadPlan plan) {
    this.orgId = org.orgId();
    this.identity = org.identity();
    this.query = query;
    this.proofs = proofs;
    this.making = making;
    this.checkpoints = org.checkpoints();
    this.plan = plan;
    this.clock = org.clock();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isDue(Instant now) {
    return stored().map(state -> !now.isBefore(state.countedAt().plus(PERIOD))).orElse(true);
  }

  @Override
  public DatasetReport run(DatasetRun run) {
    JsonState progressState = ConversationStates.progress(checkpoints, orgId);
    Optional<ConversationProgress> progress =
        progressState.read().map(stored -> json.read(progressState.key(), stored));
    if (progress.isEmpty() || !progress.get().isComplete()) {
      return DatasetReport.incomplete(NAME, "conversations are still being read");
    }
    JsonState countState = ConversationStates.counted(checkpoints, orgId);
    CountState lastRound =
        countState
            .read()
            .map(stored -> CountState.parse(countState.key(), stored))
            .orElse(CountState.NEVER);
    Map<LocalDate, Integer> shortNow = new HashMap<>();
    List<LocalDate> reread = new ArrayList<>();
    long changed = 0;
    List<LocalDate> days = days(progress.get());
    try {
      identity.require(run.deadline());
      for (LocalDate day : days) {
        Optional<PartitionProof> before =
            DayProofs.of(proofs.read(orgId, day)).of(ConversationsTable.TABLE);
        PartitionProof proof;
        if (before.isPresent() && isCounted(before.get(), lastRound)) {
          proof = before.get();
        } else {
          proof = count(day, progress.get().readUpTo(), before, run);
          changed++;
        }
        if (isShort(proof)) {
          Integer rereads = lastRound.shortDays().get(day);
          boolean again = rereads != null && rereads < MAXIMUM_REREADS;
          if (again) {
            reread.add(day);
          }
          shortNow.put(day, rereads == null ? 0 : again ? rereads + 1 : rereads);
        }
      }
    } catch (GenesysException failure) {
      return stopped(failure, changed);
    }
    if (!reread.isEmpty()) {
      progressState.write(json.write(progress.get().withDays(reread)));
    }
    countState.write(new CountState(clock.instant(), shortNow).toJson());
    return report(days.size(), changed, shortNow);
  }

  /**
   * Whether the day was counted in this round already: a round that was interrupted goes on where
   * it stopped.
   */
  private static boolean isCounted(PartitionProof proof, CountState lastRound) {
    Instant countedAt = proof.queryCountedAt();
    return countedAt != null && countedAt.isAfter(lastRound.countedAt());
  }

  private PartitionProof count(
      LocalDate day, Instant readUpTo, Optional<PartitionProof> before, DatasetRun run) {
    Deadline deadline = run.deadline();
    long ended = query.count(window(day, ConversationState.ENDED), deadline);
    long open = query.count(window(day, ConversationState.OPEN), deadline);
    PartitionProof proof = making.counted(day, ended, open, readUpTo, before);
    proofs.write(orgId, day, List.of(proof), run.fence());
    return proof;
  }

  private static boolean isShort(PartitionProof proof) {
    Long hits = proof.queryTotalHits();
    return hits != null && proof.units() + proof.quarantined() < hits;
  }

  /** The days a query still looks back to, and older ones that were never counted. */
  private List<LocalDate> days(ConversationProgress progress) {
    LocalDate today = LocalDate.ofInstant(progress.readUpTo(), ZoneOffset.UTC);
    LocalDate first =
        LocalDate.ofInstant(progress.readUpTo().minus(plan.lookback()), ZoneOffset.UTC);
    TreeSet<LocalDate> days = new TreeSet<>(first.datesUntil(today.plusDays(1)).toList());
    proofs.read(orgId).stream()
        .filter(proof -> proof.tableName().equals(ConversationsTable.TABLE.name()))
        .filter(proof -> proof.queryCountedAt() == null)
        .map(PartitionProof::day)
        .forEach(days::add);
    return List.copyOf(days);
  }

  private static DetailsWindow window(LocalDate day, ConversationState state) {
    return StartDayWindow.of(day, DetailsOrder.CONVERSATION_START_ASCENDING, state);
  }

  private static DatasetReport stopped(GenesysException failure, long changed) {
    return new DatasetReport(
        NAME,
        failure.kind().isPause() ? DatasetStatus.INCOMPLETE : DatasetStatus.FAILED,
        changed,
        changed,
        0,
        changed,
        Optional.empty(),
        0,
        0,
        Optional.of(String.valueOf(failure.getMessage())));
  }

  private DatasetReport report(int counted, long changed, Map<LocalDate, Integer> shortDays) {
    Optional<String> message =
        shortDays.isEmpty()
            ? Optional.empty()
            : Optional.of(
                "days that hold fewer conversations than the API counts: "
                    + new TreeSet<>(shortDays.keySet()));
    return new DatasetReport(
        NAME,
        DatasetStatus.COMPLETED,
        counted,
        counted,
        0,
        changed,
        Optional.of(clock.instant()),
        0,
        0,
        message);
  }

  private Optional<CountState> stored() {
    JsonState state = ConversationStates.counted(checkpoints, orgId);
    return state.read().map(json -> CountState.parse(state.key(), json));
  }
}
