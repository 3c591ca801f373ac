package com.spokefleet.testing.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Events as a test puts them on a bus. */
public final class Events {
  public static final String SOURCE =
      "aws.partner/genesys.com/cloud/5f3c9a10-1c2d-4e7b-9a54-0d6b1e2f3a40/siem";
  public static final String AUDITS = "v2.audits.entitytype.{id}.entityid.{id}";

  /** Matches audits. */
  public static final String PATTERN =
      "{\"source\":[\"%s\"],\"detail-type\":[\"%s\"]}".formatted(SOURCE, AUDITS);

  private Events() {}

  /** The id of the n-th event. */
  public static String id(String kind, long number) {
    return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8)).toString();
  }

  public static String audit(String kind, long number) {
    return event(AUDITS, id(kind, number));
  }

  public static String event(String detailType, String id) {
    ObjectNode event =
        Post.JSON
            .createObjectNode()
            .put("version", "0")
            .put("id", id)
            .put("detail-type", detailType)
            .put("source", SOURCE)
            .put("time", "2026-11-20T12:00:00Z");
    event.putObject("detail").putObject("eventBody").put("action", "View");
    return event.toString();
  }
}
