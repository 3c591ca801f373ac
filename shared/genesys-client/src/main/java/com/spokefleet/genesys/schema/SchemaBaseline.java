package com.spokefleet.genesys.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one kind of reply as Spokefleet knows them, by path: members after a point, the
 * elements of a list as {@code []}, members of any name as {@code *}. Committed as a resource, so
 * that what Genesys changes shows as a difference somebody has to look at.
 */
public final class SchemaBaseline {
  private static final Pattern LINE = Pattern.compile("(\\S+): ([a-z]+)( \\{(.*)})?");

  private final RecordShape shape;
  private final Map<String, KnownField> fields;

  private SchemaBaseline(RecordShape shape, Map<String, KnownField> fields) {
    this.shape = shape;
    this.fields = Collections.unmodifiableMap(fields);
  }

  /** The committed baseline. */
  public static SchemaBaseline of(RecordShape shape) {
    String resource = shape.label() + ".baseline";
    try (InputStream input = SchemaBaseline.class.getResourceAsStream(resource)) {
      if (input == null) {
        throw new IllegalStateException("Cannot find the resource " + resource);
      }
      return parse(shape, new String(input.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the resource " + resource, failure);
    }
  }

  static SchemaBaseline parse(RecordShape shape, String text) {
    Map<String, KnownField> fields = new TreeMap<>();
    for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("Cannot read the line \"" + line + "\" of a baseline");
      }
      String values = matcher.group(4);
      KnownField field =
          new KnownField(
              FieldType.named(matcher.group(2)),
              values == null ? Set.of() : Set.copyOf(List.of(values.split(" "))));
      if (fields.put(matcher.group(1), field) != null) {
        throw new IllegalArgumentException("Cannot use " + line + ": the path is told twice");
      }
    }
    return new SchemaBaseline(shape, fields);
  }

  public RecordShape shape() {
    return shape;
  }

  /** All fields by path, in order. */
  public Map<String, KnownField> fields() {
    return fields;
  }

  /** The path under which a member of the object at the path is known; empty where it is not. */
  Optional<String> member(String objectPath, String name) {
    String exact = objectPath.isEmpty() ? name : objectPath + "." + name;
    if (fields.containsKey(exact)) {
      return Optional.of(exact);
    }
    String any = objectPath + ".*";
    return fields.containsKey(any) ? Optional.of(any) : Optional.empty();
  }

  @Nullable KnownField field(String path) {
    return fields.get(path);
  }
}
