package com.spokefleet.genesys.conversation;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One page of conversation details. Pages drift while data arrives: a conversation can come twice
 * or hide until the next read.
 *
 * @param totalHits Genesys' approximate and moving total; empty when the page does not tell it
 * @param listed whether the page has a list at all; Genesys leaves an empty one out
 * @param records in page order
 * @param unknownFields fields this program has never heard of, by dotted path, with their number
 */
public record DetailsPage(
    OptionalLong totalHits,
    boolean listed,
    List<DetailsRecord> records,
    Map<String, Long> unknownFields) {}
