package com.spokefleet.testing.week;

import java.util.SplittableRandom;

/** Random numbers that the same seed brings again. */
final class Chance {
  private static final double MANY = 60;

  private final SplittableRandom random;

  Chance(long... seeds) {
    long mixed = 0x5eed;
    for (long seed : seeds) {
      mixed = (mixed ^ seed) * 0x9e37_79b9_7f4a_7c15L;
      mixed ^= mixed >>> 29;
    }
    this.random = new SplittableRandom(mixed);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long nextLong() {
    return random.nextLong();
  }

  double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /** Small numbers come more often. */
  int mostlyLow(int bound) {
    double share = random.nextDouble();
    return (int) (bound * share * share);
  }

  /** A time that is mostly near the middle and at times very long. */
  double skewed(double middle, double spread) {
    return middle * Math.exp(spread * random.nextGaussian());
  }

  /** How often something happens that is expected so often. */
  int times(double expected) {
    if (expected > MANY) {
      return (int) Math.max(0, Math.round(expected + Math.sqrt(expected) * random.nextGaussian()));
    }
    double limit = Math.exp(-expected);
    double product = random.nextDouble();
    int times = 0;
    while (product > limit) {
      product *= random.nextDouble();
      times++;
    }
    return times;
  }
}
