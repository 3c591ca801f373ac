package com.spokefleet.testing.server;

import com.spokefleet.testing.server.DetailsSearch.Rows;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Finds the rows of a job, in no order. */
final class JobSearch {
  private static final long DAY_MILLIS = 86_400_000;

  private final Records records;

  JobSearch(Records records) {
    this.records = records;
  }

  /** The rows as the data lake knows them up to {@code asOf}; what happened later is missing. */
  Rows find(DetailsJobQuery job, long asOf) {
    long first = records.firstDay();
    long last = Math.min(Math.floorDiv(job.to() - 1, DAY_MILLIS), records.lastDay(asOf));
    if (job.byStartDay()) {
      first = Math.max(first, job.query().firstDay());
    }
    long[] rows = new long[1_024];
    int count = 0;
    for (long day = first; day <= last; day++) {
      int ofDay = records.count(day);
      for (int position = 0; position < ofDay; position++) {
        if (records.start(day, position) <= asOf
            && (job.byStartDay() || overlaps(job, day, position, asOf))
            && DetailsSearch.admits(records, job.query(), day, position, asOf)) {
          if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
          }
          rows[count++] = Rows.pack(day, position);
        }
      }
    }
    return Rows.of(shuffled(Arrays.copyOf(rows, count), job.from()));
  }

  private boolean overlaps(DetailsJobQuery job, long day, int position, long asOf) {
    return records.start(day, position) < job.to()
        && records.end(day, position, asOf) >= job.from();
  }

  private static long[] shuffled(long[] rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int index = rows.length - 1; index > 0; index--) {
      int other = random.nextInt(index + 1);
      long row = rows[index];
      rows[index] = rows[other];
      rows[other] = row;
    }
    return rows;
  }
}
