package com.spokefleet.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a SIEM may be told about persons of an org.
 *
 * @param fields by the field's name in the SIEM, such as {@code wrapup_notes}; of those not listed
 *     customers' are removed and others kept
 * @param hashKey where the key is found that values are hashed with, never the key itself
 */
public record EventPrivacy(Map<String, EventFieldRule> fields, Optional<String> hashKey) {
  public EventPrivacy {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }
}
