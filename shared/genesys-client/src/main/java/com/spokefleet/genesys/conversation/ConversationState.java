package com.spokefleet.genesys.conversation;

/** Which conversations a details query admits, by whether they have an end. */
public enum ConversationState {
  ENDED,
  OPEN,
  ANY
}
