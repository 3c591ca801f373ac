package com.spokefleet.replay.deadletter;

/**
 * A message EventBridge put into a dead-letter queue.
 *
 * @param receipt deletes the message; empty where somebody else deletes
 * @param body the event
 * @param targetArn what it was meant for; empty if the message does not tell
 * @param errorCode why it could not be delivered, such as NO_PERMISSIONS
 */
public record DeadLetter(
    String id, String receipt, String body, String targetArn, String errorCode) {
  /** The message attributes EventBridge sets. */
  public static final String TARGET_ARN = "TARGET_ARN";

  public static final String ERROR_CODE = "ERROR_CODE";
}
