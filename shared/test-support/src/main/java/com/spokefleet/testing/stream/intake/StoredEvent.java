package com.spokefleet.testing.stream.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One event as a SIEM keeps it.
 *
 * @param searchableAt from when on a search finds it
 * @param eventId the id it carries, by which copies are told; null if it has none
 * @param fields every field with its values, by the name a search uses
 * @param sent what was sent: the envelope of Splunk, the log of Datadog
 */
public record StoredEvent(
    Instant receivedAt,
    Instant searchableAt,
    @Nullable String eventId,
    SortedMap<String, List<String>> fields,
    JsonNode sent) {

  /** All values of a field; none if there is no such field. */
  public List<String> values(String field) {
    return fields.getOrDefault(field, List.of());
  }

  public Optional<String> value(String field) {
    return values(field).stream().findFirst();
  }

  /** Whether one of the field's values is this. */
  public boolean has(String field, String value) {
    return values(field).contains(value);
  }
}
