package com.spokefleet.genesys.conversation;

/** Order of a details query. Genesys sorts by one instant of the conversation. */
public enum DetailsOrder {
  CONVERSATION_START_ASCENDING("conversationStart", "asc"),
  CONVERSATION_START_DESCENDING("conversationStart", "desc"),
  CONVERSATION_END_ASCENDING("conversationEnd", "asc"),
  CONVERSATION_END_DESCENDING("conversationEnd", "desc");

  private final String orderBy;
  private final String order;

  DetailsOrder(String orderBy, String order) {
    this.orderBy = orderBy;
    this.order = order;
  }

  String orderBy() {
    return orderBy;
  }

  String order() {
    return order;
  }
}
