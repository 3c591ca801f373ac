package com.spokefleet.testing.stream.bus;

import java.util.ArrayList;
import java.util.List;

/** A queue of events that could not be delivered; they stay until somebody deletes them. */
public final class DeadLetterQueue {
  private final List<DeadLetter> messages = new ArrayList<>();

  public synchronized void send(DeadLetter message) {
    messages.add(message);
  }

  public synchronized List<DeadLetter> messages() {
    return List.copyOf(messages);
  }

  /** Deletes a message, as a consumer does that is through with it. */
  public synchronized void delete(DeadLetter message) {
    messages.remove(message);
  }
}
