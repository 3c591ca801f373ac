package com.spokefleet.normalize;

import com.spokefleet.config.PiiField;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Flow;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Segment;
import com.spokefleet.normalize.conversation.Session;
import com.spokefleet.normalize.row.SegmentRow;
import com.spokefleet.normalize.row.SessionIdentity;
import com.spokefleet.normalize.row.StartDay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one session's segments. */
final class SegmentRows {
  private final String orgId;
  private final Redaction redaction;

  SegmentRows(String orgId, Redaction redaction) {
    this.orgId = orgId;
    this.redaction = redaction;
  }

  List<SegmentRow> rows(Conversation conversation, StartDay startDay, Leg leg) {
    List<SegmentRow> rows = new ArrayList<>(leg.session().segments().size());
    for (Segment segment : leg.session().segments()) {
      rows.add(row(conversation, startDay, leg, rows.size(), segment));
    }
    return rows;
  }

  private SegmentRow row(
      Conversation conversation, StartDay startDay, Leg leg, long index, Segment segment) {
    Participant participant = leg.participant();
    Session session = leg.session();
    Flow flow = session.flow();
    return new SegmentRow(
        orgId,
        conversation.conversationId(),
        leg.sessionId(),
        index,
        startDay,
        segment.start(),
        segment.end(),
        durationMs(segment),
        segment.segmentType(),
        participant.participantId(),
        participant.purpose(),
        session.peerId(),
        session.mediaType(),
        session.direction(),
        session.provider(),
        segment.queueId(),
        participant.userId(),
        segment.groupId(),
        segment.disconnectType(),
        segment.errorCode(),
        segment.conference(),
        segment.audioMuted(),
        segment.wrapUpCode(),
        JoinedText.of(segment.wrapUpTags()),
        JoinedText.of(segment.requestedRoutingSkillIds()),
        segment.requestedLanguageId(),
        JoinedText.of(segment.sipResponseCodes()),
        JoinedText.of(segment.q850ResponseCodes()),
        flow == null ? null : flow.flowId(),
        flow == null ? null : flow.flowName(),
        flow == null ? null : flow.flowType(),
        flow == null ? null : flow.entryType(),
        flow == null ? null : flow.exitReason(),
        identity(leg, flow, segment));
  }

  private static @Nullable Long durationMs(Segment segment) {
    if (segment.end() == null) {
      return null;
    }
    return Math.max(0, Duration.between(segment.start(), segment.end()).toMillis());
  }

  private SessionIdentity identity(Leg leg, @Nullable Flow flow, Segment segment) {
    Participant participant = leg.participant();
    Session session = leg.session();
    return new SessionIdentity(
        leg.isCustomer() ? redaction.text(PiiField.PARTICIPANT_NAME, participant.name()) : null,
        redaction.text(PiiField.EXTERNAL_CONTACT_ID, participant.externalContactId()),
        redaction.text(PiiField.EXTERNAL_ORGANIZATION_ID, participant.externalOrganizationId()),
        redaction.text(PiiField.ANI, session.ani()),
        redaction.text(PiiField.DNIS, session.dnis()),
        redaction.text(PiiField.SESSION_DNIS, session.sessionDnis()),
        redaction.text(PiiField.ADDRESS_FROM, session.addressFrom()),
        redaction.text(PiiField.ADDRESS_TO, session.addressTo()),
        redaction.text(PiiField.ADDRESS_SELF, session.addressSelf()),
        redaction.text(PiiField.ADDRESS_OTHER, session.addressOther()),
        redaction.text(PiiField.REMOTE, session.remote()),
        redaction.text(PiiField.CALLBACK_USER_NAME, session.callbackUserName()),
        redaction.texts(PiiField.CALLBACK_NUMBERS, session.callbackNumbers()),
        redaction.text(PiiField.OUTBOUND_CONTACT_ID, session.outboundContactId()),
        flow == null ? null : redaction.text(PiiField.FLOW_ENTRY_REASON, flow.entryReason()),
        flow == null
            ? null
            : redaction.text(PiiField.FLOW_TRANSFER_TARGET_ADDRESS, flow.transferTargetAddress()),
        redaction.text(PiiField.SUBJECT, segment.subject()),
        redaction.text(PiiField.WRAP_UP_NOTE, segment.wrapUpNote()));
  }
}
