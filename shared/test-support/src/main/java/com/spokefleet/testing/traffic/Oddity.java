package com.spokefleet.testing.traffic;

import com.spokefleet.testing.org.DataOddities;

/** What is odd about a record, for ever. */
public enum Oddity {
  NONE,
  /** A text where the list of participants should be. */
  POISON_WRONG_TYPE,
  /** Null where a participant should be. */
  POISON_NULL_OBJECT,
  /** A start without a zone. */
  POISON_ZONELESS_TIMESTAMP,
  /** NUL characters inside the start. */
  POISON_NUL_CHARACTERS,
  UNKNOWN_FIELDS,
  UNKNOWN_VALUES;

  private static final int POISON_KINDS = 4;

  public boolean isPoison() {
    return switch (this) {
      case POISON_WRONG_TYPE,
          POISON_NULL_OBJECT,
          POISON_ZONELESS_TIMESTAMP,
          POISON_NUL_CHARACTERS ->
          true;
      case NONE, UNKNOWN_FIELDS, UNKNOWN_VALUES -> false;
    };
  }

  static Oddity draw(DataOddities oddities, long seed) {
    long drawn = Long.remainderUnsigned(Dice.mix(seed, 0x0DD, 0), 1_000);
    if (drawn < oddities.poisonPerThousand()) {
      return values()[1 + (int) Long.remainderUnsigned(seed, POISON_KINDS)];
    }
    drawn -= oddities.poisonPerThousand();
    if (drawn < oddities.unknownFieldsPerThousand()) {
      return UNKNOWN_FIELDS;
    }
    drawn -= oddities.unknownFieldsPerThousand();
    return drawn < oddities.unknownValuesPerThousand() ? UNKNOWN_VALUES : NONE;
  }
}
