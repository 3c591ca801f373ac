package com.spokefleet.genesys.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.genesys.schema.BaselineSample;
import com.spokefleet.genesys.schema.RecordShape;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The decoder of audits and the committed baseline know the same fields of a record. */
class AuditsBaselineTest {
  /** The decoder reads events as well, which the baseline is not about. */
  private static final Set<String> OF_EVENTS =
      Set.of("clientId", "userDisplay", "userId", "username");

  private final BaselineSample sample = new BaselineSample(RecordShape.AUDITS, Map.of());

  @Test
  void theDecoderKnowsEveryFieldOfTheBaseline() throws Exception {
    assertThat(unknown(Set.of())).isZero();
  }

  @Test
  void theBaselineKnowsEveryFieldOfTheDecoder() throws Exception {
    Set<String> words = BaselineSample.words(AuditDecoder.class);
    assertThat(words)
        .contains("eventTime", "initiatingAction", "userHomeOrgId")
        .containsAll(OF_EVENTS);
    for (String word : words) {
      if (!sample.paths().contains("entities[]." + word) && !OF_EVENTS.contains(word)) {
        assertThat(unknown(Set.of(word))).as(word).isEqualTo(1);
      }
    }
  }

  private int unknown(Set<String> more) throws Exception {
    List<AuditRecord> records = new ArrayList<>();
    AuditStream.strict()
        .read(new ByteArrayInputStream(sample.reply(more, "entities[]")), records::add);
    assertThat(records).hasSize(1).allMatch(AuditRecord.Decoded.class::isInstance);
    return ((AuditRecord.Decoded) records.getFirst()).unknownFields();
  }
}
