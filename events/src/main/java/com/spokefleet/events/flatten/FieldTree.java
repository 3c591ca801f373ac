package com.spokefleet.events.flatten;

import com.spokefleet.events.json.JsonStrings;
import com.spokefleet.events.privacy.Treatment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** All places met so far in one part of one kind of event. */
final class FieldTree {
  private final FieldPlan plan;
  private final Function<String, Treatment> treatments;
  private final FieldNames names;
  private final Map<String, FieldName> fields = new HashMap<>();
  private int generation;
  private FieldNode root;

  FieldTree(FieldPlan plan, Function<String, Treatment> treatments, FieldNames names) {
    this.plan = plan;
    this.treatments = treatments;
    this.names = names;
    this.generation = names.generation();
    this.root = emptyRoot();
  }

  /** The whole part. */
  FieldNode root() {
    forgetWithOthers();
    return root;
  }

  /** A field of the flat event that has no place of its own in the JSON. */
  FieldName name(String flat) {
    forgetWithOthers();
    FieldName known = fields.get(flat);
    if (known == null) {
      known = new FieldName(flat, treatments.apply(flat), names.use(flat));
      fields.put(flat, known);
    }
    return known;
  }

  FieldNode make(FieldNode parent, byte[] bytes, int from, int to) throws BadRecordException {
    names.grow();
    String member = JsonStrings.decode(bytes, from, to);
    String path = parent.path().isEmpty() ? member : parent.path() + "." + member;
    String flat = plan.name(path, parent.name().text(), member);
    return new FieldNode(this, path, name(flat), plan.role(path));
  }

  private void forgetWithOthers() {
    if (generation != names.generation()) {
      generation = names.generation();
      fields.clear();
      root = emptyRoot();
    }
  }

  private FieldNode emptyRoot() {
    return new FieldNode(this, "", new FieldName("", Treatment.KEEP, new NameUse()), Role.NONE);
  }
}
