package com.spokefleet.genesys.conversation;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks which of some conversations have ended and are admitted by an org's filter, for readings by
 * id know no filter. One request per hundred conversations; without a filter, none. Thread-safe.
 */
public final class AdmittedConversations {
  private static final int IDS_PER_REQUEST = ConversationDetailsQuery.DEFAULT_PAGE_SIZE;

  /** A query with a filter may look back 31 days; conversations older than that are not found. */
  private static final Duration LOOKBACK = Duration.ofDays(30);

  private final GenesysHttp http;
  private final String orgName;
  private final QueryFilter filter;

  public AdmittedConversations(GenesysHttp http, String orgName, QueryFilter filter) {
    this.http = http;
    this.orgName = orgName;
    this.filter = filter;
  }

  /** Those of the conversations that may be landed, as far as is known by {@code now}. */
  public Set<UUID> among(List<UUID> ids, Instant now, Deadline deadline) {
    if (filter.isNone()) {
      return Set.copyOf(ids);
    }
    Set<String> admitted = new HashSet<>();
    for (int first = 0; first < ids.size(); first += IDS_PER_REQUEST) {
      List<UUID> asked = ids.subList(first, Math.min(ids.size(), first + IDS_PER_REQUEST));
      ConversationDetailsQuery query = new ConversationDetailsQuery(http, orgName, withIds(asked));
      DetailsWindow window =
          new DetailsWindow(
              now.minus(LOOKBACK),
              now,
              DetailsOrder.CONVERSATION_END_DESCENDING,
              ConversationState.ENDED);
      for (DetailsRecord record : query.page(window, 1, deadline).records()) {
        if (record instanceof DetailsRecord.Decoded decoded) {
          admitted.add(decoded.conversation().conversationId().toLowerCase(Locale.ROOT));
        }
      }
    }
    return ids.stream().filter(id -> admitted.contains(id.toString())).collect(Collectors.toSet());
  }

  private QueryFilter withIds(List<UUID> ids) {
    String predicates =
        ids.stream()
            .map(
                id ->
                    """
                    {"type":"dimension","dimension":"conversationId","operator":"matches","value":"%s"}\
                    """
                        .formatted(id))
            .collect(Collectors.joining(","));
    return QueryFilter.of(
        filter.membersWith(
            "conversationFilters", "{\"type\":\"or\",\"predicates\":[" + predicates + "]}"));
  }
}
