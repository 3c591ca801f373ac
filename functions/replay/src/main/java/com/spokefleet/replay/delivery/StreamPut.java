package com.spokefleet.replay.delivery;

import java.util.List;
import java.util.Optional;

/** Puts a batch on a delivery stream, once. */
@FunctionalInterface
public interface StreamPut {
  /**
   * For each record, in order, the error by which it was refused; empty means it is in the stream.
   *
   * @throws com.spokefleet.telemetry.SpokefleetException if the whole call failed; {@code
   *     UNKNOWN_OUTCOME} says that the records may be in the stream
   */
  List<Optional<String>> put(List<byte[]> records);
}
