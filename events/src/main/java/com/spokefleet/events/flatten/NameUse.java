package com.spokefleet.events.flatten;

/** Whether a name of the flat event is taken in the record that is being written. */
final class NameUse {
  private int record;
  private int number = 1;

  /** Takes the name; false if this record has it already. */
  boolean take(int ofRecord) {
    if (record == ofRecord) {
      return false;
    }
    record = ofRecord;
    number = 1;
    return true;
  }

  /** The next number to try behind a name that is taken, from 2 on. */
  int next() {
    return ++number;
  }

  /** Nobody has the name after all. */
  void release() {
    record = 0;
  }
}
