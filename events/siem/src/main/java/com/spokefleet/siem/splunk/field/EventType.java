package com.spokefleet.siem.splunk.field;

import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import com.spokefleet.siem.splunk.spl.SplSearch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A named kind of events, with the tags that put it into the models.
 *
 * @param when which records of these source types; of all fields, made ones included
 */
public record EventType(
    String name, List<SourceType> sourceTypes, Optional<Predicate> when, List<String> tags) {
  public EventType {
    sourceTypes = List.copyOf(sourceTypes);
    tags = List.copyOf(tags);
  }

  static EventType of(String name, List<SourceType> sourceTypes, String... tags) {
    return new EventType(name, sourceTypes, Optional.empty(), List.of(tags));
  }

  static EventType of(String name, List<SourceType> sourceTypes, String when, List<String> tags) {
    return new EventType(name, sourceTypes, Optional.of(PredicateParser.parse(when)), tags);
  }

  /** Whether the record is of this type. */
  public boolean holds(SourceType type, FieldValues event) {
    return sourceTypes.contains(type)
        && when.map(predicate -> predicate.matches(event)).orElse(true);
  }

  /** The search that Splunk recognises it by. */
  public String search() {
    String types =
        sourceTypes.stream()
            .map(type -> "sourcetype=\"" + type.text() + '"')
            .collect(Collectors.joining(" OR ", "(", ")"));
    return when.map(predicate -> types + " " + SplSearch.of(predicate)).orElse(types);
  }
}
