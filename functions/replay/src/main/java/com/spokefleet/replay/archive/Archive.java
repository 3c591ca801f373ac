package com.spokefleet.replay.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An archive of events on a bus, and the replays EventBridge makes from it. */
public interface Archive {
  /** Its name, unique in the account and region. */
  String name();

  Optional<ReplayState> describe(String replay);

  /** Starts a replay to these rules, or to all; nothing happens if there is one of this name. */
  void start(String replay, Instant from, Instant to, List<String> ruleArns);
}
