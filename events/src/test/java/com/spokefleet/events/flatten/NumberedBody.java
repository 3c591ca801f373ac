package com.spokefleet.events.flatten;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A body of an event in which no value is there twice, so that each can be looked for. */
record NumberedBody(String json, Set<String> values) {
  /** Few enough for their text not to be cut. */
  private static final int MOST = 150;

  static NumberedBody random(Random random) {
    Set<String> values = new TreeSet<>();
    return new NumberedBody(object(random, 0, values), values);
  }

  private static String object(Random random, int depth, Set<String> values) {
    StringBuilder object = new StringBuilder("{");
    int members = random.nextInt(6);
    for (int member = 0; member < members; member++) {
      object.append(member == 0 ? "" : ",");
      String name = (random.nextBoolean() ? "n" : "someThing") + random.nextInt(4);
      object.append('"').append(name).append("\":").append(value(random, depth, values));
    }
    return object.append('}').toString();
  }

  private static String value(Random random, int depth, Set<String> values) {
    boolean enough = depth > 14 || values.size() > MOST;
    return switch (random.nextInt(enough ? 2 : 5)) {
      case 0 -> '"' + next(values, "text-") + '"';
      case 1 -> next(values, "7000");
      case 2, 3 -> object(random, depth + 1, values);
      default -> array(random, depth, values);
    };
  }

  private static String array(Random random, int depth, Set<String> values) {
    StringBuilder array = new StringBuilder("[");
    int kind = random.nextInt(3);
    int elements = random.nextInt(4);
    for (int element = 0; element < elements; element++) {
      array.append(element == 0 ? "" : ",");
      array.append(
          switch (kind) {
            case 0 -> '"' + next(values, "item-") + '"';
            case 1 -> object(random, depth + 1, values);
            default -> value(random, depth + 1, values);
          });
    }
    return array.append(']').toString();
  }

  /** None is the beginning of another. */
  private static String next(Set<String> values, String prefix) {
    String value = prefix + (100_000 + values.size());
    values.add(value);
    return value;
  }
}
