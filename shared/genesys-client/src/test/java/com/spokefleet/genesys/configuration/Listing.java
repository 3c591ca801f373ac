package com.spokefleet.genesys.configuration;

import java.util.List;
import java.util.stream.IntStream;

/** Writes the pages of an entity listing as Genesys documents them. */
final class Listing {
  private Listing() {}

  static Answer page(List<String> objects, Seen request) {
    return page(objects, request.page(), request.pageSize());
  }

  static Answer page(List<String> objects, int number, int size) {
    int count = (objects.size() + size - 1) / size;
    int from = Math.min(objects.size(), (number - 1) * size);
    List<String> entities = objects.subList(from, Math.min(objects.size(), from + size));
    String next =
        number < count
            ? "\"nextUri\":\"/api/v2/listing?pageNumber=%d\",".formatted(number + 1)
            : "";
    return Answer.json(
        "{\"entities\":[%s],\"pageSize\":%d,\"pageNumber\":%d,\"total\":%d,%s\"pageCount\":%d}"
            .formatted(String.join(",", entities), size, number, objects.size(), next, count));
  }

  /** Objects that have an id and a name. */
  static List<String> named(String prefix, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(index -> "{\"id\":\"%1$s-%2$d\",\"name\":\"%1$s %2$d\"}".formatted(prefix, index))
        .toList();
  }
}
