package com.spokefleet.lake.dimension;

import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How one observation, made at one instant, changes the columns that tell when a row was seen. */
final class PresenceColumns {
  private static final String FIRST_SEEN = "first_seen";
  private static final String LAST_SEEN = "last_seen";
  private static final String DELETED_AT = "deleted_at";

  private final Table<?> table;
  private final Instant seenAt;

  PresenceColumns(Table<?> table, Instant seenAt) {
    this.table = table;
    this.seenAt = seenAt.truncatedTo(ChronoUnit.MICROS);
  }

  Row appeared(Row observed) {
    return with(observed, seenAt, seenAt, null);
  }

  Row seenAgain(Row stored, Row observed) {
    Instant firstSeen = earlier(instant(stored, FIRST_SEEN), seenAt);
    if (isOutdatedFor(stored)) {
      return with(stored, firstSeen, instant(stored, LAST_SEEN), instant(stored, DELETED_AT));
    }
    return with(observed, firstSeen, seenAt, null);
  }

  Row missing(Row stored) {
    if (isOutdatedFor(stored) || instant(stored, DELETED_AT) != null) {
      return stored;
    }
    return with(stored, instant(stored, FIRST_SEEN), instant(stored, LAST_SEEN), seenAt);
  }

  /** Whether the stored row already knows of an observation later than this one. */
  private boolean isOutdatedFor(Row stored) {
    Instant lastSeen = instant(stored, LAST_SEEN);
    Instant deletedAt = instant(stored, DELETED_AT);
    return lastSeen != null && lastSeen.isAfter(seenAt)
        || deletedAt != null && deletedAt.isAfter(seenAt);
  }

  private Row with(
      Row row, @Nullable Instant first, @Nullable Instant last, @Nullable Instant deleted) {
    return row.with(table, FIRST_SEEN, first)
        .with(table, LAST_SEEN, last)
        .with(table, DELETED_AT, deleted);
  }

  private @Nullable Instant instant(Row row, String column) {
    return (Instant) row.get(table, column);
  }

  private static Instant earlier(@Nullable Instant stored, Instant observed) {
    return stored == null || observed.isBefore(stored) ? observed : stored;
  }
}
