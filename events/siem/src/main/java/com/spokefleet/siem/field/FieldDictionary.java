package com.spokefleet.siem.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every field that is known, in order of the files beside this class. Events of topics that nobody
 * knows have others.
 */
public final class FieldDictionary {
  private static final List<String> FILES =
      List.of(
          "every-event.yaml",
          "audits.yaml",
          "lookups.yaml",
          "conversations.yaml",
          "customers.yaml",
          "edges.yaml",
          "operations.yaml",
          "splunk.yaml",
          "splunk-search.yaml",
          "datadog.yaml",
          "datadog-pipeline.yaml");

  private static final List<Field> ALL =
      FILES.stream().flatMap(file -> read(file).stream()).toList();

  private FieldDictionary() {}

  public static List<Field> all() {
    return ALL;
  }

  /** The field of this name, whoever makes it; of several the one that Splunk gets. */
  public static Optional<Field> find(String name) {
    return findInSplunk(name).or(() -> find(ALL.stream(), name));
  }

  /** The field that a search of Splunk calls so. */
  public static Optional<Field> findInSplunk(String name) {
    return find(ALL.stream().filter(field -> field.splunk().isPresent()), name);
  }

  /** The field that a query of Datadog calls so, such as {@code @genesys.level}. */
  public static Optional<Field> findInDatadog(String query) {
    String flat = "@genesys.";
    if (query.startsWith(flat)) {
      // What Datadog has of its own stands beside the flat fields, never among them.
      return find(
          ALL.stream()
              .filter(field -> field.datadog().filter(name -> name.startsWith(flat)).isPresent()),
          query.substring(flat.length()));
    }
    return ALL.stream()
        .filter(field -> field.datadog().filter(query::equals).isPresent())
        .findFirst();
  }

  /** The name itself before what it begins with, and of that the longest. */
  private static Optional<Field> find(Stream<Field> fields, String name) {
    return fields
        .filter(field -> field.answersTo(name))
        .min(Comparator.comparing(Field::isPrefix).thenComparing(field -> -field.name().length()));
  }

  /** The fields of one file, which is a section of the document. */
  static List<Field> read(String file) {
    try (InputStream resource = FieldDictionary.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new InvalidFieldException(file, "it is not there");
      }
      return new FieldReader(file)
          .read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read fields of " + file, failure);
    }
  }

  static List<String> files() {
    return FILES;
  }
}
