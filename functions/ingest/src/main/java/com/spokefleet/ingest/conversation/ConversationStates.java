package com.spokefleet.ingest.conversation;

import com.spokefleet.ingest.JsonState;
import com.spokefleet.lake.store.CheckpointStore;

/** Names of the checkpoints that conversations have, one of each per org. */
final class ConversationStates {
  private ConversationStates() {}

  static JsonState progress(CheckpointStore checkpoints, String orgId) {
    return new JsonState(checkpoints, "conversation-details/" + orgId);
  }

  static JsonState settling(CheckpointStore checkpoints, String orgId) {
    return new JsonState(checkpoints, "conversation-settle/" + orgId);
  }

  static JsonState counted(CheckpointStore checkpoints, String orgId) {
    return new JsonState(checkpoints, "conversation-counts/" + orgId);
  }

  static JsonState backfilling(CheckpointStore checkpoints, String orgId) {
    return new JsonState(checkpoints, "conversation-backfill/" + orgId);
  }

  /** The days that the backfill under way was asked for. */
  static JsonState backfillAsked(CheckpointStore checkpoints, String orgId) {
    return new JsonState(checkpoints, "conversation-backfill-asked/" + orgId);
  }
}
