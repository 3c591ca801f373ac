package com.spokefleet.replay.deadletter;

import java.util.List;
import java.util.Set;

/** A dead-letter queue. What is received stays in it, hidden for a while, until it is deleted. */
public interface DeadLetters {
  /** Some messages; none if there are none for now. */
  List<DeadLetter> receive();

  /** Deletes messages by their receipts; returns the receipts that were not accepted. */
  Set<String> delete(List<String> receipts);
}
