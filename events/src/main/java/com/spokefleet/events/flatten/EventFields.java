package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonScanner;
import com.spokefleet.events.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks through the values of an event and writes each at its place in the flat one. */
final class EventFields {
  /** Levels of objects that become names; what is deeper is kept as a text of JSON. */
  static final int DEEPEST = 12;

  private static final byte[] CONTROL_MESSAGE =
      "CONTROL_MESSAGE".getBytes(StandardCharsets.US_ASCII);

  private final JsonScanner scanner;
  private final FieldWriter writer;
  private final Captured captured;
  private final EventMoment moment;
  private final CurrentEvent event;
  private final ArrayFields arrays;
  private final PropertyChanges changes;
  private final EdgeFigures figures;
  private final AuditActor actor;
  private byte[] in = new byte[0];

  EventFields(
      JsonScanner scanner,
      FieldWriter writer,
      Captured captured,
      EventMoment moment,
      CurrentEvent event) {
    this.scanner = scanner;
    this.writer = writer;
    this.captured = captured;
    this.moment = moment;
    this.event = event;
    this.arrays = new ArrayFields(scanner, writer, captured);
    this.changes = new PropertyChanges(scanner, writer, captured);
    this.figures = new EdgeFigures(scanner, writer);
    this.actor = new AuditActor(writer, captured, event);
  }

  /** Begins the next record. */
  void begin(byte[] bytes) {
    in = bytes;
    figures.begin();
    actor.begin();
  }

  /** Writes what the fields of an audit tell together of who acted. */
  void actor() throws BadRecordException {
    if (event.kind() == EventKind.AUDIT) {
      actor.write();
    }
  }

  /** Writes what the arrays come to of which an Edge's metrics consist. */
  void figures() throws MalformedJsonException, BadRecordException {
    if (event.kind() == EventKind.EDGE_METRICS) {
      figures.write(event.body(), in);
    }
  }

  /** Takes the object that comes next, each of its members at its place. */
  void members(FieldNode node, int depth) throws MalformedJsonException, BadRecordException {
    scanner.beginObject();
    boolean first = true;
    while (scanner.nextMember(first)) {
      first = false;
      value(node.member(in, scanner.start(), scanner.end()), depth);
    }
  }

  /** Takes the value that comes next. */
  void value(FieldNode node, int depth) throws MalformedJsonException, BadRecordException {
    switch (scanner.kind()) {
      case STRING -> {
        scanner.string();
        string(node);
      }
      case NUMBER, BOOLEAN -> {
        scanner.scalar();
        number(node);
      }
      case NULL -> scanner.scalar();
      case OBJECT -> {
        if (depth < DEEPEST) {
          members(node, depth + 1);
        } else {
          scanner.skip();
          writer.json(node.name(), in, scanner.start(), scanner.end());
        }
      }
      case ARRAY -> array(node);
    }
  }

  private void string(FieldNode node) throws BadRecordException {
    int from = scanner.start();
    int to = scanner.end();
    switch (node.role()) {
      case EVENT_TIME -> time(node, EventTime.ofText(in, from, to), true);
      case TOPIC -> {
        event.topic(in, from, to);
        writer.string(node.name(), Role.TOPIC, in, from, to);
      }
      case SOURCE -> {
        event.source(in, from, to);
        writer.string(node.name(), Role.SOURCE, in, from, to);
      }
      case USER_HOME_ORG_ID -> {
        actor.home(in, from, to);
        writer.string(node.name(), Role.USER_HOME_ORG_ID, in, from, to);
      }
      case MESSAGE_TYPE -> {
        if (Arrays.equals(CONTROL_MESSAGE, 0, CONTROL_MESSAGE.length, in, from, to)) {
          event.control();
        }
        writer.string(node.name(), Role.MESSAGE_TYPE, in, from, to);
      }
      default -> writer.string(node.name(), node.role(), in, from, to);
    }
  }

  private void number(FieldNode node) throws BadRecordException {
    int from = scanner.start();
    int to = scanner.end();
    if (node.role() == Role.EVENT_TIME) {
      time(node, EventTime.ofNumber(in, from, to), false);
    } else {
      writer.literal(node.name(), node.role(), in, from, to);
    }
  }

  private void array(FieldNode node) throws MalformedJsonException, BadRecordException {
    int begin = scanner.position();
    switch (node.role()) {
      case PROPERTY_CHANGES -> {
        if (!changes.write(event.body(), in)) {
          scanner.seek(begin);
          arrays.write(node, in);
        }
      }
      case PROCESSORS, MEMORY, DISKS, NETWORKS -> {
        figures.found(node.role(), begin);
        arrays.write(node, in);
      }
      default -> arrays.write(node, in);
    }
    if (node.role() == Role.REMOTE_IP && captured.has(Role.SOURCE_IP)) {
      address(node);
    }
  }

  /** From here on it lies in its own field; where that is left out, no envelope may tell it. */
  private void address(FieldNode node) throws BadRecordException {
    FieldName name = event.body().name("src_ip");
    int begin = writer.copy(name, node.name(), Role.SOURCE_IP);
    captured.move(Role.SOURCE_IP, begin, begin < 0 ? begin : writer.out().length() - 1);
  }

  /** The body's own time; one that cannot be read is kept as it is, under another name. */
  private void time(FieldNode node, long read, boolean string) throws BadRecordException {
    if (moment.take(read)) {
      return;
    }
    FieldName raw = node.name();
    if (string) {
      writer.string(raw, Role.NONE, in, scanner.start(), scanner.end());
    } else {
      writer.literal(raw, Role.NONE, in, scanner.start(), scanner.end());
    }
  }
}
