package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.JsonBytes;
import java.util.List;

/** Fields within texts of an envelope. */
final class FieldText {
  private FieldText() {}

  /** Writes the first of these that the event has; {@code unknown} if it has none. */
  static void first(JsonBytes out, FlatEvent event, List<Role> roles) {
    // By index: an iterator for each event adds up.
    for (int at = 0; at < roles.size(); at++) {
      Role role = roles.get(at);
      if (event.has(role)) {
        event.copy(role, out);
        return;
      }
    }
    out.ascii("unknown");
  }

  /** Writes the field with what stands around it; nothing if the event has none. */
  static void optional(JsonBytes out, String before, FlatEvent event, Role role, String after) {
    if (event.has(role)) {
      out.ascii(before);
      event.copy(role, out);
      out.ascii(after);
    }
  }
}
