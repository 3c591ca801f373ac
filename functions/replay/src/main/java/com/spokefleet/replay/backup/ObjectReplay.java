package com.spokefleet.replay.backup;

import com.spokefleet.lake.store.ObjectVersion;
import com.spokefleet.replay.delivery.Outcome;
import com.spokefleet.replay.delivery.Receipt;
import com.spokefleet.replay.delivery.Target;
import com.spokefleet.replay.record.EventIdentity;
import com.spokefleet.replay.record.Outgoing;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.replay.tally.ReplayTally.Fate;
import com.spokefleet.replay.tally.ReplayTally.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replays one object. The order is what makes it safe: send a chunk, note what was sent, and only
 * after the last chunk keep the poison aside, note that the object is complete, and remove it.
 */
final class ObjectReplay {
  /** Poison of an object is kept under this and the object's own key. */
  static final String POISON = "replay-poison/";

  private final BackupBucket bucket;
  private final Durable files;
  private final ReplayRules rules;
  private final ReplayTally tally;
  private final Target target;
  private final List<Outgoing> chunk = new ArrayList<>();
  private final Set<String> inChunk = new HashSet<>();
  private long chunkBytes;
  private long left;
  private long poison;

  ObjectReplay(
      BackupBucket bucket, Durable files, ReplayRules rules, ReplayTally tally, Target target) {
    this.bucket = bucket;
    this.files = files;
    this.rules = rules;
    this.tally = tally;
    this.target = target;
  }

  /** What became of the object; empty if somebody removed it meanwhile. */
  Optional<Source> replay(String key, BackupArea.Kind kind, Journal journal) {
    return files.withScratch(
        content -> {
          Optional<ObjectVersion> version = bucket.store().download(key, content);
          if (version.isEmpty()) {
            return Optional.empty();
          }
          if (journal.completed().equals(version)) {
            remove(key);
            return Optional.of(Source.DONE_BEFORE);
          }
          return Optional.of(
              files.withScratch(
                  aside -> {
                    boolean whole = send(content, aside, kind, journal);
                    return finish(key, version.get(), aside, whole, journal);
                  }));
        });
  }

  /** Whether the object could be read to its end. */
  private boolean send(Path content, Path aside, BackupArea.Kind kind, Journal journal)
      throws IOException {
    try (OutputStream poisonous = Files.newOutputStream(aside)) {
      boolean whole = read(content, poisonous, kind, journal);
      flush(journal);
      return whole;
    }
  }

  private boolean read(Path content, OutputStream aside, BackupArea.Kind kind, Journal journal)
      throws IOException {
    EntryReader opened;
    try {
      opened = new EntryReader(content, kind);
    } catch (IOException damaged) {
      return false;
    }
    try (EntryReader reader = opened) {
      while (true) {
        Optional<BackupEntry> entry;
        try {
          entry = reader.next();
        } catch (IOException damaged) {
          return false;
        }
        if (entry.isEmpty()) {
          return true;
        }
        switch (entry.get()) {
          case BackupEntry.Poison(byte[] bytes) -> {
            aside.write(bytes);
            aside.write('\n');
            poison++;
            tally.add("", Fate.POISON);
          }
          case BackupEntry.Usable usable -> add(usable, journal);
        }
      }
    }
  }

  private void add(BackupEntry.Usable usable, Journal journal) {
    EventIdentity identity = usable.identity();
    if (!rules.window().contains(usable.arrival())) {
      left++;
      tally.add(identity.orgId(), Fate.OUTSIDE);
      return;
    }
    if (journal.isSent(identity.eventId())) {
      tally.add(identity.orgId(), Fate.ALREADY_SENT);
      return;
    }
    byte[] data = usable.data();
    boolean isFull = !target.limits().admits(chunk.size(), chunkBytes, data.length);
    if (isFull || inChunk.contains(identity.eventId())) {
      flush(journal);
      if (journal.isSent(identity.eventId())) {
        tally.add(identity.orgId(), Fate.ALREADY_SENT);
        return;
      }
    }
    chunk.add(new Outgoing(identity, data));
    inChunk.add(identity.eventId());
    chunkBytes += data.length;
  }

  private void flush(Journal journal) {
    if (chunk.isEmpty()) {
      return;
    }
    List<Outcome> outcomes = outcomes();
    List<String> sent = new ArrayList<>();
    for (int index = 0; index < chunk.size(); index++) {
      Outcome outcome = outcomes.get(index);
      if (outcome.kind() == Outcome.Kind.SENT) {
        sent.add(chunk.get(index).eventId());
      } else {
        left++;
      }
    }
    journal.sent(sent);
    for (int index = 0; index < chunk.size(); index++) {
      tally.add(chunk.get(index).orgId(), outcomes.get(index));
    }
    chunk.clear();
    inChunk.clear();
    chunkBytes = 0;
  }

  private List<Outcome> outcomes() {
    if (rules.dryRun() || tally.stopped().isPresent()) {
      Outcome notSent = new Outcome(Outcome.Kind.NOT_SENT, "");
      return chunk.stream().map(record -> notSent).toList();
    }
    Receipt receipt = target.send(List.copyOf(chunk));
    receipt.stop().ifPresent(tally::stop);
    return receipt.outcomes();
  }

  private Source finish(
      String key, ObjectVersion version, Path aside, boolean whole, Journal journal) {
    if (!rules.dryRun() && poison > 0 && whole) {
      files.create(POISON + key, aside);
    }
    if (!whole) {
      tally.because("Cannot read " + key + " to its end: it is damaged");
      return Source.UNREADABLE;
    }
    if (left > 0) {
      return Source.LEFT;
    }
    if (!rules.dryRun()) {
      journal.complete(version);
      remove(key);
    }
    return Source.COMPLETED;
  }

  private void remove(String key) {
    if (rules.removesCompleted() && !rules.dryRun()) {
      bucket.removal().remove(key);
      tally.add(Source.REMOVED);
    }
  }
}
