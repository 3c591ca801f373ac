package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.privacy.Treatment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** All places met so far in one part of one kind of event. */
final class FieldTree {
  /** Names that are data, such as ids, must not fill the memory of a function that lives long. */
  private static final int LARGEST = 4_096;

  private final FieldPlan plan;
  private final Function<String, Treatment> treatments;
  private final Map<String, FieldName> names = new HashMap<>();
  private int size;
  private FieldNode root;

  FieldTree(FieldPlan plan, Function<String, Treatment> treatments) {
    this.plan = plan;
    this.treatments = treatments;
    this.root = emptyRoot();
  }

  /** The whole part; forgets what was met when that got too much. */
  FieldNode root() {
    if (size > LARGEST) {
      names.clear();
      size = 0;
      root = emptyRoot();
    }
    return root;
  }

  /** A field of the flat event that has no place of its own in the JSON. */
  FieldName name(String flat) {
    return names.computeIfAbsent(flat, text -> new FieldName(text, treatments.apply(text)));
  }

  FieldNode make(FieldNode parent, byte[] bytes, int from, int to) {
    size++;
    String member = JsonStrings.decode(bytes, from, to);
    String path = parent.path().isEmpty() ? member : parent.path() + "." + member;
    String flat = plan.name(path, parent.name().text(), member);
    return new FieldNode(this, path, name(flat), plan.role(path));
  }

  private FieldNode emptyRoot() {
    return new FieldNode(this, "", new FieldName("", Treatment.KEEP), Role.NONE);
  }
}
