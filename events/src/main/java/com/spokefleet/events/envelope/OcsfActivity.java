package com.spokefleet.events.envelope;

import com.spokefleet.events.json.JsonBytes;
import java.util.Arrays;

/** An activity of a class, as events tell it: the members that say what kind of event it is. */
final class OcsfActivity {
  /** The activity of every class that is called as the source calls it. */
  static final int OTHER = 99;

  static final int UNKNOWN = 0;

  /** Everything we pass on is information; what is worth an alert is for detections to say. */
  private static final int INFORMATIONAL = 1;

  private final OcsfClass ocsfClass;
  private final int id;
  private final byte[] members;

  OcsfActivity(OcsfClass ocsfClass, int id, String caption) {
    this.ocsfClass = ocsfClass;
    this.id = id;
    this.members = members(ocsfClass, id, caption);
  }

  OcsfClass ocsfClass() {
    return ocsfClass;
  }

  /** Whether its name is still to be written, since it is the source's. */
  boolean isOther() {
    return id == OTHER;
  }

  /** Of User Access Management: whether privileges are assigned, or else revoked. */
  boolean assigns() {
    return id == 1;
  }

  /** Writes the members, of another activity without {@code activity_name}. */
  void write(JsonBytes out) {
    out.put(members);
  }

  private static byte[] members(OcsfClass ocsfClass, int id, String caption) {
    JsonBytes out = new JsonBytes(256);
    out.ascii(",\"class_uid\":");
    out.number(ocsfClass.uid());
    out.ascii(",\"class_name\":");
    out.string(ocsfClass.caption());
    out.ascii(",\"category_uid\":");
    out.number(ocsfClass.category());
    out.ascii(",\"activity_id\":");
    out.number(id);
    out.ascii(",\"type_uid\":");
    out.number(ocsfClass.uid() * 100L + id);
    out.ascii(",\"severity_id\":");
    out.number(INFORMATIONAL);
    if (id != OTHER) {
      out.ascii(",\"activity_name\":");
      out.string(caption);
    }
    return Arrays.copyOf(out.array(), out.length());
  }
}
