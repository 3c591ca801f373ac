package com.spokefleet.ingest.conversation;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Finds the days that want a re-reading beyond what the schedule knows of: days of the past that
 * were never settled, that changed after their last re-reading, that were read under another
 * filter, and those that the query cannot page through.
 */
record SettleSurvey(QueryFilter filter, ConversationProgress details) {
  SettleProgress of(SettleProgress progress, List<PartitionProof> conversations) {
    SettleProgress more = progress;
    for (LocalDate day : details.unreachableDays()) {
      if (!more.again().containsKey(day)) {
        more = more.withAgain(day, Instant.EPOCH);
      }
    }
    for (PartitionProof proof : conversations) {
      LocalDate day = proof.day();
      if (!proof.filterHash().equals(filter.hash()) && proof.units() > 0) {
        more = more.again().containsKey(day) ? more : more.withAgain(day, Instant.EPOCH);
      } else if (proof.status() == ProofStatus.PROVISIONAL && !more.isAhead(day)) {
        boolean neverSettled = proof.jobCount() == null;
        more = neverSettled ? more.withPast(day) : more.withAgain(day, proof.provedAt());
      }
    }
    return more;
  }
}
