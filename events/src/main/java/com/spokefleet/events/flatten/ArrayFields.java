package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonKind;
import com.spokefleet.events.json.JsonScanner;
import com.spokefleet.events.json.MalformedJsonException;
import com.spokefleet.events.privacy.Treatment;
import java.util.ArrayList;
import java.util.List;

/**
 * Flattens arrays so that a SIEM can filter on what is in them: of scalars they stay arrays, of
 * objects they become one array for each field of the objects, all of the same length. Whatever
 * fits neither is kept as a text of JSON.
 */
final class ArrayFields {
  private final JsonScanner scanner;
  private final FieldWriter writer;
  private final Captured captured;
  private final List<Column> columns = new ArrayList<>();
  private int array;

  ArrayFields(JsonScanner scanner, FieldWriter writer, Captured captured) {
    this.scanner = scanner;
    this.writer = writer;
    this.captured = captured;
  }

  /** Takes the array that comes next; an empty one leaves no field. */
  void write(FieldNode node, byte[] in) throws MalformedJsonException, BadRecordException {
    int begin = scanner.position();
    scanner.beginArray();
    if (!scanner.nextElement(true)) {
      return;
    }
    boolean flat =
        switch (scanner.kind()) {
          case OBJECT -> objects(node, in);
          case ARRAY -> false;
          case STRING, NUMBER, BOOLEAN, NULL -> scalars(node, in);
        };
    if (!flat) {
      scanner.seek(begin);
      scanner.skip();
      writer.json(node.name(), in, scanner.start(), scanner.end());
    }
  }

  private boolean scalars(FieldNode node, byte[] in)
      throws MalformedJsonException, BadRecordException {
    JsonBytes out = writer.out();
    int before = out.length();
    boolean kept = writer.name(node.name());
    int begin = out.length();
    out.put('[');
    do {
      JsonKind kind = scanner.kind();
      if (!kind.isScalar()) {
        out.truncate(before);
        if (kept) {
          node.name().takeBack();
        }
        return false;
      }
      take(kind);
      if (kind != JsonKind.NULL) {
        if (out.length() > begin + 1) {
          out.put(',');
        }
        element(out, node, in, kind);
      }
    } while (scanner.nextElement(false));
    out.put(']');
    // An envelope asks for single values, so an array answers to no role.
    if (!kept) {
      out.truncate(before);
    }
    return true;
  }

  private void element(JsonBytes out, FieldNode node, byte[] in, JsonKind kind) {
    int begin = out.length();
    boolean string = kind == JsonKind.STRING;
    writer.value(out, node.name(), in, scanner.start(), scanner.end(), string);
    boolean address = node.role() == Role.REMOTE_IP && string;
    if (address && Addresses.isPublic(in, scanner.start(), scanner.end())) {
      captured.put(Role.SOURCE_IP, begin + 1, out.length() - 1);
    }
  }

  private boolean objects(FieldNode node, byte[] in)
      throws MalformedJsonException, BadRecordException {
    columns.clear();
    array++;
    int count = 0;
    do {
      if (scanner.kind() != JsonKind.OBJECT || !object(node, in, count, 1)) {
        return false;
      }
      count++;
    } while (scanner.nextElement(false));
    for (int at = 0; at < columns.size(); at++) {
      Column column = columns.get(at);
      if (writer.name(column.name())) {
        column.write(count, writer.out());
      }
    }
    return true;
  }

  /** Whether all of it found its place in a column. */
  private boolean object(FieldNode node, byte[] in, int index, int depth)
      throws MalformedJsonException, BadRecordException {
    scanner.beginObject();
    boolean first = true;
    while (scanner.nextMember(first)) {
      first = false;
      FieldNode member = node.member(in, scanner.start(), scanner.end());
      JsonKind kind = scanner.kind();
      boolean placed =
          switch (kind) {
            case OBJECT -> depth < EventFields.DEEPEST && object(member, in, index, depth + 1);
            case ARRAY -> joined(member, in, index);
            case NULL -> {
              take(kind);
              yield true;
            }
            case STRING, NUMBER, BOOLEAN -> {
              take(kind);
              yield value(member, in, index, kind);
            }
          };
      if (!placed) {
        return false;
      }
    }
    return true;
  }

  private boolean value(FieldNode node, byte[] in, int index, JsonKind kind) {
    Column column = column(node);
    if (column.holds(index)) {
      return false;
    }
    writer.value(
        column.at(index), node.name(), in, scanner.start(), scanner.end(), kind == JsonKind.STRING);
    return true;
  }

  /** An array within an object of an array: its scalars in one text, or else its JSON. */
  private boolean joined(FieldNode node, byte[] in, int index) throws MalformedJsonException {
    Column column = column(node);
    if (column.holds(index)) {
      return false;
    }
    int begin = scanner.position();
    if (node.name().treatment() != Treatment.KEEP || !allScalars()) {
      scanner.seek(begin);
      scanner.skip();
      writer.json(column.at(index), node.name(), in, scanner.start(), scanner.end());
      return true;
    }
    scanner.seek(begin);
    scanner.beginArray();
    JsonBytes values = column.at(index);
    values.put('"');
    boolean first = true;
    while (scanner.nextElement(first)) {
      if (!first) {
        values.put('|');
      }
      first = false;
      take(scanner.kind());
      writer.inside(values, node.name(), in, scanner.start(), scanner.end());
    }
    values.put('"');
    return true;
  }

  private boolean allScalars() throws MalformedJsonException {
    scanner.beginArray();
    boolean first = true;
    while (scanner.nextElement(first)) {
      first = false;
      JsonKind kind = scanner.kind();
      if (!kind.isScalar()) {
        return false;
      }
      take(kind);
    }
    return true;
  }

  private Column column(FieldNode node) {
    Column column = node.column();
    if (column.begin(array)) {
      columns.add(column);
    }
    return column;
  }

  private void take(JsonKind kind) throws MalformedJsonException {
    if (kind == JsonKind.STRING) {
      scanner.string();
    } else {
      scanner.scalar();
    }
  }
}
