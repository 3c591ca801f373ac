package com.spokefleet.siem.splunk.field;

import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.splunk.spl.SplText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a field made at search time holds. Splunk works it out, and so do tests. */
public sealed interface Value {
  /** As Splunk has it: empty if there is none. */
  List<String> in(FieldValues event);

  /** For {@code eval}; null if there is none. */
  String expression();

  /** Always the same. */
  record Text(String text) implements Value {
    @Override
    public List<String> in(FieldValues event) {
      return List.of(text);
    }

    @Override
    public String expression() {
      return SplText.quoted(text);
    }
  }

  /** The first value of the first of these fields that is there and not empty. */
  record First(List<String> fields) implements Value {
    public First {
      fields = List.copyOf(fields);
    }

    @Override
    public List<String> in(FieldValues event) {
      for (String field : fields) {
        List<String> values = event.of(field);
        if (!values.isEmpty()) {
          return List.of(values.getFirst());
        }
      }
      return List.of();
    }

    @Override
    public String expression() {
      String candidates =
          fields.stream()
              .map(field -> "nullif(mvindex(%s, 0), \"\")".formatted(SplText.field(field)))
              .collect(Collectors.joining(", "));
      return "coalesce(" + candidates + ")";
    }
  }

  /** All values of the first of these fields that is there. */
  record All(List<String> fields) implements Value {
    public All {
      fields = List.copyOf(fields);
    }

    @Override
    public List<String> in(FieldValues event) {
      for (String field : fields) {
        List<String> values = event.of(field);
        if (!values.isEmpty()) {
          return values;
        }
      }
      return List.of();
    }

    @Override
    public String expression() {
      return fields.stream()
          .map(SplText::field)
          .collect(Collectors.joining(", ", "coalesce(", ")"));
    }
  }

  /**
   * Names with their values, {@code name=value}, where there are as many of both; otherwise the
   * values alone, because nobody can tell which belongs to which.
   */
  record Pairs(String names, String values) implements Value {
    @Override
    public List<String> in(FieldValues event) {
      List<String> keys = event.of(names);
      List<String> found = event.of(values);
      if (keys.size() != found.size()) {
        return found;
      }
      List<String> pairs = new ArrayList<>();
      for (int at = 0; at < keys.size(); at++) {
        pairs.add(keys.get(at) + "=" + found.get(at));
      }
      return pairs;
    }

    @Override
    public String expression() {
      String left = SplText.field(names);
      String right = SplText.field(values);
      return "if(mvcount(%1$s)=mvcount(%2$s), mvzip(%1$s, %2$s, \"=\"), %2$s)"
          .formatted(left, right);
    }
  }

  /** The first of these that is there. */
  record Or(List<Value> values) implements Value {
    public Or {
      values = List.copyOf(values);
    }

    @Override
    public List<String> in(FieldValues event) {
      for (Value value : values) {
        List<String> found = value.in(event);
        if (!found.isEmpty()) {
          return found;
        }
      }
      return List.of();
    }

    @Override
    public String expression() {
      return values.stream()
          .map(Value::expression)
          .collect(Collectors.joining(", ", "coalesce(", ")"));
    }
  }

  /** The parts without anything between; none if one of them is missing. */
  record Joined(List<Value> parts) implements Value {
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public List<String> in(FieldValues event) {
      StringBuilder text = new StringBuilder();
      for (Value part : parts) {
        List<String> found = part.in(event);
        if (found.isEmpty()) {
          return List.of();
        }
        text.append(found.getFirst());
      }
      return List.of(text.toString());
    }

    @Override
    public String expression() {
      return parts.stream().map(Value::expression).collect(Collectors.joining(".", "(", ")"));
    }
  }

  /** {@code true} where both are there and the same; otherwise nothing. */
  record Same(Value one, Value other) implements Value {
    @Override
    public List<String> in(FieldValues event) {
      List<String> found = one.in(event);
      return !found.isEmpty() && found.equals(other.in(event)) ? List.of("true") : List.of();
    }

    @Override
    public String expression() {
      return "if(%s=%s, \"true\", null())".formatted(one.expression(), other.expression());
    }
  }

  static Value text(String text) {
    return new Text(text);
  }

  static Value first(String... fields) {
    return new First(List.of(fields));
  }

  /** The first value of these fields, or the text. */
  static Value firstOr(String otherwise, String... fields) {
    return new Or(List.of(first(fields), text(otherwise)));
  }
}
