package com.spokefleet.replay.delivery;

import com.spokefleet.replay.record.Outgoing;
import java.util.List;

/**
 * Takes records. Within one call a record whose outcome is unknown is never sent again; whether it
 * is at all is for the caller to say.
 */
public interface Target {
  /** A name for progress and messages that stays the same from run to run. */
  String name();

  ChunkLimits limits();

  /** Sends a chunk within the limits. Does not throw for what the other side says or fails to. */
  Receipt send(List<Outgoing> chunk);
}
