package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.ByteMap;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;
import java.util.function.UnaryOperator;

/** A field in other words, which are worked out once for each value it has. */
final class MappedValues {
  private static final int MOST = 1_024;

  private final Role role;
  private final UnaryOperator<String> words;
  private final byte[] absent;
  private final ByteMap<byte[]> known = new ByteMap<>();

  MappedValues(Role role, UnaryOperator<String> words) {
    this.role = role;
    this.words = words;
    this.absent = JsonStrings.encode(words.apply(""));
  }

  /**
   * What an audit says came of it; what says nothing is taken to have succeeded, since only such
   * are known to be published.
   */
  static MappedValues ofOutcome() {
    return new MappedValues(
        Role.STATUS, status -> status.equalsIgnoreCase("FAILURE") ? "failure" : "success");
  }

  /** Writes the words, within the quotes of a string. */
  void write(FlatEvent event, JsonBytes out) {
    if (!event.has(role)) {
      out.put(absent);
      return;
    }
    byte[] written = event.in(known, role);
    if (written == null) {
      written = JsonStrings.encode(words.apply(event.text(role)));
      if (known.size() < MOST) {
        event.into(known, role, written);
      }
    }
    out.put(written);
  }
}
