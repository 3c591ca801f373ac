package com.spokefleet.ingest;

import com.spokefleet.telemetry.FailureKind;
import com.spokefleet.telemetry.SpokefleetException;

/** What failures are called in metrics and in the log: by their kind, if they have one. */
public final class FailureReason {
  /** A part of a dataset could not be read, for reasons that the message tells. */
  public static final String PARTLY = "PARTLY";

  /** A fault of ours. */
  public static final String DEFECT = "DEFECT";

  private FailureReason() {}

  public static String of(FailureKind kind) {
    return kind.name();
  }

  /** Of whatever was thrown. */
  public static String of(RuntimeException failure) {
    return failure instanceof SpokefleetException known ? of(known.kind()) : DEFECT;
  }
}
