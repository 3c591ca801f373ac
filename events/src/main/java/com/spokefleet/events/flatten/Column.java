package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;

/** The values that one field has in the objects of an array, null where an object lacks it. */
final class Column {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final FieldName name;
  private final JsonBytes values = new JsonBytes(64);
  private int array;
  private int count;

  Column(FieldName name) {
    this.name = name;
  }

  FieldName name() {
    return name;
  }

  /** Begins anew; false if that was done for this array before. */
  boolean begin(int ofArray) {
    if (array == ofArray) {
      return false;
    }
    array = ofArray;
    count = 0;
    values.truncate(0);
    return true;
  }

  boolean holds(int index) {
    return count > index;
  }

  /** Where the value of this object is to be written. */
  JsonBytes at(int index) {
    pad(index);
    if (count > 0) {
      values.put(',');
    }
    count++;
    return values;
  }

  /** Writes all of them as an array of that many. */
  void write(int elements, JsonBytes out) {
    pad(elements);
    out.put('[');
    out.put(values.array(), 0, values.length());
    out.put(']');
  }

  private void pad(int until) {
    while (count < until) {
      if (count > 0) {
        values.put(',');
      }
      values.put(NULL);
      count++;
    }
  }
}
