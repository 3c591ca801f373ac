package com.spokefleet.replay.backup;

import com.spokefleet.replay.delivery.Target;
import com.spokefleet.replay.record.TimeWindow;
import com.spokefleet.replay.tally.ReplayTally;
import com.spokefleet.replay.tally.ReplayTally.Source;
import java.util.List;

/**
 * Replays all objects of an area, oldest first. Interrupt it at any time and run it again: at most
 * the chunk that was under way is sent twice.
 */
public final class BackupReplay {
  private final BackupBucket bucket;
  private final ReplayRules rules;
  private final String run;

  /**
   * @param run an id no other run has
   */
  public BackupReplay(BackupBucket bucket, ReplayRules rules, String run) {
    this.bucket = bucket;
    this.rules = rules;
    this.run = run;
  }

  /** Keys of the objects there are to replay, whatever was sent of them. */
  public List<String> objects(BackupArea area) {
    return bucket.store().list(area.prefix()).stream()
        .filter(key -> !key.startsWith(Journal.ROOT) && !key.startsWith(ObjectReplay.POISON))
        .filter(key -> !isTooOld(key, rules.window()))
        .toList();
  }

  public void replay(BackupArea area, Target target, ReplayTally tally) {
    Durable files = new Durable(bucket.store(), bucket.scratch());
    List<String> journals = bucket.store().list(Journal.folder(target.name()));
    for (String object : objects(area)) {
      if (tally.stopped().isPresent()) {
        tally.add(Source.LEFT);
        continue;
      }
      Journal journal = new Journal(files, target.name(), object, journals, run);
      new ObjectReplay(bucket, files, rules, tally, target)
          .replay(object, area.kind(), journal)
          .ifPresent(tally::add);
    }
  }

  /** All of an object's records arrived before it was written, which its name tells. */
  private static boolean isTooOld(String key, TimeWindow window) {
    return ObjectName.writtenAt(key).map(window::endsBefore).orElse(false);
  }
}
