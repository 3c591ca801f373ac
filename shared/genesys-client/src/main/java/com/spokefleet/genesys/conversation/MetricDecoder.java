package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.conversation.Metric;
import java.io.IOException;
import java.time.Instant;

/** Decodes an {@code AnalyticsSessionMetric}. */
final class MetricDecoder {
  private static final String PATH = "participants.sessions.metrics";

  private MetricDecoder() {}

  static Metric decode(FieldReader reader) throws IOException, PoisonException {
    String name = null;
    Long value = null;
    Instant emitDate = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "name" -> name = reader.word();
        case "value" -> value = reader.whole();
        case "emitDate" -> emitDate = reader.instant();
        default -> reader.skipUnknown(PATH, field);
      }
    }
    return new Metric(reader.required(name, "name"), reader.required(value, "value"), emitDate);
  }
}
