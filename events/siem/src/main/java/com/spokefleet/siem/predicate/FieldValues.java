package com.spokefleet.siem.predicate;

import java.util.List;

/** The fields of one flat event. */
public interface FieldValues {
  /** The field's values as text, several if it is a list; empty if it is missing or empty. */
  List<String> of(String field);
}
