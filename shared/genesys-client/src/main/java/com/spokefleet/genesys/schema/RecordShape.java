package com.spokefleet.genesys.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of reply whose fields are committed as a baseline. */
public enum RecordShape {
  CONVERSATION_DETAILS(
      "conversation-details", "conversations", List.of("conversationId", "conversationStart")),
  USERS_DETAILS("users-details", "userDetails", List.of("userId", "primaryPresence")),
  CONVERSATION_AGGREGATES("conversation-aggregates", "results", List.of("group", "data")),
  AUDITS("audits", "entities", List.of("serviceName", "action"));

  private final String label;
  private final String listMember;
  private final List<String> ofRecord;

  RecordShape(String label, String listMember, List<String> ofRecord) {
    this.label = label;
    this.listMember = listMember;
    this.ofRecord = ofRecord;
  }

  /** Name in commands and of the baseline's file. */
  public String label() {
    return label;
  }

  /** The member of a page that lists its records. */
  public String listMember() {
    return listMember;
  }

  public static Optional<RecordShape> labelled(String label) {
    return Arrays.stream(values()).filter(shape -> shape.label.equals(label)).findFirst();
  }

  /** What a page or a single record is, told by the members that only its kind has. */
  public static Optional<RecordShape> of(JsonNode document) {
    return Arrays.stream(values())
        .filter(shape -> shape.isPage(document) || shape.isRecord(document))
        .findFirst();
  }

  boolean isPage(JsonNode document) {
    return document.path(listMember).isArray();
  }

  private boolean isRecord(JsonNode document) {
    return ofRecord.stream().allMatch(document::has);
  }
}
