package com.spokefleet.events.flatten;

import com.spokefleet.events.json.ByteMap;
import org.jspecify.annotations.Nullable;

/** A place in the JSON of a kind of event, met before: what to do there is worked out once. */
final class FieldNode {
  private final FieldTree tree;
  private final String path;
  private final FieldName name;
  private final Role role;
  private final ByteMap<FieldNode> members = new ByteMap<>();
  private @Nullable Column column;

  FieldNode(FieldTree tree, String path, FieldName name, Role role) {
    this.tree = tree;
    this.path = path;
    this.name = name;
    this.role = role;
  }

  String path() {
    return path;
  }

  FieldName name() {
    return name;
  }

  Role role() {
    return role;
  }

  /** Its values when it lies within the objects of an array. */
  Column column() {
    Column made = column;
    if (made == null) {
      made = new Column(name);
      column = made;
    }
    return made;
  }

  /** The member with this name, as it stands in the JSON. */
  FieldNode member(byte[] bytes, int from, int to) throws BadRecordException {
    FieldNode member = members.get(bytes, from, to);
    if (member == null) {
      member = tree.make(this, bytes, from, to);
      members.put(bytes, from, to, member);
    }
    return member;
  }
}
