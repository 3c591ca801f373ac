package com.spokefleet.siem.guide;

import com.spokefleet.siem.dashboard.HangUps;
import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.predicate.Predicate;
import com.spokefleet.siem.predicate.PredicateParser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts conversations that the customer ended, by the signs that the dashboards count them by. */
final class HangUpTally {
  private record Sign(String leg, Predicate when) {}

  private record Seen(Instant at, int rank, String leg) {}

  private final List<Sign> signs =
      HangUps.signs().stream()
          .map(sign -> new Sign(sign.leg(), PredicateParser.parse(sign.when())))
          .toList();
  private final Map<String, Instant> moments = new HashMap<>();
  private final Map<String, Seen> legs = new HashMap<>();

  void add(FieldValues event) {
    for (int rank = 0; rank < signs.size(); rank++) {
      Sign sign = signs.get(rank);
      if (sign.when().matches(event)) {
        String conversation = event.of("conversation_id").getFirst();
        Instant at = Instant.parse(event.of("event_time").getFirst());
        moments.merge(conversation, at, (one, other) -> one.isBefore(other) ? one : other);
        if (!sign.leg().isEmpty()) {
          legs.merge(conversation, new Seen(at, rank, sign.leg()), HangUpTally::first);
        }
      }
    }
  }

  private static Seen first(Seen one, Seen other) {
    int order = one.at().compareTo(other.at());
    return order < 0 || order == 0 && one.rank() > other.rank() ? one : other;
  }

  List<BackendIncident.HangUp> hangUps() {
    return moments.entrySet().stream()
        .filter(moment -> legs.containsKey(moment.getKey()))
        .map(
            moment ->
                new BackendIncident.HangUp(
                    moment.getValue(),
                    Leg.valueOf(
                        Objects.requireNonNull(legs.get(moment.getKey()))
                            .leg()
                            .toUpperCase(Locale.ROOT))))
        .toList();
  }
}
