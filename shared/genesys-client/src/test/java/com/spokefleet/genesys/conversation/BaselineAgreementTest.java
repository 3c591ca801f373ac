package com.spokefleet.genesys.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.genesys.schema.BaselineSample;
import com.spokefleet.genesys.schema.RecordShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The decoder of conversation details and the committed baseline know the same fields. */
class BaselineAgreementTest {
  private static final Class<?>[] DECODERS = {
    DetailsPageDecoder.class,
    ConversationDecoder.class,
    ParticipantDecoder.class,
    SessionDecoder.class,
    SegmentDecoder.class,
    FlowDecoder.class,
    MetricDecoder.class,
    EvaluationDecoder.class,
    SurveyDecoder.class,
    ResolutionDecoder.class
  };

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

  private final BaselineSample sample =
      new BaselineSample(RecordShape.CONVERSATION_DETAILS, Map.of());

  @Test
  void theDecoderKnowsEveryFieldOfTheBaseline() throws Exception {
    DetailsPage page = decode(Set.of(), "");

    assertThat(page.records()).hasSize(1).allMatch(DetailsRecord.Decoded.class::isInstance);
    assertThat(page.unknownFields()).isEmpty();
  }

  @Test
  void theBaselineKnowsEveryFieldOfTheDecoder() throws Exception {
    Set<String> words = BaselineSample.words(DECODERS);
    assertThat(words).contains("conversationStart", "snippetRecording", "wrapUpNote");
    for (String object : OBJECTS) {
      Set<String> added =
          words.stream()
              .filter(word -> !sample.paths().contains(object + "." + word))
              .collect(Collectors.toCollection(TreeSet::new));
      TreeSet<String> unknown = new TreeSet<>();
      for (List<String> some : inPortions(List.copyOf(added))) {
        DetailsPage page = decode(Set.copyOf(some), object);
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

  private DetailsPage decode(Set<String> more, String at) throws Exception {
    return new DetailsPageDecoder().decode(sample.reply(more, at));
  }
}
