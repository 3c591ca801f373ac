package com.spokefleet.genesys.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Replies made of a baseline alone, and what a decoder knows by its class file alone. */
public final class BaselineSample {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, KnownField> fields;
  private final Map<String, String> texts;

  /**
   * @param texts by path, where a decoder takes no text but certain ones
   */
  public BaselineSample(RecordShape shape, Map<String, String> texts) {
    this.fields = SchemaBaseline.of(shape).fields();
    this.texts = Map.copyOf(texts);
  }

  public Set<String> paths() {
    return fields.keySet();
  }

  /** A reply with every field once, and more names in the objects at one path. */
  public byte[] reply(Set<String> more, String at) {
    try {
      return new ObjectMapper().writeValueAsBytes(whole("", more, at));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private ObjectNode whole(String path, Set<String> more, String at) {
    ObjectNode object = JSON.objectNode();
    String parent = path.isEmpty() ? "" : path + ".";
    fields.forEach(
        (name, field) -> {
          String last = name.startsWith(parent) ? name.substring(parent.length()) : "";
          if (last.matches("[A-Za-z0-9]+") && !name.equals("aggregations")) {
            object.set(last, value(name, field, more, at));
          }
        });
    if (path.equals(at)) {
      more.forEach(object::putNull);
    }
    return object;
  }

  private JsonNode value(String path, KnownField field, Set<String> more, String at) {
    return switch (field.type()) {
      case STRING -> JSON.textNode(texts.getOrDefault(path, text(path)));
      case INTEGER -> JSON.numberNode(1);
      case NUMBER -> JSON.numberNode(1.5);
      case BOOLEAN -> JSON.booleanNode(true);
      case OBJECT -> whole(path, more, at);
      case ANY -> JSON.nullNode();
      case ARRAY -> {
        ArrayNode array = JSON.arrayNode();
        KnownField element = fields.get(path + "[]");
        if (element != null && element.type() != FieldType.ANY) {
          array.add(value(path + "[]", element, more, at));
        }
        yield array;
      }
    };
  }

  private static String text(String path) {
    return path.matches(".*(Start|End|Date|Time)") ? "2026-11-10T14:00:01Z" : "x";
  }

  /** Every text in the classes that can be the name of a field. */
  public static Set<String> words(Class<?>... decoders) {
    Set<String> words = new TreeSet<>();
    for (Class<?> decoder : decoders) {
      String file = decoder.getName().replaceFirst(".*\\.", "") + ".class";
      try (InputStream bytes = decoder.getResourceAsStream(file)) {
        ClassFile.of()
            .parse(bytes.readAllBytes())
            .constantPool()
            .forEach(
                entry -> {
                  if (entry instanceof StringEntry text
                      && text.stringValue().matches("[a-z][A-Za-z0-9]+")) {
                    words.add(text.stringValue());
                  }
                });
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return words;
  }
}
