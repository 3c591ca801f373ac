package com.spokefleet.ingest.closure;

import java.time.Instant;
import java.util.UUID;

/**
 * What one message of the queue says.
 *
 * <p>Nothing of an event but these values is kept, for its body holds personal data.
 */
sealed interface EndEvent {
  /** A leg ended after which the conversation may be over. */
  record Ended(UUID conversationId, Instant at) implements EndEvent {}

  /** A leg ended by handing the conversation on, which is therefore not over. */
  record GoesOn() implements EndEvent {}

  /** An event of another kind, which no rule of ours should have let pass. */
  record NoEnd() implements EndEvent {}

  /** An event of another org. */
  record OtherOrg() implements EndEvent {}

  /**
   * Not an event that can be read.
   *
   * @param reason names what is wrong, never a value
   */
  record Malformed(String reason) implements EndEvent {}
}
