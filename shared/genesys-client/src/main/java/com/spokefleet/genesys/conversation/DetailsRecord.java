package com.spokefleet.genesys.conversation;

import com.spokefleet.normalize.conversation.Conversation;

/** One element of a details page. */
public sealed interface DetailsRecord {
  record Decoded(Conversation conversation) implements DetailsRecord {}

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
