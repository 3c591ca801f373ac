package com.spokefleet.replay.deadletter;

import com.spokefleet.replay.record.EventIdentity;
import com.spokefleet.replay.record.TimeWindow;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.replay.tally.ReplayTally.Fate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Empties a dead-letter queue, for a person. A message is deleted only after its event is on the
 * stream; at most the messages received together are sent twice if this dies in between.
 */
public final class DeadLetterReplay {
  private final DeadLetters queue;
  private final DeadLetterSender sender;
  private final TimeWindow window;
  private final boolean dryRun;

  /**
   * @param window of the events' own time on the bus
   */
  public DeadLetterReplay(
      DeadLetters queue, DeadLetterSender sender, TimeWindow window, boolean dryRun) {
    this.queue = queue;
    this.sender = sender;
    this.window = window;
    this.dryRun = dryRun;
  }

  /** Goes on until the queue is empty or hands out only what was seen before. */
  public void replay(ReplayTally tally) {
    Set<String> seen = new HashSet<>();
    Set<String> sent = new HashSet<>();
    while (tally.stopped().isEmpty()) {
      List<DeadLetter> received = queue.receive();
      List<DeadLetter> fresh = received.stream().filter(one -> seen.add(one.id())).toList();
      // A standard queue may hand out a message again although it was sent: then only delete it.
      List<DeadLetter> repeated = received.stream().filter(one -> sent.contains(one.id())).toList();
      List<DeadLetter> wanted = wanted(fresh, tally);
      if (dryRun) {
        wanted.forEach(letter -> tally.add(identity(letter).orgId(), Fate.NOT_SENT));
      } else {
        Set<String> nowSent = sender.send(wanted, tally);
        sent.addAll(nowSent);
        delete(wanted, nowSent, repeated, tally);
      }
      if (fresh.isEmpty()) {
        return;
      }
    }
  }

  private List<DeadLetter> wanted(List<DeadLetter> letters, ReplayTally tally) {
    List<DeadLetter> wanted = new ArrayList<>();
    for (DeadLetter letter : letters) {
      EventIdentity identity = identity(letter);
      if (window.contains(identity.busTime())) {
        wanted.add(letter);
      } else {
        tally.add(identity.orgId(), Fate.OUTSIDE);
      }
    }
    return wanted;
  }

  private void delete(
      List<DeadLetter> wanted, Set<String> sent, List<DeadLetter> repeated, ReplayTally tally) {
    List<String> receipts = new ArrayList<>();
    wanted.stream()
        .filter(one -> sent.contains(one.id()))
        .forEach(one -> receipts.add(one.receipt()));
    repeated.forEach(one -> receipts.add(one.receipt()));
    if (!receipts.isEmpty() && !queue.delete(receipts).isEmpty()) {
      tally.because("Cannot delete a dead letter that was sent; it will be sent once more");
    }
  }

  private static EventIdentity identity(DeadLetter letter) {
    return EventIdentity.of(letter.body().getBytes(StandardCharsets.UTF_8));
  }
}
