package com.spokefleet.genesys.aggregate;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The statistics of one metric; a count, sum or maximum that is left out is 0. */
record Stats(
    long count,
    long sum,
    long max,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Double target,
    @Nullable Double current) {
  private static final double LARGEST_EXACT = 1L << 53;

  /** Decodes the object the reader is about to enter. */
  static Stats decode(FieldReader reader) throws IOException, PoisonException {
    long count = 0;
    long sum = 0;
    long max = 0;
    Long numerator = null;
    Long denominator = null;
    Double target = null;
    Double current = null;
    if (reader.startsObject()) {
      for (String name = reader.nextField(); name != null; name = reader.nextField()) {
        switch (name) {
          case "count" -> count = rounded(reader);
          case "sum" -> sum = rounded(reader);
          case "max" -> max = rounded(reader);
          case "numerator" -> numerator = rounded(reader);
          case "denominator" -> denominator = rounded(reader);
          case "target" -> target = reader.decimal();
          case "current" -> current = reader.decimal();
          // Ratios are worked out at the end; the rest is of no use.
          case "ratio",
              "min",
              "countNegative",
              "countPositive",
              "sumNegative",
              "sumPositive",
              "p95",
              "p99" ->
              reader.skip();
          default -> reader.skipUnknown("results.data.metrics.stats", name);
        }
      }
    }
    return new Stats(count, sum, max, numerator, denominator, target, current);
  }

  /** Genesys declares decimals; averages of response times can have a fraction. */
  private static long rounded(FieldReader reader) throws IOException, PoisonException {
    Double value = reader.decimal();
    if (value == null) {
      return 0;
    }
    reader.required(Math.abs(value) <= LARGEST_EXACT ? value : null, "possible number");
    return Math.round(value);
  }
}
