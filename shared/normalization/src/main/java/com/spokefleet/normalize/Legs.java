package com.spokefleet.normalize;

import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Session;
import com.spokefleet.normalize.figure.InvalidMetricException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All legs of a conversation, in the record's order. */
record Legs(List<Leg> all) {
  private static final Comparator<Leg> BY_START =
      Comparator.comparing(Leg::start, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

  /**
   * Reads the legs. A session that stands in the record twice with the same content counts once. A
   * different session under an id already taken keeps its rows under {@code <id>#2}, {@code #3} and
   * so on, for the id is part of every key and neither may be lost.
   */
  static Legs of(Conversation conversation) throws InvalidMetricException {
    Map<String, Leg> byId = new LinkedHashMap<>();
    for (Participant participant : conversation.participants()) {
      for (Session session : participant.sessions()) {
        String id = session.sessionId();
        @Nullable Leg namesake = byId.get(id);
        for (int number = 2;
            namesake != null && !namesake.repeats(participant, session);
            number++) {
          id = session.sessionId() + "#" + number;
          namesake = byId.get(id);
        }
        if (namesake == null) {
          byId.put(id, Leg.of(id, participant, session));
        }
      }
    }
    return new Legs(List.copyOf(byId.values()));
  }

  /** The queue and agent legs by start; those without a start come last. */
  List<Leg> interactionsByStart() {
    return all.stream().filter(Leg::isInteraction).sorted(BY_START).toList();
  }

  /** All legs by start; those without a start come last. */
  List<Leg> byStart() {
    return all.stream().sorted(BY_START).toList();
  }

  static <T> @Nullable T first(List<Leg> legs, Function<Leg, @Nullable T> field) {
    for (Leg leg : legs) {
      T value = field.apply(leg);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
