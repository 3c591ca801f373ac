package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.privacy.KeyedHash;
import com.spokefleet.events.privacy.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes fields of the flat event: cut where too long, hashed or left out where that is told. */
final class FieldWriter {
  /** Longest string of a field; what is longer costs more than an analyst gets of it. */
  static final int LONGEST_STRING = 16_384;

  /** More fields than any event has; a record with more is not an event, or meant to harm. */
  static final int MOST_FIELDS = 1_000;

  private final FieldNames names;
  private final Optional<KeyedHash> hash;
  private final Captured captured;
  private final List<FieldName> removed = new ArrayList<>();
  private final List<FieldName> cut = new ArrayList<>();
  private JsonBytes out = new JsonBytes(0);
  private int fields;

  FieldWriter(FieldNames names, Optional<KeyedHash> hash, Captured captured) {
    this.names = names;
    this.hash = hash;
    this.captured = captured;
  }

  /** Begins the next record. */
  void begin(JsonBytes target) {
    out = target;
    names.begin();
    fields = 0;
    removed.clear();
    cut.clear();
    captured.clear();
  }

  JsonBytes out() {
    return out;
  }

  /** Writes the name; false if the field is to be left out. */
  boolean name(FieldName name) throws BadRecordException {
    fields++;
    if (fields > MOST_FIELDS) {
      throw new BadRecordException(RecordFault.TOO_MANY_FIELDS);
    }
    if (name.treatment() == Treatment.REMOVE) {
      remove(name);
      return false;
    }
    name.write(names, out);
    return true;
  }

  /** Notes that a field is left out. */
  void remove(FieldName name) {
    if (!removed.contains(name)) {
      removed.add(name);
    }
  }

  /** A string by its bytes between the quotes. */
  void string(FieldName name, Role role, byte[] in, int from, int to) throws BadRecordException {
    if (name(name)) {
      int begin = out.length();
      value(out, name, in, from, to, true);
      if (role != Role.NONE) {
        captured.put(role, begin + 1, out.length() - 1);
      }
    } else if (from < to) {
      captured.withhold(role);
    }
  }

  /** A number, or true or false. */
  void literal(FieldName name, Role role, byte[] in, int from, int to) throws BadRecordException {
    if (name(name)) {
      int begin = out.length();
      value(out, name, in, from, to, false);
      if (role != Role.NONE) {
        captured.put(role, begin, out.length());
      }
    } else {
      captured.withhold(role);
    }
  }

  /**
   * The text of another field, which has the role, as both are treated. Returns where it begins; a
   * negative number if it is left out.
   */
  int copy(FieldName name, FieldName source, Role role) throws BadRecordException {
    if (!name(name)) {
      return -1;
    }
    int begin = out.length() + 1;
    if (name.treatment() == Treatment.HASH && source.treatment() == Treatment.KEEP) {
      hashed(out, JsonStrings.decode(out.array(), captured.from(role), captured.to(role)));
      return begin;
    }
    out.put('"');
    captured.copy(role, out);
    out.put('"');
    if (cut.contains(source)) {
      shorten(name);
    }
    return begin;
  }

  /** That something is so. */
  void yes(FieldName name) throws BadRecordException {
    if (name(name)) {
      out.ascii("true");
    }
  }

  /** A text of our own. */
  void text(FieldName name, String text) throws BadRecordException {
    if (name(name)) {
      out.string(text);
    }
  }

  /** JSON that is not flattened further, as a text. */
  void json(FieldName name, byte[] in, int from, int to) throws BadRecordException {
    if (name(name)) {
      json(out, name, in, from, to);
    }
  }

  void json(JsonBytes target, FieldName name, byte[] in, int from, int to) {
    if (name.treatment() == Treatment.HASH) {
      hashed(target, JsonStrings.decode(in, from, to));
      return;
    }
    target.put('"');
    int end = JsonStrings.cut(in, from, to, LONGEST_STRING);
    target.escape(in, from, end);
    if (end < to) {
      shorten(name);
    }
    target.put('"');
  }

  /** A value without its name, as the field is treated. */
  void value(JsonBytes target, FieldName name, byte[] in, int from, int to, boolean string) {
    if (name.treatment() == Treatment.HASH) {
      hashed(target, JsonStrings.decode(in, from, to));
    } else if (string) {
      target.put('"');
      inside(target, name, in, from, to);
      target.put('"');
    } else {
      target.put(in, from, to);
    }
  }

  /** The bytes of a string, not longer than a field may be. */
  void inside(JsonBytes target, FieldName name, byte[] in, int from, int to) {
    int end = JsonStrings.cut(in, from, to, LONGEST_STRING);
    target.put(in, from, end);
    if (end < to) {
      shorten(name);
    }
  }

  /** Notes that a field's value is not whole. */
  void shorten(FieldName name) {
    if (!cut.contains(name)) {
      cut.add(name);
    }
  }

  /** Writes which fields were left out or cut. */
  void finish() {
    list("redacted", removed);
    list("truncated", cut);
  }

  private void list(String name, List<FieldName> fieldNames) {
    if (fieldNames.isEmpty()) {
      return;
    }
    out.ascii(",\"");
    out.ascii(name);
    out.ascii("\":[");
    for (int at = 0; at < fieldNames.size(); at++) {
      if (at > 0) {
        out.put(',');
      }
      out.string(fieldNames.get(at).text());
    }
    out.put(']');
  }

  private void hashed(JsonBytes target, String text) {
    target.put('"');
    // What is empty tells of nobody, and must not look like somebody.
    if (!text.isEmpty()) {
      hash.orElseThrow().write(text, target);
    }
    target.put('"');
  }
}
