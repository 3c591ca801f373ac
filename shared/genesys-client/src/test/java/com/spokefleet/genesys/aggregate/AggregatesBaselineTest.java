package com.spokefleet.genesys.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.genesys.schema.BaselineSample;
import com.spokefleet.genesys.schema.RecordShape;
import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.WithinView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder of aggregates and the committed baseline know the same fields. */
class AggregatesBaselineTest {
  private static final Instant FROM = Instant.parse("2026-11-10T14:00:00Z");
  private static final WithinView VIEW = WithinView.of(AggregateMetric.ANSWERED, 30_000);

  /** What a query groups by is in the reply's groups, by names of its own. */
  private static final Set<String> GROUPED = Set.of("queueId", "mediaType", "direction");

  private final BaselineSample sample =
      new BaselineSample(
          RecordShape.CONVERSATION_AGGREGATES,
          Map.of(
              "results[].data[].interval",
              FROM + "/" + FROM.plusSeconds(1_800),
              "results[].data[].metrics[].metric",
              "tAnswered",
              "results[].data[].views[].name",
              VIEW.name()));

  @Test
  void theDecoderKnowsEveryFieldOfTheBaseline() throws Exception {
    assertThat(unknown(GROUPED, "results[].group")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "results[]",
        "results[].data[]",
        "results[].data[].metrics[]",
        "results[].data[].metrics[].stats",
        "results[].data[].views[].stats"
      })
  void theBaselineKnowsEveryFieldOfTheDecoder(String object) throws Exception {
    Set<String> words = BaselineSample.words(decoders());
    assertThat(words).contains("systemToOrganizationMappings", "numerator", "interval");
    for (String word : words) {
      boolean inBaseline = sample.paths().contains(object.isEmpty() ? word : object + "." + word);
      if (!inBaseline) {
        assertThat(unknown(Set.of(word), object)).as(object + "." + word).isPositive();
      }
    }
  }

  private static Class<?>[] decoders() throws ClassNotFoundException {
    return new Class<?>[] {
      AggregatesReplyDecoder.class,
      Class.forName(AggregatesReplyDecoder.class.getName() + "$Reply"),
      Stats.class
    };
  }

  private long unknown(Set<String> more, String at) throws Exception {
    return new AggregatesReplyDecoder(Duration.ofMinutes(30), List.of(VIEW))
        .decode(sample.reply(more, at), FROM, FROM.plusSeconds(3_600))
        .unknown();
  }
}
