package com.spokefleet.siem.predicate;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A condition on one event. A field of several values meets it if any value does; a field that is
 * missing or empty meets nothing, so that its negation holds. Written as {@link PredicateParser}
 * reads it.
 */
public sealed interface Predicate {
  boolean matches(FieldValues event);

  /** Adds the names of all fields it asks for. */
  void collectFields(SortedSet<String> names);

  default SortedSet<String> fields() {
    SortedSet<String> names = new TreeSet<>();
    collectFields(names);
    return names;
  }

  /** All parts hold. */
  record All(List<Predicate> parts) implements Predicate {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(FieldValues event) {
      for (Predicate part : parts) {
        if (!part.matches(event)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void collectFields(SortedSet<String> names) {
      parts.forEach(part -> part.collectFields(names));
    }
  }

  /** At least one part holds. */
  record Any(List<Predicate> parts) implements Predicate {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(FieldValues event) {
      for (Predicate part : parts) {
        if (part.matches(event)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void collectFields(SortedSet<String> names) {
      parts.forEach(part -> part.collectFields(names));
    }
  }

  /** The part does not hold. */
  record Not(Predicate part) implements Predicate {
    @Override
    public boolean matches(FieldValues event) {
      return !part.matches(event);
    }

    @Override
    public void collectFields(SortedSet<String> names) {
      part.collectFields(names);
    }
  }

  /** The field has one of the values. */
  record Is(String field, List<ValuePattern> values) implements Predicate {
    public Is {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("Cannot look for no value of " + field);
      }
    }

    @Override
    public boolean matches(FieldValues event) {
      for (String found : event.of(field)) {
        for (ValuePattern value : values) {
          if (value.matches(found)) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    public void collectFields(SortedSet<String> names) {
      names.add(field);
    }
  }

  /** The field is there and not empty. */
  record Exists(String field) implements Predicate {
    @Override
    public boolean matches(FieldValues event) {
      return !event.of(field).isEmpty();
    }

    @Override
    public void collectFields(SortedSet<String> names) {
      names.add(field);
    }
  }

  /** The field is a number, and on this side of the bound. */
  record Compares(String field, Comparison comparison, BigDecimal bound) implements Predicate {
    @Override
    public boolean matches(FieldValues event) {
      for (String found : event.of(field)) {
        if (Numbers.isNumber(found) && comparison.holds(new BigDecimal(found).compareTo(bound))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void collectFields(SortedSet<String> names) {
      names.add(field);
    }
  }
}
