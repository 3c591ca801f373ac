package com.spokefleet.genesys.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the parser's current number; null when the current value is none. */
final class CurrentNumber {
  private static final double LARGEST_EXACT = 1L << 53;

  private CurrentNumber() {}

  static @Nullable Double decimal(JsonParser parser) throws IOException, PoisonException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      return null;
    }
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value)) {
      throw PoisonException.at(parser, "is too large a number");
    }
    return value;
  }

  /** A decimal without fraction, such as 12.0, counts as whole while a double holds it exactly. */
  static @Nullable Long whole(JsonParser parser) throws IOException, PoisonException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT) {
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw PoisonException.at(parser, "is too large a number");
      }
      return parser.getLongValue();
    }
    if (token != JsonToken.VALUE_NUMBER_FLOAT) {
      return null;
    }
    double value = parser.getDoubleValue();
    if (value != Math.rint(value) || Math.abs(value) > LARGEST_EXACT) {
      throw PoisonException.at(parser, "is not a whole number");
    }
    return (long) value;
  }
}
