package com.spokefleet.normalize.row;

import com.spokefleet.normalize.conversation.Survey;
import java.time.Instant;

/**
 * One customer survey of a conversation.
 *
 * @param surveyId Genesys' id, or the position in the record where there is none
 */
public record SurveyRow(
    String orgId,
    String conversationId,
    String surveyId,
    StartDay startDay,
    Instant conversationStart,
    Survey survey) {}
