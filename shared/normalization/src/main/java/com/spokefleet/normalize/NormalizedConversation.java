package com.spokefleet.normalize;

import com.spokefleet.normalize.row.ConversationRow;
import com.spokefleet.normalize.row.InteractionRow;
import com.spokefleet.normalize.row.SegmentRow;
import java.util.List;

/**
 * All rows of one conversation: they are replaced together. The conversation's figures are the sums
 * of its interactions' figures.
 */
public record NormalizedConversation(
    ConversationRow conversation, List<InteractionRow> interactions, List<SegmentRow> segments) {}
