package com.spokefleet.replay.delivery;

import com.spokefleet.replay.record.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A SIEM behind HTTP. A body it refuses is cut in two until the record that spoils it stands alone;
 * a busy SIEM is asked again with back-off; what may have arrived is not sent again.
 */
public final class IntakeTarget implements Target {
  /** So many chunks in a row without a clear answer, and nobody is there. */
  private static final int SILENCES = 3;

  private final String name;
  private final Intake intake;
  private final Retry retry;
  private int silences;

  public IntakeTarget(String name, Intake intake, Retry retry) {
    this.name = name;
    this.intake = intake;
    this.retry = retry;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ChunkLimits limits() {
    return intake.limits();
  }

  @Override
  public Receipt send(List<Outgoing> chunk) {
    Receipt receipt = post(chunk);
    boolean silent =
        receipt.outcomes().stream().allMatch(one -> one.kind() == Outcome.Kind.UNKNOWN);
    silences = silent ? silences + 1 : 0;
    if (silences < SILENCES || receipt.stop().isPresent()) {
      return receipt;
    }
    return new Receipt(receipt.outcomes(), Optional.of(receipt.outcomes().getFirst().reason()));
  }

  private Receipt post(List<Outgoing> chunk) {
    int records = chunk.size();
    for (int attempt = 1; ; attempt++) {
      Verdict verdict = intake.send(chunk);
      switch (verdict) {
        case Verdict.Accepted accepted -> {
          return Receipt.all(records, Outcome.SENT);
        }
        case Verdict.Doubtful(String reason) -> {
          return Receipt.all(records, new Outcome(Outcome.Kind.UNKNOWN, cannot(reason)));
        }
        case Verdict.Unusable(Outcome.Kind kind, String reason) -> {
          return Receipt.stopped(records, kind, cannot(reason));
        }
        case Verdict.Refused(String reason) -> {
          return records == 1
              ? Receipt.all(1, new Outcome(Outcome.Kind.REFUSED, cannot(reason)))
              : halves(chunk);
        }
        case Verdict.Busy(String reason) -> {
          if (!retry.pauseAfter(attempt)) {
            return Receipt.stopped(records, Outcome.Kind.NOT_SENT, cannot(reason));
          }
        }
      }
    }
  }

  private Receipt halves(List<Outgoing> chunk) {
    int middle = chunk.size() / 2;
    Receipt left = post(chunk.subList(0, middle));
    List<Outgoing> rest = chunk.subList(middle, chunk.size());
    Receipt right =
        left.stop()
            .map(reason -> Receipt.stopped(rest.size(), Outcome.Kind.NOT_SENT, reason))
            .orElseGet(() -> post(rest));
    List<Outcome> outcomes = new ArrayList<>(left.outcomes());
    outcomes.addAll(right.outcomes());
    return new Receipt(outcomes, right.stop());
  }

  private String cannot(String reason) {
    return "Cannot deliver to " + name + ": " + reason;
  }
}
