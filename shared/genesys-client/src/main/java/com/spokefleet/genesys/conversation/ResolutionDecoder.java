package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.normalize.conversation.Resolution;
import java.io.IOException;
import java.time.Instant;

/** Decodes an {@code AnalyticsResolution}. */
final class ResolutionDecoder {
  private static final String PATH = "resolutions";

  private ResolutionDecoder() {}

  static Resolution decode(FieldReader reader) throws IOException, PoisonException {
    Instant eventTime = null;
    String queueId = null;
    String userId = null;
    Long nextContactAvoided = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "eventTime" -> eventTime = reader.instant();
        case "queueId" -> queueId = reader.repeatedIdentifier();
        case "userId" -> userId = reader.repeatedIdentifier();
        case "nNextContactAvoided" -> nextContactAvoided = reader.whole();
        default -> reader.skipUnknown(PATH, field);
      }
    }
    return new Resolution(eventTime, queueId, userId, nextContactAvoided);
  }
}
