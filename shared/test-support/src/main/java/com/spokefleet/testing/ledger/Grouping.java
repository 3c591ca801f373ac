package com.spokefleet.testing.ledger;

/** How figures are divided. */
public enum Grouping {
  TOTAL(false, false, false),
  DAY(true, false, false),
  QUEUE(false, true, false),
  MEDIA(false, false, true),
  QUEUE_AND_MEDIA(false, true, true),
  DAY_QUEUE_AND_MEDIA(true, true, true);

  private final boolean byDay;
  private final boolean byQueue;
  private final boolean byMedia;

  Grouping(boolean byDay, boolean byQueue, boolean byMedia) {
    this.byDay = byDay;
    this.byQueue = byQueue;
    this.byMedia = byMedia;
  }

  FigureKey keyOf(TrueConversation conversation, TrueFact fact) {
    return new FigureKey(
        byDay ? conversation.day() : null,
        byQueue ? fact.queueId() : null,
        byMedia ? fact.mediaType() : null);
  }

  /** True where a conversation without any fact still belongs to a group. */
  boolean countsEveryConversation() {
    return !byQueue && !byMedia;
  }

  FigureKey keyOf(TrueConversation conversation) {
    return new FigureKey(byDay ? conversation.day() : null, null, null);
  }
}
