package com.spokefleet.testing.ledger;

import java.time.Instant;
import java.util.function.Consumer;

/** Tells every conversation visible at an instant, open and ended, one after the other. */
@FunctionalInterface
public interface TruthSource {
  void forEach(Instant asOf, Consumer<TrueConversation> consumer);
}
