package com.spokefleet.events.flatten;

import com.spokefleet.events.envelope.Envelope;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonKind;
import com.spokefleet.events.json.JsonScanner;
import com.spokefleet.events.json.MalformedJsonException;
import com.spokefleet.events.org.EventOrgs;
import com.spokefleet.events.privacy.KeyedHash;
import com.spokefleet.events.privacy.Treatment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
  private final Envelope envelope;
  private final JsonScanner scanner = new JsonScanner();
  private final Captured captured = new Captured();
  private final FieldWriter writer;
  private final EventFields fields;
  private final FieldNames names = new FieldNames();
  private final FieldTree around = new FieldTree(FieldPlan.ENVELOPE, name -> Treatment.KEEP, names);
  private final LaterMembers rest = new LaterMembers();
  private final EventMoment moment = new EventMoment(captured);
  private final CurrentEvent event;

  private byte[] in = new byte[0];
  private @Nullable DropReason dropped;

  /**
   * @param hash for values that may only be told apart; without it they are left out
   */
  public Flattener(EventOrgs orgs, Optional<KeyedHash> hash, Envelope envelope) {
    this.envelope = envelope;
    this.writer = new FieldWriter(names, hash, captured);
    Origins origins = new Origins(orgs, hash.isPresent(), names);
    this.event = new CurrentEvent(origins, writer, captured, moment);
    this.fields = new EventFields(scanner, writer, captured, moment, event);
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
    fields.begin(bytes);
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
    event.forget();
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
      dropped = event.dropped();
    }
    if (dropped != null) {
      return Optional.of(dropped);
    }
    if (later >= 0) {
      scanner.seek(later);
      detail();
    }
    rest();
    event.fields().write(out, captured);
    fields.figures();
    fields.actor();
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
      if (event.hasOrigin()) {
        dropped = event.dropped();
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
      fields.value(member, 0);
    } else {
      rest.add(scanner.start(), scanner.end(), scanner.position());
      scanner.skip();
    }
  }

  /** Writes what had to wait until it was known whose event it is. */
  private void rest() throws MalformedJsonException, BadRecordException {
    for (int member = 0; member < rest.count(); member++) {
      FieldNode node =
          event.fields().around().root().member(in, rest.nameFrom(member), rest.nameTo(member));
      scanner.seek(rest.value(member));
      fields.value(node, 0);
    }
  }

  private void detail() throws MalformedJsonException, BadRecordException {
    FieldNode root = event.fields().detail().root();
    scanner.beginObject();
    boolean first = true;
    while (scanner.nextMember(first)) {
      first = false;
      FieldNode member = root.member(in, scanner.start(), scanner.end());
      if (member.role() == Role.EVENT_BODY && scanner.kind() == JsonKind.OBJECT) {
        fields.members(event.body().root(), 0);
      } else {
        fields.value(member, 0);
      }
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
}
