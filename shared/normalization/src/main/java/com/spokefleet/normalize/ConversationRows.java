package com.spokefleet.normalize;

import com.spokefleet.config.PiiField;
import com.spokefleet.config.Spoke;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Flow;
import com.spokefleet.normalize.conversation.Resolution;
import com.spokefleet.normalize.conversation.Segment;
import com.spokefleet.normalize.figure.Figure;
import com.spokefleet.normalize.figure.Figures;
import com.spokefleet.normalize.row.ConversationRow;
import com.spokefleet.normalize.row.CustomerIdentity;
import com.spokefleet.normalize.row.StartDay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the row of a whole conversation out of its legs. */
final class ConversationRows {
  private final String orgId;
  private final IdentityKeys keys;
  private final DirectLinks directLinks;
  private final Redaction redaction;

  ConversationRows(Spoke spoke, Redaction redaction) {
    this.orgId = spoke.orgId();
    this.keys = new IdentityKeys(spoke.orgId());
    this.directLinks = new DirectLinks(spoke);
    this.redaction = redaction;
  }

  ConversationRow row(Conversation conversation, Instant end, StartDay startDay, Legs legs) {
    List<Leg> all = legs.byStart();
    List<Leg> interactions = legs.interactionsByStart();
    Flow flow = Legs.first(all, leg -> leg.session().flow());
    return new ConversationRow(
        orgId,
        conversation.conversationId(),
        keys.key(conversation.conversationId()),
        startDay,
        conversation.start(),
        end,
        Duration.between(conversation.start(), end).toMillis(),
        conversation.conferenceStart(),
        conversation.originatingDirection(),
        conversation.conversationInitiator(),
        conversation.customerParticipation(),
        conversation.selfServed(),
        Legs.first(all, leg -> leg.session().mediaType()),
        conversation.divisionIds().isEmpty() ? null : conversation.divisionIds().getFirst(),
        JoinedText.of(conversation.divisionIds()),
        flow == null ? null : flow.flowId(),
        flow == null ? null : flow.flowName(),
        Legs.first(interactions, leg -> leg.first(Segment::queueId)),
        Legs.first(interactions.reversed(), leg -> leg.last(Segment::queueId)),
        Legs.first(interactions, leg -> leg.participant().userId()),
        Legs.first(interactions.reversed(), leg -> leg.participant().userId()),
        lastWrapupCode(all),
        conversation.participants().size(),
        all.size(),
        interactions.size(),
        all.stream().mapToLong(leg -> leg.session().segments().size()).sum(),
        all.stream().mapToLong(leg -> leg.figures().get(Figure.IVR_MS)).sum(),
        interactions.stream().map(Leg::figures).reduce(Figures.NONE, Figures::plus),
        conversation.minMos(),
        conversation.minRFactor(),
        directLinks.conversation(conversation.conversationId()),
        customer(conversation, all),
        conversation.resolutions().size(),
        nextContactAvoided(conversation));
  }

  private static @Nullable Long nextContactAvoided(Conversation conversation) {
    @Nullable Long avoided = null;
    for (Resolution resolution : conversation.resolutions()) {
      Long more = resolution.nextContactAvoided();
      if (more != null) {
        avoided = avoided == null ? more : Long.valueOf(avoided + more);
      }
    }
    return avoided;
  }

  /** The code whose segment started last; of two that started together, the later in the record. */
  private static @Nullable String lastWrapupCode(List<Leg> legs) {
    @Nullable Segment latest = null;
    for (Leg leg : legs) {
      for (Segment segment : leg.session().segments()) {
        if (segment.wrapUpCode() != null
            && (latest == null || !segment.start().isBefore(latest.start()))) {
          latest = segment;
        }
      }
    }
    return latest == null ? null : latest.wrapUpCode();
  }

  /** From the first customer leg that says it; the lines dialled from the first leg of any kind. */
  private CustomerIdentity customer(Conversation conversation, List<Leg> legs) {
    List<Leg> customers = legs.stream().filter(Leg::isCustomer).toList();
    List<Leg> lines = customers.isEmpty() ? legs : customers;
    return new CustomerIdentity(
        redaction.text(
            PiiField.PARTICIPANT_NAME, Legs.first(customers, leg -> leg.participant().name())),
        redaction.text(PiiField.ANI, Legs.first(lines, leg -> leg.session().ani())),
        redaction.text(PiiField.DNIS, Legs.first(lines, leg -> leg.session().dnis())),
        redaction.text(
            PiiField.EXTERNAL_CONTACT_ID,
            Legs.first(customers, leg -> leg.participant().externalContactId())),
        redaction.text(
            PiiField.EXTERNAL_ORGANIZATION_ID,
            Legs.first(customers, leg -> leg.participant().externalOrganizationId())),
        redaction.text(PiiField.EXTERNAL_TAG, conversation.externalTag()));
  }
}
