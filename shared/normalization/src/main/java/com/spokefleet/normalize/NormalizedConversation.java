package com.spokefleet.normalize;

import com.spokefleet.normalize.currency.Sale;
import com.spokefleet.normalize.row.AttributeRow;
import com.spokefleet.normalize.row.ConversationRow;
import com.spokefleet.normalize.row.EvaluationRow;
import com.spokefleet.normalize.row.InteractionRow;
import com.spokefleet.normalize.row.SegmentRow;
import com.spokefleet.normalize.row.SurveyRow;
import java.util.List;
import java.util.Optional;

/**
 * All rows of one conversation: they are replaced together. The conversation's figures are the sums
 * of its interactions' figures.
 *
 * @param attributes none where the record came from a source without attributes, which says nothing
 *     of those the conversation has
 * @param sale what it earned, as its attributes tell; not converted yet
 */
public record NormalizedConversation(
    ConversationRow conversation,
    List<InteractionRow> interactions,
    List<SegmentRow> segments,
    List<EvaluationRow> evaluations,
    List<SurveyRow> surveys,
    List<AttributeRow> attributes,
    Optional<Sale> sale) {}
