package com.spokefleet.testing.traffic;

import org.jspecify.annotations.Nullable;

/** A segment; instants are epoch milliseconds. */
public final class GeneratedSegment {
  private final String type;
  private final long start;
  private long end;
  private final @Nullable String queueId;
  private @Nullable String disconnectType;
  private @Nullable String wrapUpCode;
  private final Attributes attributes = new Attributes();

  GeneratedSegment(String type, long start, long end, @Nullable String queueId) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.queueId = queueId;
  }

  GeneratedSegment disconnectedBy(String value) {
    disconnectType = value;
    return this;
  }

  GeneratedSegment wrappedUpAs(String code) {
    wrapUpCode = code;
    return this;
  }

  GeneratedSegment with(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  void endAt(long instant) {
    end = instant;
  }

  public String type() {
    return type;
  }

  public long start() {
    return start;
  }

  public long end() {
    return end;
  }

  public @Nullable String queueId() {
    return queueId;
  }

  public @Nullable String disconnectType() {
    return disconnectType;
  }

  public @Nullable String wrapUpCode() {
    return wrapUpCode;
  }

  public Attributes attributes() {
    return attributes;
  }
}
