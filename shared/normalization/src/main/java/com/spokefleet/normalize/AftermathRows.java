package com.spokefleet.normalize;

import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Evaluation;
import com.spokefleet.normalize.conversation.Survey;
import com.spokefleet.normalize.row.EvaluationRow;
import com.spokefleet.normalize.row.StartDay;
import com.spokefleet.normalize.row.SurveyRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of what comes days after a conversation's end. Where a record repeats an id, the later
 * one is the newer and stays; one without an id goes by its position.
 */
final class AftermathRows {
  private final String orgId;

  AftermathRows(String orgId) {
    this.orgId = orgId;
  }

  List<EvaluationRow> evaluations(Conversation conversation, StartDay startDay) {
    Map<String, EvaluationRow> rows = LinkedHashMap.newLinkedHashMap(2);
    for (Evaluation evaluation : conversation.evaluations()) {
      String id = idOr(evaluation.evaluationId(), rows.size());
      rows.put(
          id,
          new EvaluationRow(
              orgId,
              conversation.conversationId(),
              id,
              startDay,
              conversation.start(),
              evaluation));
    }
    return List.copyOf(rows.values());
  }

  List<SurveyRow> surveys(Conversation conversation, StartDay startDay) {
    Map<String, SurveyRow> rows = LinkedHashMap.newLinkedHashMap(2);
    for (Survey survey : conversation.surveys()) {
      String id = idOr(survey.surveyId(), rows.size());
      rows.put(
          id,
          new SurveyRow(
              orgId, conversation.conversationId(), id, startDay, conversation.start(), survey));
    }
    return List.copyOf(rows.values());
  }

  private static String idOr(@Nullable String id, int position) {
    return id == null ? "position-" + position : id;
  }
}
