package com.spokefleet.testing.stream.splunk;

import com.spokefleet.testing.stream.intake.Reply;

/** The answers of an event collector by their documented codes. */
enum HecReply {
  SUCCESS(200, 0, "Success"),
  TOKEN_DISABLED(403, 1, "Token disabled"),
  TOKEN_REQUIRED(401, 2, "Token is required"),
  INVALID_AUTHORIZATION(401, 3, "Invalid authorization"),
  INVALID_TOKEN(403, 4, "Invalid token"),
  NO_DATA(400, 5, "No data"),
  INVALID_DATA_FORMAT(400, 6, "Invalid data format"),
  INCORRECT_INDEX(400, 7, "Incorrect index"),
  INTERNAL_ERROR(500, 8, "Internal server error"),
  SERVER_BUSY(503, 9, "Server is busy"),
  CHANNEL_MISSING(400, 10, "Data channel is missing"),
  INVALID_CHANNEL(400, 11, "Invalid data channel"),
  EVENT_REQUIRED(400, 12, "Event field is required"),
  EVENT_BLANK(400, 13, "Event field cannot be blank"),
  ACK_DISABLED(400, 14, "ACK is disabled"),
  INDEXED_FIELDS(400, 15, "Error in handling indexed fields"),
  HEALTHY(200, 17, "HEC is healthy"),
  UNHEALTHY(503, 18, "HEC is unhealthy, queues are full");

  private final int status;
  private final int code;
  private final String text;

  HecReply(int status, int code, String text) {
    this.status = status;
    this.code = code;
    this.text = text;
  }

  Reply reply() {
    return reply("");
  }

  /** Of an envelope, counted from zero. */
  Reply ofEvent(int number) {
    return reply(",\"invalid-event-number\":" + number);
  }

  Reply acknowledgedLater(long acknowledgement) {
    return reply(",\"ackId\":" + acknowledgement);
  }

  private Reply reply(String more) {
    return Reply.json(status, "{\"text\":\"%s\",\"code\":%d%s}".formatted(text, code, more));
  }
}
