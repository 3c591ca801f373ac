package com.spokefleet.genesys.conversation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the JSON body of a details query. All its parts are numbers, instants and constants. */
final class DetailsQueryBody {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private DetailsQueryBody() {}

  static String of(DetailsWindow window, int pageNumber, int pageSize) {
    return """
    {"interval":"%s/%s","order":"%s","orderBy":"%s",%s"paging":{"pageSize":%d,"pageNumber":%d}}\
    """
        .formatted(
            text(window.from()),
            text(window.to()),
            window.order().order(),
            window.order().orderBy(),
            filter(window.state()),
            pageSize,
            pageNumber);
  }

  static String text(Instant instant) {
    return INSTANT.format(instant);
  }

  private static String filter(ConversationState state) {
    return switch (state) {
      case ENDED -> conversationEnd("exists");
      case OPEN -> conversationEnd("notExists");
      case ANY -> "";
    };
  }

  private static String conversationEnd(String operator) {
    return """
    "conversationFilters":[{"type":"and","predicates":[\
    {"type":"dimension","dimension":"conversationEnd","operator":"%s"}]}],\
    """
        .formatted(operator);
  }
}
