package com.spokefleet.genesys.user;

import com.spokefleet.normalize.user.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of users details. A user with many statuses comes on several pages, each time with a
 * part of them. A status that spans days is stored twice and its second copy taken out of the page,
 * so pages are shorter than asked for; only an empty one can be the end.
 *
 * @param totalHits Genesys' approximate total, an order of magnitude only; jobs tell none
 * @param listed whether the page has a list at all; Genesys leaves an empty one out
 * @param statuses in page order, of all users
 * @param poison statuses, or whole users, that could not be read
 * @param unknownFields fields this program has never heard of, by dotted path, with their number
 * @param unknownValues statuses this program has never heard of, with their number; they are kept
 * @param cursor where a job's results go on; empty on the last page
 * @param dataAvailabilityDate up to when a job's data is complete
 */
public record UserDetailsPage(
    OptionalLong totalHits,
    boolean listed,
    List<UserStatus> statuses,
    List<PoisonStatus> poison,
    Map<String, Long> unknownFields,
    Map<String, Long> unknownValues,
    Optional<String> cursor,
    Optional<Instant> dataAvailabilityDate) {

  /** Whether the page holds nothing at all. */
  public boolean isEmpty() {
    return statuses.isEmpty() && poison.isEmpty();
  }
}
