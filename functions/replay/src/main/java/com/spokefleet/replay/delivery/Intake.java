package com.spokefleet.replay.delivery;

import com.spokefleet.replay.record.Outgoing;
import java.util.List;

/** How one kind of SIEM takes records over HTTP. */
interface Intake {
  ChunkLimits limits();

  /** Sends the chunk in one body, once, and waits until its fate is known. */
  Verdict send(List<Outgoing> chunk);
}
