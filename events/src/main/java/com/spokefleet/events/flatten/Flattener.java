package com.spokefleet.events.flatten;

import com.spokefleet.events.envelope.Envelope;
import com.spokefleet.events.json.ByteMap;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonKind;
import com.spokefleet.events.json.JsonScanner;
import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.json.MalformedJsonException;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.org.EventOrgs;
import com.spokefleet.events.privacy.KeyedHash;
import com.spokefleet.events.privacy.Treatment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flattens one event after the other: reads it once, builds no tree, copies values as bytes. What
 * is valid JSON comes out as valid JSON. Not safe for use by several threads.
 *
 * <p>Events of unknown topics, and objects that are no events of EventBridge at all, are flattened
 * like the others. Nulls, empty objects and empty arrays leave no field; whatever else is left out
 * or cut is named in the event.
 */
public final class Flattener {
  /** Levels of objects that become names; what is deeper is kept as a text of JSON. */
  static final int DEEPEST = 12;

  private static final byte[] CONTROL_MESSAGE =
      "CONTROL_MESSAGE".getBytes(StandardCharsets.US_ASCII);

  private final Envelope envelope;
  private final JsonScanner scanner = new JsonScanner();
  private final Captured captured = new Captured();
  private final FieldWriter writer;
  private final ArrayFields arrays;
  private final PropertyChanges changes;
  private final EdgeFigures figures;
  private final FieldNames names = new FieldNames();
  private final FieldTree around = new FieldTree(FieldPlan.ENVELOPE, name -> Treatment.KEEP, names);
  private final LaterMembers rest = new LaterMembers();
  private final Origins origins;
  private final EventMoment moment = new EventMoment(captured);
  private final Event event = new Event();

  private byte[] in = new byte[0];
  private EventTopic topic = EventTopic.NONE;
  private OrgFields org;
  private boolean isControl;
  private @Nullable DropReason dropped;

  /**
   * @param hash for values that may only be told apart; without it they are left out
   */
  public Flattener(EventOrgs orgs, Optional<KeyedHash> hash, Envelope envelope) {
    this.envelope = envelope;
    this.writer = new FieldWriter(names, hash, captured);
    this.arrays = new ArrayFields(scanner, writer, captured);
    this.changes = new PropertyChanges(scanner, writer, captured);
    this.figures = new EdgeFigures(scanner, writer);
    this.origins = new Origins(orgs, hash.isPresent(), names);
    this.org = origins.unknown();
  }

  /** The event that was flattened last. */
  public FlatEvent event() {
    return event;
  }

  /**
   * Appends the event in its envelope to {@code out}, or says why it is to be dropped; then, and
   * when it fails, what was appended is to be forgotten.
   *
   * @param arrival when it came, milliseconds since 1970: its time if it tells none
   */
  public Optional<DropReason> flatten(byte[] bytes, int from, int to, long arrival, JsonBytes out)
      throws BadRecordException {
    forget();
    in = bytes;
    writer.begin(out);
    figures.begin();
    if (from == to) {
      return Optional.of(DropReason.EMPTY);
    }
    scanner.reset(bytes, from, to);
    try {
      return flatten(from, to, arrival, out);
    } catch (MalformedJsonException malformed) {
      throw new BadRecordException(
          switch (malformed.fault()) {
            case INCOMPLETE, SYNTAX -> RecordFault.NOT_JSON;
            case ENCODING -> RecordFault.NOT_UTF8;
            case TOO_DEEP -> RecordFault.TOO_DEEP;
          });
    }
  }

  /** Forgets whose event was the last, for a record that is not even read. */
  public void forget() {
    topic = EventTopic.NONE;
    org = origins.unknown();
    moment.forget();
    isControl = false;
    dropped = null;
    rest.forget();
  }

  private Optional<DropReason> flatten(int from, int to, long arrival, JsonBytes out)
      throws MalformedJsonException, BadRecordException {
    if (scanner.kind() != JsonKind.OBJECT) {
      scanner.skip();
      scanner.finish();
      throw new BadRecordException(RecordFault.NOT_AN_OBJECT);
    }
    envelope.begin(out);
    int later = around();
    if (dropped == null) {
      scanner.finish();
      dropped = drop();
    }
    if (dropped != null) {
      return Optional.of(dropped);
    }
    if (later >= 0) {
      scanner.seek(later);
      detail();
    }
    rest();
    org.write(out);
    if (topic.kind() == EventKind.EDGE_METRICS) {
      figures.write(org.body(EventKind.EDGE_METRICS), in);
    }
    moment.write(arrival, out);
    if (!captured.has(Role.EVENT_ID)) {
      identify(from, to);
    }
    writer.finish();
    envelope.end(out, event);
    return Optional.empty();
  }

  /**
   * Writes the fields around the detail, and those within once it is known whose event of what
   * topic it is. Where the detail comes before that, returns its place; otherwise a negative
   * number.
   */
  private int around() throws MalformedJsonException, BadRecordException {
    int later = -1;
    boolean seen = false;
    FieldNode root = around.root();
    scanner.beginObject();
    boolean first = true;
    while (dropped == null && scanner.nextMember(first)) {
      first = false;
      FieldNode member = root.member(in, scanner.start(), scanner.end());
      boolean detail = member.role() == Role.DETAIL && scanner.kind() == JsonKind.OBJECT && !seen;
      if (!detail) {
        aside(member);
        continue;
      }
      seen = true;
      if (captured.has(Role.TOPIC) && captured.has(Role.SOURCE)) {
        dropped = drop();
        if (dropped == null) {
          detail();
        }
      } else {
        later = scanner.position();
        scanner.skip();
      }
    }
    return later;
  }

  /** What EventBridge puts beside the detail may be told of any org; the rest has to wait. */
  private void aside(FieldNode member) throws MalformedJsonException, BadRecordException {
    boolean known = member.role() != Role.UNLISTED && member.role() != Role.DETAIL;
    if (known && scanner.kind().isScalar()) {
      value(member, 0);
    } else {
      rest.add(scanner.start(), scanner.end(), scanner.position());
      scanner.skip();
    }
  }

  /** Writes what had to wait until it was known whose event it is. */
  private void rest() throws MalformedJsonException, BadRecordException {
    for (int member = 0; member < rest.count(); member++) {
      FieldNode node = org.around().root().member(in, rest.nameFrom(member), rest.nameTo(member));
      scanner.seek(rest.value(member));
      value(node, 0);
    }
  }

  private @Nullable DropReason drop() {
    if (isControl) {
      return DropReason.CONTROL;
    }
    return topic.always() == null && org.org().privacy().metricsOnly()
        ? topic.ofMetricsOnly()
        : topic.always();
  }

  private void detail() throws MalformedJsonException, BadRecordException {
    FieldNode root = org.detail().root();
    scanner.beginObject();
    boolean first = true;
    while (scanner.nextMember(first)) {
      first = false;
      FieldNode member = root.member(in, scanner.start(), scanner.end());
      if (member.role() == Role.EVENT_BODY && scanner.kind() == JsonKind.OBJECT) {
        members(org.body(topic.kind()).root(), 0);
      } else {
        value(member, 0);
      }
    }
  }

  private void members(FieldNode node, int depth)
      throws MalformedJsonException, BadRecordException {
    scanner.beginObject();
    boolean first = true;
    while (scanner.nextMember(first)) {
      first = false;
      value(node.member(in, scanner.start(), scanner.end()), depth);
    }
  }

  private void value(FieldNode node, int depth) throws MalformedJsonException, BadRecordException {
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
        topic = origins.topic(in, from, to);
        writer.string(node.name(), Role.TOPIC, in, from, to);
      }
      case SOURCE -> {
        org = origins.source(in, from, to);
        writer.string(node.name(), Role.SOURCE, in, from, to);
      }
      case MESSAGE_TYPE -> {
        isControl = is(CONTROL_MESSAGE, from, to);
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
        if (!changes.write(org.body(topic.kind()), in)) {
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
      FieldName name = org.body(topic.kind()).name("src_ip");
      if (writer.name(name)) {
        writer.out().put('"');
        captured.copy(Role.SOURCE_IP, writer.out());
        writer.out().put('"');
      }
    }
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

  /** What has no id gets one from its bytes, so that it has the same when it comes again. */
  private void identify(int from, int to) throws BadRecordException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(in, from, to - from);
      byte[] hash = digest.digest();
      JsonBytes out = writer.out();
      if (writer.name(around.name("event_id"))) {
        int begin = out.length() + 1;
        out.put('"');
        out.hex(hash, 16);
        captured.put(Role.EVENT_ID, begin, out.length());
        out.put('"');
      }
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Cannot digest: every Java has SHA-256", impossible);
    }
  }

  private boolean is(byte[] wanted, int from, int to) {
    return Arrays.equals(wanted, 0, wanted.length, in, from, to);
  }

  private final class Event implements FlatEvent {
    @Override
    public EventKind kind() {
      return topic.kind();
    }

    @Override
    public String topic() {
      return topic.template();
    }

    @Override
    public EventOrg org() {
      return org.org();
    }

    @Override
    public String orgId() {
      return org.orgId();
    }

    @Override
    public long epochMilliseconds() {
      return moment.milliseconds();
    }

    @Override
    public boolean has(Role role) {
      return captured.has(role);
    }

    @Override
    public void copy(Role role, JsonBytes out) {
      captured.copy(role, out);
    }

    @Override
    public String text(Role role) {
      byte[] bytes = writer.out().array();
      return captured.has(role)
          ? JsonStrings.decode(bytes, captured.from(role), captured.to(role))
          : "";
    }

    @Override
    public <V> @Nullable V in(ByteMap<V> map, Role role) {
      return captured.has(role)
          ? map.get(writer.out().array(), captured.from(role), captured.to(role))
          : null;
    }

    @Override
    public <V> void into(ByteMap<V> map, Role role, V value) {
      map.put(writer.out().array(), captured.from(role), captured.to(role), value);
    }
  }
}
