package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.RawRecord;
import com.spokefleet.normalize.conversation.Conversation;

/** One element of a details page. */
public sealed interface DetailsRecord {
  /**
   * @param raw the record as it came, for whoever finds later that it cannot be used
   */
  record Decoded(Conversation conversation, RawRecord raw) implements DetailsRecord {}

  /**
   * A record that is JSON but not a conversation.
   *
   * @param raw its exact bytes in the page; may hold personal data
   * @param reason names the field at fault, never its value
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Poison(byte[] raw, String reason) implements DetailsRecord {
    @Override
    public String toString() {
      return "Poison[" + raw.length + " bytes, reason=" + reason + "]";
    }
  }
}
