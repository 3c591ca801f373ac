package com.spokefleet.normalize;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every value a tree of records holds, as text under its component path. */
final class RecordTexts {
  private RecordTexts() {}

  static Map<String, String> of(Record root) throws ReflectiveOperationException {
    Map<String, String> texts = new TreeMap<>();
    collect(root.getClass().getSimpleName(), root, texts);
    return texts;
  }

  private static void collect(String path, @Nullable Object value, Map<String, String> texts)
      throws ReflectiveOperationException {
    switch (value) {
      case null -> {}
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          component.getAccessor().setAccessible(true);
          collect(path + "." + component.getName(), component.getAccessor().invoke(record), texts);
        }
      }
      case List<?> list -> {
        List<Object> items = new ArrayList<>(list);
        for (int index = 0; index < items.size(); index++) {
          collect(path + "[" + index + "]", items.get(index), texts);
        }
      }
      default -> texts.put(path, value.toString());
    }
  }
}
