package com.spokefleet.aws;

/** What {@link FaultProxy} does to one request. */
sealed interface Fault {
  /** Passes request and answer on. */
  record None() implements Fault {}

  /** Hangs up before the server has heard of the request. */
  record LoseRequest() implements Fault {}

  /** Lets the server carry the request out, runs the deed and hangs up instead of answering. */
  record LoseAnswer(Runnable deed) implements Fault {
    LoseAnswer() {
      this(() -> {});
    }
  }

  /** Announces the whole answer, sends half of it and hangs up. */
  record CutAnswer() implements Fault {}

  /**
   * Changes the last byte of the answer, after adding the checksum of the right bytes, which S3
   * sends of an object that was uploaded with one and S3Proxy does not.
   */
  record DamageAnswer() implements Fault {}

  /** Answers by itself; the server hears nothing. */
  record Refuse(int status, String contentType, String body) implements Fault {}

  /** An error as S3 says it. */
  static Fault s3(int status, String code) {
    return new Refuse(
        status,
        "application/xml",
        "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>scripted</Message></Error>"
            .formatted(code));
  }

  /** An error as DynamoDB and Secrets Manager say it. */
  static Fault json(int status, String code) {
    return new Refuse(
        status,
        "application/x-amz-json-1.1",
        "{\"__type\":\"%s\",\"message\":\"scripted\"}".formatted(code));
  }
}
