package com.spokefleet.genesys.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.genesys.schema.FieldType;
import com.spokefleet.genesys.schema.KnownField;
import com.spokefleet.genesys.schema.RecordShape;
import com.spokefleet.genesys.schema.SchemaBaseline;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The decoder of conversation details and the committed baseline know the same fields. */
class BaselineAgreementTest {
  private static final List<Class<?>> DECODERS =
      List.of(
          DetailsPageDecoder.class,
          ConversationDecoder.class,
          ParticipantDecoder.class,
          SessionDecoder.class,
          SegmentDecoder.class,
          FlowDecoder.class,
          MetricDecoder.class,
          EvaluationDecoder.class,
          SurveyDecoder.class,
          ResolutionDecoder.class);

  /** Objects that a decoder reads; the others are passed over whole. */
  private static final List<String> OBJECTS =
      List.of(
          "conversations[]",
          "conversations[].participants[]",
          "conversations[].participants[].sessions[]",
          "conversations[].participants[].sessions[].segments[]",
          "conversations[].participants[].sessions[].flow",
          "conversations[].participants[].sessions[].metrics[]",
          "conversations[].evaluations[]",
          "conversations[].surveys[]",
          "conversations[].resolutions[]");

  private final Map<String, KnownField> fields =
      SchemaBaseline.of(RecordShape.CONVERSATION_DETAILS).fields();

  @Test
  void theDecoderKnowsEveryFieldOfTheBaseline() throws Exception {
    DetailsPage page = decode(whole("", Set.of(), ""));

    assertThat(page.records()).hasSize(1).allMatch(DetailsRecord.Decoded.class::isInstance);
    assertThat(page.unknownFields()).isEmpty();
  }

  @Test
  void theBaselineKnowsEveryFieldOfTheDecoder() throws Exception {
    Set<String> words = wordsOfTheDecoders();
    assertThat(words).contains("conversationStart", "snippetRecording", "wrapUpNote");
    for (String object : OBJECTS) {
      Set<String> added =
          words.stream()
              .filter(word -> !fields.containsKey(object + "." + word))
              .collect(Collectors.toCollection(TreeSet::new));
      TreeSet<String> unknown = new TreeSet<>();
      for (List<String> some : inPortions(List.copyOf(added))) {
        DetailsPage page = decode(whole("", Set.copyOf(some), object));
        String path = object.replace("[]", "").replaceFirst("^conversations\\.?", "");
        page.unknownFields()
            .keySet()
            .forEach(field -> unknown.add(path.isEmpty() ? field : lastOf(path, field)));
      }
      assertThat(added).as("known to the decoder alone, in " + object).isEqualTo(unknown);
    }
  }

  private static String lastOf(String path, String field) {
    assertThat(field).startsWith(path + ".");
    return field.substring(path.length() + 1);
  }

  /** Fewer at a time than the decoder names one by one. */
  private static List<List<String>> inPortions(List<String> words) {
    return java.util.stream.IntStream.range(0, (words.size() + 49) / 50)
        .mapToObj(index -> words.subList(index * 50, Math.min(words.size(), index * 50 + 50)))
        .toList();
  }

  /** Every text in the decoders' classes that can be the name of a field. */
  private static Set<String> wordsOfTheDecoders() throws IOException {
    Set<String> words = new TreeSet<>();
    for (Class<?> decoder : DECODERS) {
      String file = decoder.getSimpleName() + ".class";
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
      }
    }
    return words;
  }

  private static DetailsPage decode(JsonNode page) throws Exception {
    return new DetailsPageDecoder().decode(new ObjectMapper().writeValueAsBytes(page));
  }

  /** A page with every field once, and more names in the objects at one path. */
  private ObjectNode whole(String path, Set<String> more, String at) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (name, field) -> {
          String parent = path.isEmpty() ? "" : path + ".";
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
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (field.type()) {
      case STRING ->
          json.textNode(path.matches(".*(Start|End|Date|Time)") ? "2026-11-10T14:00:01Z" : "x");
      case INTEGER -> json.numberNode(1);
      case NUMBER -> json.numberNode(1.5);
      case BOOLEAN -> json.booleanNode(true);
      case OBJECT -> whole(path, more, at);
      case ANY -> json.nullNode();
      case ARRAY -> {
        ArrayNode array = json.arrayNode();
        KnownField element = fields.get(path + "[]");
        if (element != null && element.type() != FieldType.ANY) {
          array.add(value(path + "[]", element, more, at));
        }
        yield array;
      }
    };
  }
}
