package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.json.JsonBytes;

/**
 * What a destination wants around the flat fields. The fields are written between {@link #begin}
 * and {@link #end}, so begin leaves an object open that has a member already.
 */
public interface Envelope {
  void begin(JsonBytes out);

  /** Adds what the destination wants to know apart, and closes whatever is open. */
  void end(JsonBytes out, FlatEvent event);
}
