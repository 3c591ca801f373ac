package com.spokefleet.testing.org;

/** A configuration object (queue, user, wrap-up code or division) as it stands now. */
public record DirectoryEntry(
    String id, String name, String divisionId, Language language, State state, int version) {

  /** The states the API knows for users; a deleted queue is simply no longer listed. */
  public enum State {
    ACTIVE,
    INACTIVE,
    DELETED
  }

  DirectoryEntry renamed(String newName) {
    return new DirectoryEntry(id, newName, divisionId, language, state, version + 1);
  }

  DirectoryEntry in(State newState) {
    return new DirectoryEntry(id, name, divisionId, language, newState, version + 1);
  }
}
