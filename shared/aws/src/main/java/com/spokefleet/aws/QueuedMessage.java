package com.spokefleet.aws;

import java.util.Map;

/**
 * One message as SQS handed it out.
 *
 * @param receipt deletes this message, as long as it is not handed out again
 * @param attributes the message attributes that are texts
 */
public record QueuedMessage(
    String id, String receipt, String body, Map<String, String> attributes) {}
