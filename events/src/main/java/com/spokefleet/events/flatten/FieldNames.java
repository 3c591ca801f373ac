package com.spokefleet.events.flatten;

import java.util.HashMap;
import java.util.Map;

/**
 * Which names the record that is being written has already, so that it has none twice, wherever in
 * the event its fields lie. Names and places that were met are remembered; as names may be data,
 * such as ids, they are forgotten when that gets too much.
 */
final class FieldNames {
  /** What is remembered from record to record. */
  static final int MOST = 16_384;

  /** More places than any event has, empty ones included; its memory is all such a one is after. */
  static final int MOST_OF_A_RECORD = 8_192;

  private final Map<String, NameUse> uses = new HashMap<>();
  private int record;
  private int generation;
  private int places;
  private int before;

  /** Begins the next record. */
  void begin() {
    record++;
    if (places > MOST) {
      uses.clear();
      places = 0;
      generation++;
    }
    before = places;
  }

  /** The record's number, from 1 on. */
  int record() {
    return record;
  }

  /** Changes whenever everything was forgotten, which those who remember have to do as well. */
  int generation() {
    return generation;
  }

  /** Notes that one more place is remembered. */
  void grow() throws BadRecordException {
    places++;
    if (places - before > MOST_OF_A_RECORD) {
      places = MOST + 1;
      throw new BadRecordException(RecordFault.TOO_MANY_FIELDS);
    }
  }

  NameUse use(String text) {
    NameUse known = uses.get(text);
    if (known == null) {
      known = new NameUse();
      uses.put(text, known);
      places++;
    }
    return known;
  }
}
