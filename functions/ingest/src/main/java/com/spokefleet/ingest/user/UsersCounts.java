package com.spokefleet.ingest.user;

import com.spokefleet.genesys.user.UserDetailsPage;
import java.util.Collection;

/**
 * What became of every status a run fetched. Once a landing is over: fetched = landed + duplicate +
 * left out + quarantined.
 */
final class UsersCounts {
  private long fetched;
  private long landed;
  private long duplicate;
  private long leftOut;
  private long quarantined;
  private long unknownFields;
  private long unknownValues;
  private long partitionsChanged;

  void fetched(UserDetailsPage page) {
    fetched += page.statuses().size() + page.poison().size();
    quarantined += page.poison().size();
    unknownFields += sum(page.unknownFields().values());
    unknownValues += sum(page.unknownValues().values());
  }

  private static long sum(Collection<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sum();
  }

  void duplicate() {
    duplicate++;
  }

  void leftOut(long statuses) {
    leftOut += statuses;
  }

  void landed(long statuses) {
    landed += statuses;
  }

  void partitionChanged() {
    partitionsChanged++;
  }

  long fetched() {
    return fetched;
  }

  long landed() {
    return landed;
  }

  long duplicates() {
    return duplicate;
  }

  long leftOut() {
    return leftOut;
  }

  long quarantined() {
    return quarantined;
  }

  long unknownFields() {
    return unknownFields;
  }

  long unknownValues() {
    return unknownValues;
  }

  long partitionsChanged() {
    return partitionsChanged;
  }
}
