package com.spokefleet.testing.traffic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** The draws one conversation is made from. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  SplittableRandom random() {
    return random;
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  long between(long low, long high) {
    return low + random.nextLong(high - low + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A duration whose median is {@code medianMillis}; half of them lie within a factor of 1.6. */
  long around(long medianMillis) {
    double factor = Math.exp(0.7 * random.nextGaussian());
    return Math.max(1, Math.round(medianMillis * Math.clamp(factor, 0.1, 8)));
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  String uuid() {
    return uuid(random.nextLong(), random.nextLong());
  }

  static String uuid(long high, long low) {
    return new UUID((high & ~0xf000L) | 0x4000L, (low >>> 2) | Long.MIN_VALUE).toString();
  }

  /** A seed from several numbers; close numbers give far seeds. */
  static long mix(long first, long second, long third) {
    long mixed = first * 0x9E3779B97F4A7C15L + second;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L + third;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
