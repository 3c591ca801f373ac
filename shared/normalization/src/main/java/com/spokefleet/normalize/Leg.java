package com.spokefleet.normalize;

import com.spokefleet.normalize.conversation.Metric;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Segment;
import com.spokefleet.normalize.conversation.Session;
import com.spokefleet.normalize.figure.Figures;
import com.spokefleet.normalize.figure.InvalidMetricException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One session with its participant and figures, under an id that is unique in its conversation.
 *
 * @param isInteraction whether it has a row in interactions: the legs of queues and agents, and
 *     whatever else carries their figures (a user called directly, a purpose Genesys has yet to
 *     invent), so that no figure is lost
 */
record Leg(
    String sessionId,
    Participant participant,
    Session session,
    Figures figures,
    boolean isInteraction) {
  private static final String QUEUE = "acd";
  private static final String AGENT = "agent";

  static Leg of(String sessionId, Participant participant, Session session)
      throws InvalidMetricException {
    Figures figures = Figures.of(session.metrics());
    String purpose = participant.purpose();
    return new Leg(
        sessionId,
        participant,
        session,
        figures,
        QUEUE.equals(purpose) || AGENT.equals(purpose) || figures.showWork());
  }

  /** Whether it is the same session of the same participant, word for word. */
  boolean repeats(Participant otherParticipant, Session otherSession) {
    return participant.participantId().equals(otherParticipant.participantId())
        && session.equals(otherSession);
  }

  boolean isQueue() {
    return QUEUE.equals(participant.purpose());
  }

  boolean isCustomer() {
    return "customer".equals(participant.purpose()) || "external".equals(participant.purpose());
  }

  /** Start of the earliest segment; null when there is none. */
  @Nullable Instant start() {
    @Nullable Instant earliest = null;
    for (Segment segment : session.segments()) {
      if (earliest == null || segment.start().isBefore(earliest)) {
        earliest = segment.start();
      }
    }
    return earliest;
  }

  /** End of the latest segment; null when there is none or one is still open. */
  @Nullable Instant end() {
    @Nullable Instant latest = null;
    for (Segment segment : session.segments()) {
      Instant end = segment.end();
      if (end == null) {
        return null;
      }
      if (latest == null || end.isAfter(latest)) {
        latest = end;
      }
    }
    return latest;
  }

  /** The value of the first segment that has one. */
  <T> @Nullable T first(Function<Segment, @Nullable T> field) {
    for (Segment segment : session.segments()) {
      T value = field.apply(segment);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The value of the last segment, by position in the record, that has one. */
  <T> @Nullable T last(Function<Segment, @Nullable T> field) {
    for (Segment segment : session.segments().reversed()) {
      T value = field.apply(segment);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The skills asked for by the first segment that asked for any. */
  List<String> requestedSkills() {
    for (Segment segment : session.segments()) {
      if (!segment.requestedRoutingSkillIds().isEmpty()) {
        return segment.requestedRoutingSkillIds();
      }
    }
    return List.of();
  }

  /** When the metric was first emitted; null when it never was or came without a date. */
  @Nullable Instant emitted(String metricName) {
    @Nullable Instant earliest = null;
    for (Metric metric : session.metrics()) {
      Instant date = metric.emitDate();
      if (date != null
          && metric.name().equals(metricName)
          && (earliest == null || date.isBefore(earliest))) {
        earliest = date;
      }
    }
    return earliest;
  }
}
