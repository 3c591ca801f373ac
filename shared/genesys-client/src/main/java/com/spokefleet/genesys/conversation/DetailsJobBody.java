package com.spokefleet.genesys.conversation;

/** Writes the JSON body of a details job. */
final class DetailsJobBody {
  private DetailsJobBody() {}

  static String of(DetailsJobRequest request) {
    return """
    {"interval":"%s/%s","startOfDayIntervalMatching":%s,%s}\
    """
        .formatted(
            DetailsQueryBody.text(request.from()),
            DetailsQueryBody.text(request.to()),
            request.matching() == JobMatching.START_DAY,
            DetailsQueryBody.members(ConversationState.ENDED, request.filter()));
  }
}
