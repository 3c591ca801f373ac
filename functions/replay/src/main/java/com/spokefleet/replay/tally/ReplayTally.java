package com.spokefleet.replay.tally;

import com.spokefleet.replay.delivery.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts while a replay runs. Every record that is read counts once. Not thread-safe. */
public final class ReplayTally {
  private final SortedMap<String, Map<Fate, Long>> byOrg = new TreeMap<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private final Map<Source, Long> sources = new EnumMap<>(Source.class);
  private @Nullable String stop;

  /** What became of an object, or of a message's source. */
  public enum Source {
    /** All of it was sent, in this run. */
    COMPLETED,
    /** All of it had been sent before. */
    DONE_BEFORE,
    /** Some of it is still to be sent. */
    LEFT,
    /** It could not be read to its end. */
    UNREADABLE,
    /** Removed after all of it was sent. */
    REMOVED
  }

  /** What became of a record. */
  public enum Fate {
    SENT,
    ALREADY_SENT,
    POISON,
    REFUSED,
    UNKNOWN,
    NOT_SENT,
    OUTSIDE
  }

  public void add(String orgId, Fate fate) {
    byOrg.computeIfAbsent(orgId, unused -> new EnumMap<>(Fate.class)).merge(fate, 1L, Long::sum);
  }

  /** Counts a record that was sent, or not, with the reason. */
  public void add(String orgId, Outcome outcome) {
    add(
        orgId,
        switch (outcome.kind()) {
          case SENT -> Fate.SENT;
          case REFUSED -> Fate.REFUSED;
          case UNKNOWN -> Fate.UNKNOWN;
          case NOT_SENT -> Fate.NOT_SENT;
        });
    if (!outcome.reason().isEmpty()) {
      because(outcome.reason());
    }
  }

  public void because(String reason) {
    reasons.merge(reason, 1L, Long::sum);
  }

  public void add(Source source) {
    sources.merge(source, 1L, Long::sum);
  }

  /** From now on nothing more is sent. The first reason stands. */
  public void stop(String reason) {
    stop = stop == null ? reason : stop;
  }

  public Optional<String> stopped() {
    return Optional.ofNullable(stop);
  }

  public long count(Fate fate) {
    return byOrg.values().stream().mapToLong(fates -> fates.getOrDefault(fate, 0L)).sum();
  }

  public long count(String orgId, Fate fate) {
    return byOrg.getOrDefault(orgId, Map.of()).getOrDefault(fate, 0L);
  }

  public long count(Source source) {
    return sources.getOrDefault(source, 0L);
  }

  /** All records read. */
  public long records() {
    long records = 0;
    for (Fate fate : Fate.values()) {
      records += count(fate);
    }
    return records;
  }

  /** Records that another run has to send. */
  public long left() {
    return count(Fate.REFUSED) + count(Fate.UNKNOWN) + count(Fate.NOT_SENT);
  }

  /** Ids of the orgs whose records were read; the empty one is of those that name none. */
  public Iterable<String> orgIds() {
    return byOrg.keySet();
  }

  /** Why records were not sent, with their numbers. */
  public SortedMap<String, Long> reasons() {
    return reasons;
  }
}
