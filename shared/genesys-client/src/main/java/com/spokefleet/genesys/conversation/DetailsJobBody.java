package com.spokefleet.genesys.conversation;

/** Writes the JSON body of a details job. */
final class DetailsJobBody {
  private static final String CONVERSATION_FILTERS = "\"conversationFilters\":[";

  private DetailsJobBody() {}

  static String of(DetailsJobRequest request) {
    return """
    {"interval":"%s/%s","startOfDayIntervalMatching":%s,%s}\
    """
        .formatted(
            DetailsQueryBody.text(request.from()),
            DetailsQueryBody.text(request.to()),
            request.matching() == JobMatching.START_DAY,
            filters(request.filter().members()));
  }

  /** The elements of a list of filters are joined by "and", so ours goes beside the org's own. */
  private static String filters(String members) {
    String ended =
        """
        {"type":"and","predicates":[{"type":"dimension","dimension":"conversationEnd","operator":"exists"}]}\
        """;
    if (members.isEmpty()) {
      return CONVERSATION_FILTERS + ended + "]";
    }
    return members.startsWith(CONVERSATION_FILTERS)
        ? CONVERSATION_FILTERS + ended + "," + members.substring(CONVERSATION_FILTERS.length())
        : CONVERSATION_FILTERS + ended + "]," + members;
  }
}
