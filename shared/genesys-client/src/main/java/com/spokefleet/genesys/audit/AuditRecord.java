package com.spokefleet.genesys.audit;

import com.spokefleet.normalize.audit.Audit;

/** One element of a result. */
public sealed interface AuditRecord {
  /**
   * @param unknownFields how many of its fields this program has never heard of
   */
  record Decoded(Audit audit, int unknownFields) implements AuditRecord {}

  /**
   * A record that is JSON but no audit.
   *
   * @param raw all of it as JSON, written anew; may hold personal data
   * @param reason names the field at fault, never its value
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Poison(byte[] raw, String reason) implements AuditRecord {
    @Override
    public String toString() {
      return "Poison[" + raw.length + " bytes, reason=" + reason + "]";
    }
  }
}
