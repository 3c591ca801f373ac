package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.privacy.Treatment;
import java.nio.charset.StandardCharsets;

/** A field of the flat event: its name, ready to be written, and how its value is treated. */
final class FieldName {
  private final String text;
  private final byte[] key;
  private final Treatment treatment;
  private final NameUse use;
  private NameUse last;

  FieldName(String text, Treatment treatment, NameUse use) {
    this.text = text;
    this.key = (",\"" + text + "\":").getBytes(StandardCharsets.UTF_8);
    this.treatment = treatment;
    this.use = use;
    this.last = use;
  }

  String text() {
    return text;
  }

  Treatment treatment() {
    return treatment;
  }

  /**
   * Writes the comma, the name and the colon. A name that this record already has gets a number
   * behind it that no other field has, so that two values never answer to one name and neither is
   * lost.
   */
  void write(FieldNames names, JsonBytes out) {
    last = use;
    if (use.take(names.record())) {
      out.put(key);
      return;
    }
    int number;
    do {
      number = use.next();
      last = names.use(text + "_" + number);
    } while (!last.take(names.record()));
    out.put(key, 0, key.length - 2);
    out.put('_');
    out.number(number);
    out.put('"');
    out.put(':');
  }

  /** The name was written last, and is cut off again. */
  void takeBack() {
    last.release();
  }
}
