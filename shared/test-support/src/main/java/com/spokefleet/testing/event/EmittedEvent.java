package com.spokefleet.testing.event;

import java.time.Instant;

/**
 * An event as an organisation's EventBridge integration delivers it.
 *
 * @param at when what it tells of happened
 * @param id the envelope's id, unlike any other
 * @param detailType the template of its topic
 * @param topic its kind: the last words of its topic, such as {@code customer.end}, or {@code
 *     audit}
 * @param conversationId empty where it is about no conversation
 * @param json the whole EventBridge envelope; holds personal data, as real ones do
 */
public record EmittedEvent(
    Instant at, String id, String detailType, String topic, String conversationId, String json) {}
