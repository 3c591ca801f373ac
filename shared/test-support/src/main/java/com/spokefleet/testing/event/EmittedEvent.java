package com.spokefleet.testing.event;

import java.time.Instant;

/**
 * An event as an organisation's EventBridge integration delivers it.
 *
 * @param at when what it tells of happened
 * @param topic its kind: the last words of its topic, such as {@code customer.end}
 * @param json the whole EventBridge envelope; holds personal data, as real ones do
 */
public record EmittedEvent(Instant at, String topic, String conversationId, String json) {}
