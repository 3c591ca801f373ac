package com.spokefleet.testing.ledger;

import com.spokefleet.testing.faults.FaultCounts;
import com.spokefleet.testing.faults.FaultKind;
import com.spokefleet.testing.org.PiiMarkers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What one fake organisation knows to be true. An instant means "as queries at that moment of the
 * organisation's clock would see it", ingestion lag included. Figures cover ended conversations
 * without poison. Every answer is worked out anew and streamed, so that days of any size fit.
 */
public final class Ledger {
  private final TruthSource source;
  private final Function<Instant, List<TrueStatus>> statuses;
  private final BiFunction<Instant, Instant, Map<String, Long>> events;
  private final FaultCounts faults;
  private final ServedCounts served;
  private final PiiMarkers markers;

  public Ledger(
      TruthSource source,
      Function<Instant, List<TrueStatus>> statuses,
      BiFunction<Instant, Instant, Map<String, Long>> events,
      FaultCounts faults,
      ServedCounts served,
      PiiMarkers markers) {
    this.source = source;
    this.statuses = statuses;
    this.events = events;
    this.faults = faults;
    this.served = served;
    this.markers = markers;
  }

  /** Every visible conversation: open, ended and poison ones. */
  public void forEach(Instant asOf, Consumer<TrueConversation> consumer) {
    source.forEach(asOf, consumer);
  }

  /** Ended conversations without poison, in order of start. */
  public List<TrueConversation> ended(Instant asOf) {
    List<TrueConversation> ended = new ArrayList<>();
    source.forEach(
        asOf,
        conversation -> {
          if (conversation.ended() && !conversation.poison()) {
            ended.add(conversation);
          }
        });
    return ended;
  }

  public Set<String> endedIds(Instant asOf) {
    return ids(asOf, conversation -> conversation.ended() && !conversation.poison());
  }

  public Set<String> openIds(Instant asOf) {
    return ids(asOf, conversation -> !conversation.ended());
  }

  /** Ended conversations that must end in quarantine. */
  public Set<String> poisonIds(Instant asOf) {
    return ids(asOf, conversation -> conversation.ended() && conversation.poison());
  }

  public Map<FigureKey, TrueFigures> figures(Instant asOf, Grouping grouping) {
    Map<FigureKey, TrueFigures> figures = new HashMap<>();
    source.forEach(
        asOf,
        conversation -> {
          if (conversation.ended() && !conversation.poison()) {
            add(figures, grouping, conversation);
          }
        });
    return figures;
  }

  /**
   * What has been emitted so far, open conversations and poison included, by the half hour of its
   * emission: as aggregates count. {@code conversations} of these figures is 0.
   */
  public Map<EmissionKey, TrueFigures> emitted(Instant asOf) {
    Map<EmissionKey, TrueFigures> figures = new HashMap<>();
    source.forEach(asOf, conversation -> addEmitted(figures, asOf, conversation));
    return figures;
  }

  /** The same of conversations told by somebody else, such as a recount in a test. */
  public static Map<EmissionKey, TrueFigures> emitted(
      Collection<TrueConversation> conversations, Instant asOf) {
    Map<EmissionKey, TrueFigures> figures = new HashMap<>();
    conversations.forEach(conversation -> addEmitted(figures, asOf, conversation));
    return figures;
  }

  private static void addEmitted(
      Map<EmissionKey, TrueFigures> figures, Instant asOf, TrueConversation conversation) {
    for (TrueFact fact : conversation.facts()) {
      if (!fact.emittedAt().isAfter(asOf)) {
        figures.computeIfAbsent(EmissionKey.of(fact), _ -> new TrueFigures()).add(fact);
      }
    }
  }

  public TrueFigures total(Instant asOf) {
    return figures(asOf, Grouping.TOTAL).getOrDefault(FigureKey.ALL, new TrueFigures());
  }

  /** The figures of conversations told by somebody else, such as a recount in a test. */
  public static Map<FigureKey, TrueFigures> figures(
      Collection<TrueConversation> conversations, Grouping grouping) {
    Map<FigureKey, TrueFigures> figures = new HashMap<>();
    conversations.forEach(conversation -> add(figures, grouping, conversation));
    return figures;
  }

  private static void add(
      Map<FigureKey, TrueFigures> figures, Grouping grouping, TrueConversation conversation) {
    Set<FigureKey> touched = new HashSet<>();
    if (grouping.countsEveryConversation()) {
      touched.add(grouping.keyOf(conversation));
    }
    for (TrueFact fact : conversation.facts()) {
      FigureKey key = grouping.keyOf(conversation, fact);
      touched.add(key);
      figures.computeIfAbsent(key, _ -> new TrueFigures()).add(fact);
    }
    touched.forEach(key -> figures.computeIfAbsent(key, _ -> new TrueFigures()).addConversation());
  }

  private Set<String> ids(Instant asOf, Predicate<TrueConversation> wanted) {
    Set<String> ids = new TreeSet<>();
    source.forEach(
        asOf,
        conversation -> {
          if (wanted.test(conversation)) {
            ids.add(conversation.id());
          }
        });
    return ids;
  }

  /** The conversation as of an instant, or empty where it is not visible. */
  public Optional<TrueConversation> find(String id, Instant asOf) {
    List<TrueConversation> found = new ArrayList<>(1);
    source.forEach(
        asOf,
        conversation -> {
          if (conversation.id().equals(id)) {
            found.add(conversation);
          }
        });
    return found.stream().findFirst();
  }

  /** Every status of an agent that had begun, poison ones included, in order of start. */
  public List<TrueStatus> statuses(Instant asOf) {
    return statuses.apply(asOf);
  }

  /** Events told over EventBridge from {@code from} on and before {@code to}, by detail-type. */
  public Map<String, Long> events(Instant from, Instant to) {
    return events.apply(from, to);
  }

  public Map<FaultKind, Long> faultsHappened() {
    return faults.happened();
  }

  public ServedCounts served() {
    return served;
  }

  /** Texts that stand in all personal data of this organisation's customers and nowhere else. */
  public PiiMarkers piiMarkers() {
    return markers;
  }
}
