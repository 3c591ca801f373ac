package com.spokefleet.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A single value, converted from its text.
 *
 * @param tag the YAML type the text must have: string or integer
 */
record Scalar<T>(Tag tag, Map<String, Object> schema, Conversion<T> conversion)
    implements ValueType<T> {
  private static final int MAXIMUM_LENGTH = 2_000;

  /** Turns a text into a value or says what is wrong with it. */
  interface Conversion<T> {
    T convert(String text) throws InvalidValueException;
  }

  /** Returns the value, or says what is wrong with it. */
  interface Refinement<T> {
    T check(T value) throws InvalidValueException;
  }

  static <T> Scalar<T> text(Map<String, Object> schema, Conversion<T> conversion) {
    return new Scalar<>(Tag.STR, SchemaObjects.with("type", "string", schema), conversion);
  }

  /** A text out of a fixed list; the schema offers it for completion. */
  static <T> Scalar<T> choice(List<String> names, Conversion<T> conversion) {
    return text(
        Map.of("enum", names),
        text -> {
          if (!names.contains(text)) {
            throw new InvalidValueException(Suggestions.unknown("value", text, names));
          }
          return conversion.convert(text);
        });
  }

  static Scalar<Integer> wholeNumber(int minimum, int maximum) {
    Map<String, Object> schema =
        SchemaObjects.of("type", "integer", "minimum", minimum, "maximum", maximum);
    return new Scalar<>(
        Tag.INT,
        schema,
        text -> {
          // Decimal only: YAML would also read 0x10 and 0o7, which nobody means here.
          int number = text.matches("[+-]?\\d{1,9}") ? Integer.parseInt(text) : -1;
          if (number < minimum || number > maximum) {
            throw new InvalidValueException(
                "must be a whole number from " + minimum + " to " + maximum);
          }
          return number;
        });
  }

  /** The same, with one more thing to hold. */
  Scalar<T> refined(Refinement<T> refinement) {
    return new Scalar<>(tag, schema, text -> refinement.check(conversion.convert(text)));
  }

  @Override
  public @Nullable T read(Node node, String path, Problems problems) {
    if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
      problems.add(node, path, "must be " + expected() + " but is " + YamlKind.of(node));
      return null;
    }
    if (!scalar.getTag().equals(tag)) {
      String hint = tag.equals(Tag.STR) ? "; put it in quotes if it is meant" : "";
      problems.add(node, path, "must be " + expected() + " but is " + YamlKind.of(node) + hint);
      return null;
    }
    if (scalar.getValue().length() > MAXIMUM_LENGTH) {
      problems.add(node, path, "is longer than " + MAXIMUM_LENGTH + " characters");
      return null;
    }
    try {
      return conversion.convert(scalar.getValue());
    } catch (InvalidValueException e) {
      problems.add(node, path, e.problem());
      return null;
    }
  }

  private String expected() {
    return tag.equals(Tag.INT) ? "a whole number" : "text";
  }
}
