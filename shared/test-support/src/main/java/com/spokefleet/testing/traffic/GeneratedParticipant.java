package com.spokefleet.testing.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Somebody or something that took part. */
public final class GeneratedParticipant {
  private final String id;
  private final String purpose;
  private final @Nullable String name;
  private final @Nullable String userId;
  private final @Nullable String externalContactId;
  private final List<GeneratedSession> sessions = new ArrayList<>(1);
  private final Map<String, String> attributes = new TreeMap<>();

  GeneratedParticipant(
      String id,
      String purpose,
      @Nullable String name,
      @Nullable String userId,
      @Nullable String externalContactId) {
    this.id = id;
    this.purpose = purpose;
    this.name = name;
    this.userId = userId;
    this.externalContactId = externalContactId;
  }

  GeneratedSession add(GeneratedSession session) {
    sessions.add(session);
    return session;
  }

  /** Sets an attribute as flows and scripts do, with any text as its value. */
  GeneratedParticipant attribute(String name, String value) {
    attributes.put(name, value);
    return this;
  }

  public String id() {
    return id;
  }

  public String purpose() {
    return purpose;
  }

  public @Nullable String name() {
    return name;
  }

  public @Nullable String userId() {
    return userId;
  }

  public @Nullable String externalContactId() {
    return externalContactId;
  }

  public Map<String, String> attributes() {
    return attributes;
  }

  public List<GeneratedSession> sessions() {
    return sessions;
  }
}
