package com.spokefleet.testing.ledger;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Additive figures of ended conversations. {@code conversations} counts those that touch the group;
 * abandoned includes short abandons; durations are milliseconds.
 */
public final class TrueFigures {
  private long conversations;
  private long offered;
  private long answered;
  private long abandoned;
  private long shortAbandoned;
  private long flowedOut;
  private long notResponded;
  private long handled;
  private long talkMillis;
  private long heldMillis;
  private long acwMillis;
  private long handleMillis;
  private long blindTransfers;
  private long consultTransfers;
  private long abandonWaitMillis;
  private long[] answerWaits = new long[16];
  private final Map<String, Long> wrapups = new HashMap<>();

  void addConversation() {
    conversations++;
  }

  void add(TrueFact fact) {
    switch (fact) {
      case TrueFact.Offered _ -> offered++;
      case TrueFact.Answered answer -> addAnswer(answer.waitMillis());
      case TrueFact.Abandoned abandon -> {
        abandoned++;
        abandonWaitMillis += abandon.waitMillis();
        if (abandon.isShort()) {
          shortAbandoned++;
        }
      }
      case TrueFact.FlowedOut _ -> flowedOut++;
      case TrueFact.NotResponded _ -> notResponded++;
      case TrueFact.Handled work -> {
        handled++;
        talkMillis += work.talkMillis();
        heldMillis += work.heldMillis();
        acwMillis += work.acwMillis();
        handleMillis += work.handleMillis();
      }
      case TrueFact.Transferred transfer -> {
        if (transfer.consult()) {
          consultTransfers++;
        } else {
          blindTransfers++;
        }
      }
      case TrueFact.WrappedUp wrapup -> wrapups.merge(wrapup.code(), 1L, Long::sum);
    }
  }

  private void addAnswer(long waitMillis) {
    int count = Math.toIntExact(answered);
    if (count == answerWaits.length) {
      answerWaits = Arrays.copyOf(answerWaits, count * 2);
    }
    answerWaits[count] = waitMillis;
    answered++;
  }

  public long conversations() {
    return conversations;
  }

  public long offered() {
    return offered;
  }

  public long answered() {
    return answered;
  }

  /** Answers after at most {@code wait}. */
  public long answeredWithin(Duration wait) {
    return Arrays.stream(answerWaits, 0, Math.toIntExact(answered))
        .filter(millis -> millis <= wait.toMillis())
        .count();
  }

  public long answerWaitMillis() {
    return Arrays.stream(answerWaits, 0, Math.toIntExact(answered)).sum();
  }

  public long abandoned() {
    return abandoned;
  }

  public long shortAbandoned() {
    return shortAbandoned;
  }

  public long abandonWaitMillis() {
    return abandonWaitMillis;
  }

  public long flowedOut() {
    return flowedOut;
  }

  public long notResponded() {
    return notResponded;
  }

  public long handled() {
    return handled;
  }

  public long talkMillis() {
    return talkMillis;
  }

  public long heldMillis() {
    return heldMillis;
  }

  public long acwMillis() {
    return acwMillis;
  }

  public long handleMillis() {
    return handleMillis;
  }

  public long transferred() {
    return blindTransfers + consultTransfers;
  }

  public long blindTransfers() {
    return blindTransfers;
  }

  public long consultTransfers() {
    return consultTransfers;
  }

  /** Wrap-up counts by raw code, {@code ININ-WRAP-UP-TIMEOUT} included. */
  public Map<String, Long> wrapups() {
    return Map.copyOf(wrapups);
  }

  private List<Object> values() {
    long[] waits = Arrays.copyOf(answerWaits, Math.toIntExact(answered));
    Arrays.sort(waits);
    return List.of(
        List.of(conversations, offered, answered, abandoned, shortAbandoned, flowedOut),
        List.of(notResponded, handled, talkMillis, heldMillis, acwMillis, handleMillis),
        List.of(blindTransfers, consultTransfers, abandonWaitMillis, answerWaitMillis()),
        wrapups,
        Arrays.hashCode(waits));
  }

  /** Equal figures, whatever the order the conversations were told in. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TrueFigures figures && values().equals(figures.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "conversations="
        + conversations
        + " offered="
        + offered
        + " answered="
        + answered
        + " abandoned="
        + abandoned
        + " handled="
        + handled
        + " rest="
        + values();
  }
}
