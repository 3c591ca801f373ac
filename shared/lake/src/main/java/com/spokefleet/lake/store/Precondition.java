package com.spokefleet.lake.store;

/** What must hold of an object at the moment it is replaced. */
public sealed interface Precondition {
  /** There is no object under the key. */
  record Absent() implements Precondition {}

  /** The object still has the version that was read. */
  record Unchanged(ObjectVersion version) implements Precondition {}

  static Precondition absent() {
    return new Absent();
  }

  static Precondition unchanged(ObjectVersion version) {
    return new Unchanged(version);
  }
}
