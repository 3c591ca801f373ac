package com.spokefleet.genesys.conversation;

import com.spokefleet.config.QueryFilter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes the JSON body of a details query: numbers, instants, constants, and the filter, which is
 * JSON already.
 */
final class DetailsQueryBody {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private DetailsQueryBody() {}

  static String of(DetailsWindow window, QueryFilter filter, int pageNumber, int pageSize) {
    return """
    {"interval":"%s/%s","order":"%s","orderBy":"%s",%s"paging":{"pageSize":%d,"pageNumber":%d}}\
    """
        .formatted(
            text(window.from()),
            text(window.to()),
            window.order().order(),
            window.order().orderBy(),
            membersBefore(window.state(), filter),
            pageSize,
            pageNumber);
  }

  static String text(Instant instant) {
    return INSTANT.format(instant);
  }

  private static String membersBefore(ConversationState state, QueryFilter filter) {
    String members = members(state, filter);
    return members.isEmpty() ? "" : members + ",";
  }

  /** The filters of a query or job for conversations in that state. */
  static String members(ConversationState state, QueryFilter filter) {
    return switch (state) {
      case ENDED -> filter.membersWith("conversationFilters", conversationEnd("exists"));
      case OPEN -> filter.membersWith("conversationFilters", conversationEnd("notExists"));
      case ANY -> filter.members();
    };
  }

  private static String conversationEnd(String operator) {
    return """
    {"type":"and","predicates":[\
    {"type":"dimension","dimension":"conversationEnd","operator":"%s"}]}\
    """
        .formatted(operator);
  }
}
