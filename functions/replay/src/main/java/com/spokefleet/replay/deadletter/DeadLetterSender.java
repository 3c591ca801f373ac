package com.spokefleet.replay.deadletter;

import com.spokefleet.replay.delivery.Outcome;
import com.spokefleet.replay.delivery.Receipt;
import com.spokefleet.replay.delivery.Target;
import com.spokefleet.replay.record.EventIdentity;
import com.spokefleet.replay.record.Outgoing;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.replay.tally.ReplayTally.Fate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts dead letters on the stream their rule meant them for. Never on the bus: nobody but the
 * partner may put events of a partner's source on it.
 */
public final class DeadLetterSender {
  private final Function<StreamArn, Target> streams;
  private final Map<StreamArn, Target> opened = new HashMap<>();

  public DeadLetterSender(Function<StreamArn, Target> streams) {
    this.streams = streams;
  }

  /**
   * Returns the ids of the messages whose events are on their stream. The others stay where they
   * are: poison is a message that names no stream, or holds no event.
   */
  public Set<String> send(List<DeadLetter> letters, ReplayTally tally) {
    Map<StreamArn, List<DeadLetter>> byStream = new LinkedHashMap<>();
    Map<String, EventIdentity> identities = new HashMap<>();
    for (DeadLetter letter : letters) {
      Optional<StreamArn> stream = StreamArn.of(letter.targetArn());
      Optional<EventIdentity> identity =
          EventIdentity.ofJson(letter.body().getBytes(StandardCharsets.UTF_8));
      if (stream.isPresent() && identity.isPresent()) {
        byStream.computeIfAbsent(stream.get(), unused -> new ArrayList<>()).add(letter);
        identities.put(letter.id(), identity.get());
      } else {
        tally.add(identity.map(EventIdentity::orgId).orElse(""), Fate.POISON);
        tally.because(
            identity.isEmpty()
                ? "Cannot replay a dead letter whose body is no JSON object"
                : "Cannot replay a dead letter for '%s': it is no Firehose stream"
                    .formatted(letter.targetArn()));
      }
    }
    Set<String> sent = new HashSet<>();
    byStream.forEach(
        (stream, itsLetters) ->
            send(opened.computeIfAbsent(stream, streams), itsLetters, identities, tally, sent));
    return sent;
  }

  private static void send(
      Target target,
      List<DeadLetter> letters,
      Map<String, EventIdentity> identities,
      ReplayTally tally,
      Set<String> sent) {
    List<DeadLetter> chunk = new ArrayList<>();
    long bytes = 0;
    for (DeadLetter letter : letters) {
      int size = letter.body().getBytes(StandardCharsets.UTF_8).length;
      if (!target.limits().admits(chunk.size(), bytes, size)) {
        sendChunk(target, chunk, identities, tally, sent);
        chunk.clear();
        bytes = 0;
      }
      chunk.add(letter);
      bytes += size;
    }
    sendChunk(target, chunk, identities, tally, sent);
  }

  private static void sendChunk(
      Target target,
      List<DeadLetter> chunk,
      Map<String, EventIdentity> identities,
      ReplayTally tally,
      Set<String> sent) {
    List<Outgoing> records =
        chunk.stream()
            .map(
                letter ->
                    new Outgoing(
                        identities.getOrDefault(letter.id(), EventIdentity.of(new byte[0])),
                        letter.body().getBytes(StandardCharsets.UTF_8)))
            .toList();
    Receipt receipt = target.send(records);
    receipt.stop().ifPresent(tally::stop);
    for (int index = 0; index < chunk.size(); index++) {
      Outcome outcome = receipt.outcomes().get(index);
      tally.add(records.get(index).orgId(), outcome);
      if (outcome.kind() == Outcome.Kind.SENT) {
        sent.add(chunk.get(index).id());
      }
    }
  }
}
