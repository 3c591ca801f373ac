package com.spokefleet.normalize.row;

import com.spokefleet.normalize.conversation.Evaluation;
import java.time.Instant;

/**
 * One quality evaluation of a conversation.
 *
 * @param evaluationId Genesys' id, or the position in the record where there is none
 */
public record EvaluationRow(
    String orgId,
    String conversationId,
    String evaluationId,
    StartDay startDay,
    Instant conversationStart,
    Evaluation evaluation) {}
