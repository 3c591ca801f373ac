package com.spokefleet.replay.backup;

import com.spokefleet.replay.record.EventIdentity;
import java.time.Instant;
import java.util.Optional;

/** One piece of a backup object. */
sealed interface BackupEntry {
  /**
   * A record that can be sent.
   *
   * @param arrival when Firehose got it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Usable(EventIdentity identity, byte[] data, Optional<Instant> arrival)
      implements BackupEntry {}

  /** Bytes that cannot be made into a record; kept whole. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Poison(byte[] bytes) implements BackupEntry {}
}
