package com.spokefleet.genesys.edge;

import com.spokefleet.normalize.edge.EdgeMeasurement;

/** One element of an answer with measurements. */
public sealed interface EdgeRecord {
  /**
   * @param unknownFields how many of its fields this program has never heard of
   * @param json all of it, written anew
   */
  record Decoded(EdgeMeasurement measurement, int unknownFields, String json)
      implements EdgeRecord {}

  /**
   * A record that is JSON but no measurement.
   *
   * @param raw all of it as JSON, written anew
   * @param reason names the field at fault, never its value
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Poison(byte[] raw, String reason) implements EdgeRecord {
    @Override
    public String toString() {
      return "Poison[" + raw.length + " bytes, reason=" + reason + "]";
    }
  }
}
