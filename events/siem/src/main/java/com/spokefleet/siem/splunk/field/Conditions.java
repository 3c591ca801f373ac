package com.spokefleet.siem.splunk.field;

import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.ValuePattern;
import java.util.Arrays;
import java.util.List;

/** Conditions on fields whose names the language of detections does not know. */
final class Conditions {
  private Conditions() {}

  static Predicate is(String field, String... values) {
    return new Predicate.Is(field, Arrays.stream(values).map(ValuePattern::new).toList());
  }

  static Predicate exists(String field) {
    return new Predicate.Exists(field);
  }

  static Predicate all(Predicate... parts) {
    return new Predicate.All(List.of(parts));
  }

  static Predicate any(Predicate... parts) {
    return new Predicate.Any(List.of(parts));
  }
}
