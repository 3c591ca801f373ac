package com.spokefleet.events.envelope;

import com.spokefleet.events.flatten.FlatEvent;
import com.spokefleet.events.flatten.Role;
import com.spokefleet.events.json.ByteMap;
import com.spokefleet.events.json.JsonBytes;

/** What an audit tells was done, by {@link CimAction}; worked out once for each type and action. */
final class CimActions {
  private static final int MOST_TYPES = 1_024;

  private final MappedValues onAccess =
      new MappedValues(Role.ACTION, action -> CimAction.of(action, true));
  private final MappedValues onOthers =
      new MappedValues(Role.ACTION, action -> CimAction.of(action, false));
  private final ByteMap<MappedValues> byType = new ByteMap<>();

  /** Writes the word, within the quotes of a string. */
  void write(FlatEvent event, JsonBytes out) {
    MappedValues words = event.in(byType, Role.ENTITY_TYPE);
    if (words == null) {
      words = CimAction.isAboutAccess(event.text(Role.ENTITY_TYPE)) ? onAccess : onOthers;
      if (event.has(Role.ENTITY_TYPE) && byType.size() < MOST_TYPES) {
        event.into(byType, Role.ENTITY_TYPE, words);
      }
    }
    words.write(event, out);
  }
}
