package com.spokefleet.replay.record;

/** A record to be sent, with what it is known by. The bytes are not to be changed. */
public final class Outgoing {
  private final EventIdentity identity;
  private final byte[] data;

  public Outgoing(EventIdentity identity, byte[] data) {
    this.identity = identity;
    this.data = data;
  }

  public String eventId() {
    return identity.eventId();
  }

  public String orgId() {
    return identity.orgId();
  }

  public byte[] data() {
    return data;
  }
}
