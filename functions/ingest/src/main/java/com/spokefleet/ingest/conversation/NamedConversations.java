package com.spokefleet.ingest.conversation;

import com.spokefleet.genesys.conversation.AdmittedConversations;
import com.spokefleet.genesys.conversation.ConversationDetailsById;
import com.spokefleet.genesys.conversation.DetailsPage;
import com.spokefleet.genesys.conversation.DetailsRecord;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.ingest.JsonState;
import com.spokefleet.ingest.OrgIdentity;
import com.spokefleet.ingest.OrgParts;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.telemetry.Dimensions;
import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.Metrics;
import com.spokefleet.telemetry.SpokefleetException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads conversations by id and lands those that have ended, the way a tick lands them. The
 * progress stays where it is: what a tick owes it still owes, and reads the same rows again.
 */
public final class NamedConversations {
  /** As metrics and errors name it. */
  public static final String NAME = "closure";

  private final String orgId;
  private final OrgIdentity identity;
  private final CheckpointStore checkpoints;
  private final AdmittedConversations admitted;
  private final ConversationDetailsById details;
  private final ConversationBuffers buffers;
  private final ConversationLanding landing;
  private final int idsPerRequest;
  private final Metrics metrics;
  private final Dimensions dimensions;
  private final Clock clock;
  private final ProgressJson json = new ProgressJson();

  /**
   * @param idsPerRequest how many conversations are asked for at once; with more than one, what
   *     only single conversations tell (participant attributes) is left to the settling jobs
   */
  public NamedConversations(
      OrgParts org,
      AdmittedConversations admitted,
      ConversationDetailsById details,
      ConversationBuffers buffers,
      ConversationLanding landing,
      int idsPerRequest) {
    this.orgId = org.orgId();
    this.identity = org.identity();
    this.checkpoints = org.checkpoints();
    this.admitted = admitted;
    this.details = details;
    this.buffers = buffers;
    this.landing = landing;
    this.idsPerRequest = idsPerRequest;
    this.metrics = org.metrics();
    this.dimensions = Dimensions.org(org.spoke().name()).dataset(NAME);
    this.clock = org.clock();
  }

  /** What became of one conversation. */
  public enum Outcome {
    /** In the lake, or, ended but unusable, in quarantine. */
    LANDED,
    /**
     * Genesys says it has not ended, or does not know it: analytics lag behind events. Also one
     * that the org's filter does not admit.
     */
    OPEN,
    /** Nobody can read the record. A tick puts it into quarantine once it has ended. */
    UNREADABLE,
    /** The rate limit or the time ran out before it was read. */
    PAUSED,
    FAILED
  }

  /**
   * What became of every conversation asked for.
   *
   * @param problem what went wrong, if anything did
   */
  public record Landed(Map<UUID, Outcome> outcomes, Optional<String> problem) {}

  /**
   * Reads until the deadline, then lands what was read. A failed reading is an outcome; a failed
   * landing is thrown, for then nothing is known to be in the lake.
   */
  public Landed land(List<UUID> ids, Deadline readUntil, Fence fence) {
    Map<UUID, Outcome> outcomes = new LinkedHashMap<>();
    JsonState state = ConversationStates.progress(checkpoints, orgId);
    Optional<ConversationProgress> progress =
        state.read().map(stored -> json.read(state.key(), stored));
    if (progress.isEmpty()) {
      // Before the first tick nobody can say how far a day is complete, which its proof must tell.
      ids.forEach(id -> outcomes.put(id, Outcome.PAUSED));
      return new Landed(outcomes, Optional.empty());
    }
    identity.require(readUntil);
    List<DetailsPage> pages = new ArrayList<>();
    Optional<String> problem = read(ids, pages, outcomes, readUntil);
    ReadCounts counts = new ReadCounts();
    // Genesys' models disagree on whether readings by id carry attributes. Where a record has none
    // of the wanted ones, those that a job brought stay.
    land(only(pages, true), buffers.openWithAttributes(counts), progress.get(), counts, fence);
    land(only(pages, false), buffers.open(counts), progress.get(), counts, fence);
    DetailsMetrics.record(counts, metrics, dimensions);
    return new Landed(outcomes, problem);
  }

  private void land(
      List<DetailsPage> pages,
      ConversationBuffer opened,
      ConversationProgress progress,
      ReadCounts counts,
      Fence fence) {
    try (ConversationBuffer buffer = opened) {
      pages.forEach(buffer::add);
      landing.land(buffer, progress, counts, fence);
    }
  }

  /** The pages' records with, or those without, any participant attribute that is to be stored. */
  private static List<DetailsPage> only(List<DetailsPage> pages, boolean withAttributes) {
    return pages.stream()
        .map(
            page ->
                new DetailsPage(
                    page.totalHits(),
                    page.listed(),
                    page.records().stream()
                        .filter(record -> hasAttributes(record) == withAttributes)
                        .toList(),
                    withAttributes ? Map.of() : page.unknownFields()))
        .toList();
  }

  private static boolean hasAttributes(DetailsRecord record) {
    return switch (record) {
      case DetailsRecord.Decoded decoded ->
          decoded.conversation().participants().stream()
              .anyMatch(participant -> !participant.attributes().isEmpty());
      case DetailsRecord.Poison _ -> false;
    };
  }

  private Optional<String> read(
      List<UUID> ids, List<DetailsPage> pages, Map<UUID, Outcome> outcomes, Deadline readUntil) {
    List<String> problems = new ArrayList<>();
    Outcome ofTheRest = Outcome.FAILED;
    boolean stopped = false;
    List<UUID> wanted = new ArrayList<>(ids);
    try {
      Set<UUID> known = admitted.among(ids, clock.instant(), readUntil);
      wanted.retainAll(known);
      ids.stream().filter(id -> !known.contains(id)).forEach(id -> outcomes.put(id, Outcome.OPEN));
    } catch (SpokefleetException failure) {
      stopped = true;
      ofTheRest = failure.kind().isPause() ? Outcome.PAUSED : Outcome.FAILED;
      if (!failure.kind().isPause()) {
        problems.add(String.valueOf(failure.getMessage()));
      }
    }
    for (int first = 0; first < wanted.size() && !stopped; first += idsPerRequest) {
      List<UUID> asked = wanted.subList(first, Math.min(wanted.size(), first + idsPerRequest));
      try {
        pages.add(usable(asked, details.read(asked, readUntil), outcomes));
      } catch (SpokefleetException failure) {
        stopped = concernsAll(failure.kind(), problems.isEmpty());
        ofTheRest = failure.kind().isPause() ? Outcome.PAUSED : Outcome.FAILED;
        if (!failure.kind().isPause()) {
          problems.add(String.valueOf(failure.getMessage()));
        }
        Outcome ofThese = ofTheRest;
        asked.forEach(id -> outcomes.put(id, ofThese));
      }
    }
    Outcome unread = ofTheRest;
    ids.forEach(id -> outcomes.putIfAbsent(id, unread));
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }

  /** As in a tick's reading: a second passing fault is taken for the org being down. */
  private static boolean concernsAll(FailureKind kind, boolean first) {
    return switch (kind) {
      case BAD_DATA -> false;
      case RETRYABLE -> !first;
      case PERMANENT, CONFLICT, UNKNOWN_OUTCOME, THROTTLED, DEADLINE -> true;
    };
  }

  /** The page's records that can be read, which are those of the conversations asked for. */
  private static DetailsPage usable(
      List<UUID> asked, DetailsPage page, Map<UUID, Outcome> outcomes) {
    List<DetailsRecord> readable = new ArrayList<>();
    for (DetailsRecord record : page.records()) {
      switch (record) {
        case DetailsRecord.Decoded decoded -> {
          Conversation conversation = decoded.conversation();
          asked.stream()
              .filter(id -> id.toString().equalsIgnoreCase(conversation.conversationId()))
              .forEach(
                  id -> {
                    readable.add(record);
                    outcomes.put(id, conversation.end() == null ? Outcome.OPEN : Outcome.LANDED);
                  });
        }
        case DetailsRecord.Poison _ -> {
          // It may not have ended, and then it would stand in quarantine once in every form it had.
          if (asked.size() == 1) {
            outcomes.put(asked.getFirst(), Outcome.UNREADABLE);
          }
        }
      }
    }
    asked.forEach(id -> outcomes.putIfAbsent(id, Outcome.OPEN));
    return new DetailsPage(page.totalHits(), page.listed(), readable, page.unknownFields());
  }
}
