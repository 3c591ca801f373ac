package com.spokefleet.genesys.conversation;

import com.spokefleet.config.QueryFilter;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.telemetry.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v2/analytics/conversations/details/query}: the freshest conversations of one
 * org. Needs the permission {@code analytics:conversationDetail:view}. Thread-safe.
 */
public final class ConversationDetailsQuery {
  /** The largest size that is known to be accepted. */
  public static final int DEFAULT_PAGE_SIZE = 100;

  private static final String PATH = "/api/v2/analytics/conversations/details/query";
  private static final int ATTEMPTS_AT_A_PAGE = 3;

  private final GenesysHttp http;
  private final String orgName;
  private final QueryFilter filter;
  private final int pageSize;
  private final int maximumResults;
  private final DetailsPageDecoder decoder = new DetailsPageDecoder();

  /**
   * @param filter which conversations every page and every count is about
   */
  public ConversationDetailsQuery(GenesysHttp http, String orgName, QueryFilter filter) {
    this(http, orgName, filter, DEFAULT_PAGE_SIZE, PagingLimitException.MAXIMUM_RESULTS);
  }

  /**
   * @param maximumResults how far one query is paged; Genesys allows {@link
   *     PagingLimitException#MAXIMUM_RESULTS}
   */
  public ConversationDetailsQuery(
      GenesysHttp http, String orgName, QueryFilter filter, int pageSize, int maximumResults) {
    this.http = http;
    this.orgName = orgName;
    this.filter = filter;
    this.pageSize = pageSize;
    this.maximumResults = maximumResults;
  }

  public int pageSize() {
    return pageSize;
  }

  /** The last page Genesys gives of one query. */
  public int lastPage() {
    return maximumResults / pageSize;
  }

  /**
   * One page, the first being 1. A page may be shorter than asked; only an empty one is the end.
   *
   * @throws PagingLimitException beyond Genesys' total for one query
   */
  public DetailsPage page(DetailsWindow window, int pageNumber, Deadline deadline) {
    return read(window, pageNumber, pageSize, deadline);
  }

  /** Genesys' approximate number of conversations in the window, at the price of one request. */
  public long count(DetailsWindow window, Deadline deadline) {
    DetailsPage page = read(window, 1, 1, deadline);
    return page.totalHits()
        .orElseThrow(() -> badData(purpose(window, 1), "the page tells no totalHits", null));
  }

  private DetailsPage read(DetailsWindow window, int pageNumber, int size, Deadline deadline) {
    String purpose = purpose(window, pageNumber);
    if ((long) pageNumber * size > maximumResults) {
      throw new PagingLimitException(purpose);
    }
    GenesysRequest request =
        GenesysRequest.post(PATH, DetailsQueryBody.of(window, filter, pageNumber, size), purpose);
    for (int attempt = 1; ; attempt++) {
      byte[] body = http.send(request, deadline).body();
      try {
        // Damage that passes must not be taken for a spoilt record, so only a page that stays as it
        // is gets read leniently.
        DetailsPage page =
            attempt < ATTEMPTS_AT_A_PAGE ? decoder.decodeStrictly(body) : decoder.decode(body);
        return requireConversations(page, pageNumber);
      } catch (MalformedPageException malformed) {
        if (attempt == ATTEMPTS_AT_A_PAGE) {
          throw badData(purpose, malformed.getMessage() + ", " + attempt + " times", malformed);
        }
      }
    }
  }

  /**
   * Genesys leaves the list out where there is nothing to list: with a total of 0, or past the last
   * page. A first page that counts hits and lists none is neither.
   */
  private static DetailsPage requireConversations(DetailsPage page, int pageNumber)
      throws MalformedPageException {
    if (pageNumber == 1 && !page.listed() && page.totalHits().orElse(0) > 0) {
      throw new MalformedPageException("the page counts conversations and lists none");
    }
    return page;
  }

  private static GenesysException badData(
      String purpose, String reason, @Nullable Throwable cause) {
    return GenesysException.of(
        FailureKind.BAD_DATA, "Cannot get " + purpose + ": " + reason, cause);
  }

  private String purpose(DetailsWindow window, int pageNumber) {
    return "conversation details of %s, window %s/%s (%s, %s), page %d"
        .formatted(orgName, window.from(), window.to(), window.state(), window.order(), pageNumber);
  }
}
