package com.spokefleet.testing.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Further JSON fields in the order they were added. Values are text, numbers, booleans or lists of
 * these.
 */
public final class Attributes {
  private final List<String> names = new ArrayList<>(12);
  private final List<Object> values = new ArrayList<>(12);

  void put(String name, Object value) {
    names.add(name);
    values.add(value);
  }

  public void forEach(BiConsumer<String, Object> consumer) {
    for (int index = 0; index < names.size(); index++) {
      consumer.accept(names.get(index), values.get(index));
    }
  }
}
