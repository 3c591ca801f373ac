package com.spokefleet.normalize;

import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Segment;
import com.spokefleet.normalize.conversation.Session;
import com.spokefleet.normalize.figure.Figure;
import com.spokefleet.normalize.figure.Figures;
import com.spokefleet.normalize.row.InteractionRow;
import com.spokefleet.normalize.row.InteractionRow.Moments;
import com.spokefleet.normalize.row.Outcome;
import com.spokefleet.normalize.row.StartDay;

/** Makes the row of one queue or agent leg. */
final class InteractionRows {
  private final String orgId;
  private final IdentityKeys keys;

  InteractionRows(String orgId) {
    this.orgId = orgId;
    this.keys = new IdentityKeys(orgId);
  }

  InteractionRow row(Conversation conversation, StartDay startDay, Leg leg) {
    Participant participant = leg.participant();
    Session session = leg.session();
    String queueId = leg.first(Segment::queueId);
    return new InteractionRow(
        orgId,
        conversation.conversationId(),
        leg.sessionId(),
        keys.key(conversation.conversationId()),
        startDay,
        leg.start(),
        leg.end(),
        participant.participantId(),
        participant.purpose(),
        session.mediaType(),
        session.messageType(),
        session.direction(),
        queueId,
        keys.keyOrNull(queueId),
        participant.userId(),
        keys.keyOrNull(participant.userId()),
        participant.teamId(),
        outcome(leg),
        leg.figures(),
        moments(leg),
        leg.last(Segment::wrapUpCode),
        leg.last(Segment::disconnectType),
        leg.last(Segment::errorCode),
        JoinedText.of(session.requestedRoutings()),
        session.usedRouting(),
        JoinedText.of(leg.requestedSkills()),
        leg.first(Segment::requestedLanguageId),
        session.flowInType(),
        session.flowOutType(),
        session.outboundCampaignId(),
        session.callbackScheduledTime(),
        session.acwSkipped());
  }

  private static Outcome outcome(Leg leg) {
    Figures figures = leg.figures();
    if (figures.has(Figure.ABANDONED)) {
      return Outcome.ABANDONED;
    }
    if (figures.has(Figure.FLOW_OUT)) {
      return Outcome.FLOW_OUT;
    }
    if (figures.has(Figure.TRANSFERRED)) {
      return Outcome.TRANSFERRED;
    }
    if (figures.has(Figure.ANSWERED) || wasHandedToAgent(leg)) {
      return Outcome.ANSWERED;
    }
    return figures.has(Figure.NOT_RESPONDING) ? Outcome.NOT_RESPONDING : Outcome.OTHER;
  }

  /** A queue leg that ends by transfer, and neither abandoned nor flowed out, reached an agent. */
  private static boolean wasHandedToAgent(Leg leg) {
    return leg.isQueue() && "transfer".equals(leg.last(Segment::disconnectType));
  }

  private static Moments moments(Leg leg) {
    return new Moments(
        leg.emitted(Figure.OFFERED.metric()),
        leg.emitted(Figure.ANSWERED.metric()),
        leg.emitted(Figure.ABANDONED.metric()),
        leg.emitted(Figure.FLOW_OUT.metric()),
        leg.emitted(Figure.TRANSFERRED.metric()),
        leg.emitted(Figure.HANDLED.metric()));
  }
}
