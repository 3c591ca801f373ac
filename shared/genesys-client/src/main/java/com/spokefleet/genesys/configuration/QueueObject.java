package com.spokefleet.genesys.configuration;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A queue.
 *
 * @param serviceLevels the queue's own targets by media type as Genesys spells it (call, callback,
 *     chat, email, message, or one newer than these); media types without a target are absent
 */
public record QueueObject(
    String id,
    @Nullable String name,
    @Nullable String divisionId,
    @Nullable String description,
    SortedMap<String, ServiceLevelTarget> serviceLevels)
    implements ConfigurationObject {
  public QueueObject {
    serviceLevels = Collections.unmodifiableSortedMap(new TreeMap<>(serviceLevels));
  }
}
