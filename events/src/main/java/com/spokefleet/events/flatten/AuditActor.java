package com.spokefleet.events.flatten;

import com.spokefleet.events.privacy.Treatment;
import java.util.Arrays;

/**
 * What the fields of an audit tell together, so that a search need not compare them: {@code
 * actor_id} (the user's, else the client's), {@code actor_type}, and {@code foreign_actor} and
 * {@code self_change} where they are true.
 *
 * <p>Made of the fields as they were treated: what may not be told of those is not told by these.
 */
final class AuditActor {
  private final FieldWriter writer;
  private final Captured captured;
  private final CurrentEvent event;
  private boolean homeTold;
  private boolean foreign;

  AuditActor(FieldWriter writer, Captured captured, CurrentEvent event) {
    this.writer = writer;
    this.captured = captured;
    this.event = event;
  }

  /** Begins the next record. */
  void begin() {
    homeTold = false;
    foreign = false;
  }

  /** Takes the id of the user's own organisation as it came, since it may be hashed afterwards. */
  void home(byte[] in, int from, int to) {
    if (!homeTold) {
      homeTold = true;
      foreign = from < to && !event.orgId().isEmpty() && !event.isOf(in, from, to);
    }
  }

  void write() throws BadRecordException {
    FieldTree body = event.body();
    id(body);
    ActorType type = event.actor();
    if (type != ActorType.UNKNOWN) {
      writer.text(body.name("actor_type"), type.word());
    }
    if (foreign && body.name("user_home_org_id").treatment() != Treatment.REMOVE) {
      writer.yes(body.name("foreign_actor"));
    }
    if (captured.has(Role.USER_ID) && captured.has(Role.ENTITY_ID) && isEntity()) {
      writer.yes(body.name("self_change"));
    }
  }

  /** A user who may not be told is not replaced by the client. */
  private void id(FieldTree body) throws BadRecordException {
    if (captured.has(Role.USER_ID)) {
      writer.copy(body.name("actor_id"), body.name("user_id"), Role.USER_ID);
    } else if (captured.has(Role.CLIENT_ID) && !captured.isWithheld(Role.USER_ID)) {
      writer.copy(body.name("actor_id"), body.name("client_id"), Role.CLIENT_ID);
    }
  }

  /** Compared as treated: beside an id that is kept, it would tell whose hash the other is. */
  private boolean isEntity() {
    byte[] written = writer.out().array();
    return Arrays.equals(
        written,
        captured.from(Role.USER_ID),
        captured.to(Role.USER_ID),
        written,
        captured.from(Role.ENTITY_ID),
        captured.to(Role.ENTITY_ID));
  }
}
