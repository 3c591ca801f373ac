package com.spokefleet.infra.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one function is.
 *
 * @param part what its name ends in
 * @param handler the class Lambda calls
 * @param memoryMegabytes also decides the share of a processor: 1,769 are one
 */
public record FunctionSettings(
    String part,
    String description,
    Class<?> handler,
    Path code,
    int memoryMegabytes,
    Duration timeout,
    Map<String, String> environment) {
  public FunctionSettings {
    // In order, so that a template is the same every time.
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }
}
