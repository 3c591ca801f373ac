package com.spokefleet.normalize;

import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.figure.InvalidMetricException;
import com.spokefleet.normalize.row.InteractionRow;
import com.spokefleet.normalize.row.SegmentRow;
import com.spokefleet.normalize.row.StartDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns one ended conversation of one org into its lake rows. The same record always gives the same
 * rows; nothing outside the record and the spoke's entry in fleet.yaml enters them. Customer data
 * enters only where the spoke allows that very field. Safe for use by several threads.
 */
public final class ConversationNormalizer {
  private final String orgId;
  private final ZoneId timeZone;
  private final ConversationRows conversationRows;
  private final InteractionRows interactionRows;
  private final SegmentRows segmentRows;
  private final AftermathRows aftermathRows;
  private final AttributeRows attributeRows;
  private final SaleOfAttributes saleOfAttributes;

  /** Fails for a metrics-only org: no record of a person may ever leave it. */
  public ConversationNormalizer(Spoke spoke) {
    if (spoke.residency() == Residency.METRICS_ONLY) {
      throw new IllegalArgumentException(
          "Cannot normalize conversations of " + spoke.name() + ": the org is metrics-only");
    }
    Redaction redaction = new Redaction(spoke.allowedPii());
    this.orgId = spoke.orgId();
    this.timeZone = spoke.timeZone();
    this.conversationRows = new ConversationRows(spoke, redaction);
    this.interactionRows = new InteractionRows(spoke.orgId());
    this.segmentRows = new SegmentRows(spoke.orgId(), redaction);
    this.aftermathRows = new AftermathRows(spoke.orgId());
    this.attributeRows = new AttributeRows(spoke.orgId(), spoke.allowedAttributes());
    this.saleOfAttributes = new SaleOfAttributes(spoke.revenue());
  }

  /**
   * Makes all rows of a conversation.
   *
   * @throws InvalidConversationException if the record has no id, has not ended, ends before it
   *     starts, or holds a metric that cannot be true (see {@code Figures})
   */
  public NormalizedConversation normalize(Conversation conversation) {
    Instant end = requireEnd(conversation);
    Legs legs = legs(conversation);
    StartDay startDay = StartDay.of(conversation.start(), timeZone);
    List<InteractionRow> interactions = new ArrayList<>();
    List<SegmentRow> segments = new ArrayList<>();
    for (Leg leg : legs.all()) {
      if (leg.isInteraction()) {
        interactions.add(interactionRows.row(conversation, startDay, leg));
      }
      segments.addAll(segmentRows.rows(conversation, startDay, leg));
    }
    return new NormalizedConversation(
        conversationRows.row(conversation, end, startDay, legs),
        List.copyOf(interactions),
        List.copyOf(segments),
        aftermathRows.evaluations(conversation, startDay),
        aftermathRows.surveys(conversation, startDay),
        attributeRows.rows(conversation, startDay),
        saleOfAttributes.of(conversation, end, startDay));
  }

  private Instant requireEnd(Conversation conversation) {
    if (conversation.conversationId().isBlank()) {
      throw invalid(conversation, "it has no id");
    }
    Instant end = conversation.end();
    if (end == null) {
      throw invalid(conversation, "it has not ended");
    }
    if (end.isBefore(conversation.start())) {
      throw invalid(
          conversation, "it ends at " + end + ", before it starts at " + conversation.start());
    }
    return end;
  }

  private Legs legs(Conversation conversation) {
    try {
      return Legs.of(conversation);
    } catch (InvalidMetricException invalidMetric) {
      throw invalid(conversation, invalidMetric.reason());
    }
  }

  private InvalidConversationException invalid(Conversation conversation, String reason) {
    return new InvalidConversationException(orgId, conversation.conversationId(), reason);
  }
}
