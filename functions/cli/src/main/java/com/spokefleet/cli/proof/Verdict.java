package com.spokefleet.cli.proof;

import com.spokefleet.cli.terminal.Format;
import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.ComparisonOutcome;
import com.spokefleet.lake.proof.ComparisonReason;
import com.spokefleet.lake.proof.ProofStatus;
import java.util.List;
import java.util.Optional;

/**
 * What a day's line ends with. Days in a row with the same verdict share a line, whatever their
 * counts are.
 *
 * @param isProblem whether it makes the report unsound
 */
record Verdict(
    DayState state,
    Optional<ProofStatus> status,
    Optional<ComparisonOutcome> outcome,
    ComparisonReason reason,
    String defect,
    boolean isProblem) {

  static Verdict of(DayProof day) {
    Optional<Comparison> comparison = day.comparison();
    return new Verdict(
        day.state(),
        day.proof().map(proof -> proof.status()),
        comparison.map(Comparison::outcome),
        comparison.map(Comparison::reason).orElse(ComparisonReason.NONE),
        day.defect(),
        day.state().isProblem() || day.settledDifference() > 0);
  }

  String statusText() {
    return status.map(ProofStatus::label).orElse(Format.UNKNOWN);
  }

  String text(List<DayProof> days) {
    String mark = isProblem ? "✗ " : "";
    return switch (state) {
      case MISSING -> mark + "missing: nobody knows";
      case UNPROVEN -> mark + "rows without a proof";
      case DAMAGED -> mark + defect;
      case PROVEN -> mark + outcome.map(found -> text(found, days)).orElse("");
    };
  }

  private String text(ComparisonOutcome found, List<DayProof> days) {
    long difference =
        days.stream()
            .flatMap(day -> day.comparison().stream())
            .mapToLong(Comparison::difference)
            .sum();
    String amount = Format.count(difference);
    String said =
        switch (found) {
          case AGREES -> "agrees";
          case LAKE_SHORT -> "−" + amount;
          case LAKE_OVER -> "+" + amount;
          case JOB_SHORT -> "job −" + amount;
          case NOT_COMPARABLE -> "";
        };
    String because = because();
    return said.isEmpty() || because.isEmpty() ? said + because : said + ", " + because;
  }

  private String because() {
    return switch (reason) {
      case NONE -> "";
      case DAY_NOT_OVER -> "day not over";
      case OPEN_CONVERSATIONS -> "still open";
      case QUARANTINED_RECORDS -> "quarantine";
      case NOT_COUNTED -> "not counted";
      case COUNTED_EARLIER -> "came later";
      case BEFORE_HISTORY -> "began before";
      case FILTERED -> "filtered";
    };
  }
}
