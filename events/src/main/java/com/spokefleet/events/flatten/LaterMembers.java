package com.spokefleet.events.flatten;

import java.util.Arrays;

/** Where members of an object lie that are to be read later. */
final class LaterMembers {
  private static final int EACH = 3;

  private int[] places = new int[8 * EACH];
  private int count;

  void forget() {
    count = 0;
  }

  void add(int nameFrom, int nameTo, int value) {
    int at = count * EACH;
    if (at == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[at] = nameFrom;
    places[at + 1] = nameTo;
    places[at + 2] = value;
    count++;
  }

  int count() {
    return count;
  }

  int nameFrom(int member) {
    return places[member * EACH];
  }

  int nameTo(int member) {
    return places[member * EACH + 1];
  }

  int value(int member) {
    return places[member * EACH + 2];
  }
}
