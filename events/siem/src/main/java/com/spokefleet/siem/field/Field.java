package com.spokefleet.siem.field;

import com.spokefleet.events.flatten.EventKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field of events.
 *
 * @param name as in the flat event; one that ends in {@code *} stands for all that begin so
 * @param kinds events that may have it
 * @param topics ends of the topics that have it, such as {@code acd.end}; of all of the kinds if
 *     empty
 * @param source path in the event, or what it is made of
 * @param cim fields of Splunk's Common Information Model that are made of it
 * @param standard attributes of Datadog that are made of it
 * @param ocsf attributes of OCSF of which one has the value, whichever the event's class has; if
 *     none, or the class has none of them, it is under {@code unmapped}
 * @param example a value of a golden event; empty if none has the field
 * @param unmet why no golden event has it; empty if one does
 */
public record Field(
    String name,
    FieldType type,
    String meaning,
    Set<EventKind> kinds,
    List<String> topics,
    FieldOrigin origin,
    String source,
    Optional<String> cim,
    Optional<String> standard,
    List<String> ocsf,
    Optional<String> example,
    Optional<String> unmet) {
  public Field {
    kinds = Set.copyOf(kinds);
    topics = List.copyOf(topics);
    ocsf = List.copyOf(ocsf);
  }

  /** What a search of Splunk calls it; empty if Splunk does not get it. */
  public Optional<String> splunk() {
    return switch (origin) {
      case EVENT, DERIVED, SPLUNK, SPLUNK_SEARCH, LOOKUP -> Optional.of(name);
      case DATADOG, DATADOG_PIPELINE -> Optional.empty();
    };
  }

  /** What a query of Datadog calls it; empty if Datadog does not get it. */
  public Optional<String> datadog() {
    return switch (origin) {
      case EVENT, DERIVED, DATADOG_PIPELINE, LOOKUP -> Optional.of("@genesys." + name);
      case DATADOG -> Optional.of(name.contains(".") ? "@" + name : name);
      case SPLUNK, SPLUNK_SEARCH -> Optional.empty();
    };
  }

  boolean isPrefix() {
    return name.endsWith("*");
  }

  boolean answersTo(String asked) {
    return isPrefix() ? asked.startsWith(name.substring(0, name.length() - 1)) : asked.equals(name);
  }
}
