package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonKind;
import com.spokefleet.events.json.JsonScanner;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.json.MalformedJsonException;
import com.spokefleet.events.privacy.Treatment;

/**
 * What an audit says was changed, in four arrays: {@code changed_properties} by name, {@code
 * changes} to be read ({@code scopes: users -> users|authorization}), and {@code old_values} and
 * {@code new_values} to be filtered on, one {@code property=value} each. Either kind of value may
 * be missing.
 */
final class PropertyChanges {
  private final JsonScanner scanner;
  private final FieldWriter writer;
  private final Captured captured;
  private final JsonBytes properties = new JsonBytes(256);
  private final JsonBytes changes = new JsonBytes(512);
  private final JsonBytes oldValues = new JsonBytes(512);
  private final JsonBytes newValues = new JsonBytes(512);
  private final JsonBytes before = new JsonBytes(256);
  private final JsonBytes after = new JsonBytes(256);

  PropertyChanges(JsonScanner scanner, FieldWriter writer, Captured captured) {
    this.scanner = scanner;
    this.writer = writer;
    this.captured = captured;
  }

  /** Takes the array that comes next; false, with nothing written, if it is not of this form. */
  boolean write(FieldTree tree, byte[] in) throws MalformedJsonException, BadRecordException {
    properties.truncate(0);
    changes.truncate(0);
    oldValues.truncate(0);
    newValues.truncate(0);
    FieldName shown = tree.name("changes");
    scanner.beginArray();
    boolean first = true;
    while (scanner.nextElement(first)) {
      first = false;
      if (scanner.kind() != JsonKind.OBJECT || !change(in, shown)) {
        return false;
      }
    }
    list(tree.name("changed_properties"), Role.CHANGED_PROPERTIES, properties);
    list(shown, Role.NONE, changes);
    list(tree.name("old_values"), Role.OLD_VALUES, oldValues);
    list(tree.name("new_values"), Role.NEW_VALUES, newValues);
    return true;
  }

  private boolean change(byte[] in, FieldName shown) throws MalformedJsonException {
    int propertyFrom = 0;
    int propertyTo = -1;
    int oldFrom = -1;
    int newFrom = -1;
    scanner.beginObject();
    boolean first = true;
    while (scanner.nextMember(first)) {
      first = false;
      int from = scanner.start();
      int to = scanner.end();
      JsonKind kind = scanner.kind();
      int value = scanner.position();
      if (JsonStrings.are(in, from, to, "property") && kind == JsonKind.STRING && propertyTo < 0) {
        scanner.string();
        propertyFrom = scanner.start();
        propertyTo = scanner.end();
      } else if (JsonStrings.are(in, from, to, "oldValues")
          && kind == JsonKind.ARRAY
          && oldFrom < 0) {
        scanner.skip();
        oldFrom = value;
      } else if (JsonStrings.are(in, from, to, "newValues")
          && kind == JsonKind.ARRAY
          && newFrom < 0) {
        scanner.skip();
        newFrom = value;
      } else if (kind == JsonKind.NULL) {
        scanner.scalar();
      } else {
        return false;
      }
    }
    if (propertyTo < 0) {
      return false;
    }
    int end = scanner.position();
    values(in, shown, propertyFrom, propertyTo, oldFrom, before, oldValues);
    values(in, shown, propertyFrom, propertyTo, newFrom, after, newValues);
    scanner.seek(end);
    separate(properties);
    quoted(properties, in, propertyFrom, propertyTo);
    separate(changes);
    changes.put('"');
    changes.put(in, propertyFrom, propertyTo);
    changes.ascii(": ");
    changes.put(before.array(), 0, before.length());
    changes.ascii(" -> ");
    changes.put(after.array(), 0, after.length());
    changes.put('"');
    return true;
  }

  /** Collects the values at a place, joined for reading and each by itself for filtering. */
  private void values(
      byte[] in,
      FieldName shown,
      int propertyFrom,
      int propertyTo,
      int at,
      JsonBytes joined,
      JsonBytes each)
      throws MalformedJsonException {
    joined.truncate(0);
    if (at < 0) {
      return;
    }
    scanner.seek(at);
    scanner.beginArray();
    boolean first = true;
    while (scanner.nextElement(first)) {
      if (!first) {
        joined.put('|');
      }
      first = false;
      int begin = joined.length();
      if (scanner.kind() == JsonKind.STRING) {
        scanner.string();
        writer.inside(joined, shown, in, scanner.start(), scanner.end());
      } else {
        scanner.skip();
        joined.escape(in, scanner.start(), scanner.end());
      }
      separate(each);
      each.put('"');
      each.put(in, propertyFrom, propertyTo);
      each.put('=');
      each.put(joined.array(), begin, joined.length());
      each.put('"');
    }
  }

  /** Hashes of whole sentences help nobody: what may not be told is left out. */
  private void list(FieldName name, Role role, JsonBytes values) throws BadRecordException {
    if (values.length() == 0) {
      return;
    }
    if (name.treatment() != Treatment.KEEP) {
      writer.remove(name);
      return;
    }
    if (writer.name(name)) {
      JsonBytes out = writer.out();
      int begin = out.length();
      out.put('[');
      out.put(values.array(), 0, values.length());
      out.put(']');
      if (role != Role.NONE) {
        captured.put(role, begin, out.length());
      }
    }
  }

  private static void separate(JsonBytes list) {
    if (list.length() > 0) {
      list.put(',');
    }
  }

  private static void quoted(JsonBytes list, byte[] in, int from, int to) {
    list.put('"');
    list.put(in, from, to);
    list.put('"');
  }
}
