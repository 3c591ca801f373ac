package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.privacy.Treatment;
import java.nio.charset.StandardCharsets;

/** A field of the flat event: its name, ready to be written, and how its value is treated. */
final class FieldName {
  private final String text;
  private final byte[] key;
  private final Treatment treatment;
  private int record;
  private int times;

  FieldName(String text, Treatment treatment) {
    this.text = text;
    this.key = (",\"" + text + "\":").getBytes(StandardCharsets.UTF_8);
    this.treatment = treatment;
  }

  String text() {
    return text;
  }

  Treatment treatment() {
    return treatment;
  }

  /**
   * Writes the comma, the name and the colon. A name that this record already has gets a number
   * behind it, so that two values never answer to one name and neither is lost.
   */
  void write(int ofRecord, JsonBytes out) {
    if (record != ofRecord) {
      record = ofRecord;
      times = 1;
      out.put(key);
      return;
    }
    times++;
    out.put(key, 0, key.length - 2);
    out.put('_');
    out.number(times);
    out.put('"');
    out.put(':');
  }

  /** The name was written last, and is cut off again. */
  void takeBack() {
    times--;
    if (times == 0) {
      record = 0;
    }
  }
}
