package com.spokefleet.genesys.user;

import com.spokefleet.genesys.conversation.PagingLimitException;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.telemetry.FailureKind;

/**
 * {@code POST /api/v2/analytics/users/details/query}: the freshest statuses of one org's users.
 * Needs the permission {@code analytics:userDetail:view}. Thread-safe.
 */
public final class UserDetailsQuery {
  /** The largest size that is known to be accepted. */
  public static final int DEFAULT_PAGE_SIZE = 100;

  private static final String PATH = "/api/v2/analytics/users/details/query";
  private static final int ATTEMPTS_AT_A_PAGE = 3;

  private final GenesysHttp http;
  private final String orgName;
  private final String filterMembers;
  private final int pageSize;
  private final int maximumResults;
  private final UserDetailsPageDecoder decoder = new UserDetailsPageDecoder();

  /**
   * @param filterMembers the filters as members of a JSON object, without its braces; empty for
   *     none
   * @param maximumResults how far one query is paged; Genesys allows {@link
   *     PagingLimitException#MAXIMUM_RESULTS} for conversations, and it is taken to be the same
   *     here
   */
  public UserDetailsQuery(
      GenesysHttp http, String orgName, String filterMembers, int pageSize, int maximumResults) {
    this.http = http;
    this.orgName = orgName;
    this.filterMembers = filterMembers;
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
   * One page, the first being 1. A page may be shorter than asked, and a user's statuses may go on
   * on the next one; only an empty page can be the end.
   *
   * @throws PagingLimitException beyond Genesys' total for one query
   */
  public UserDetailsPage page(UserDetailsWindow window, int pageNumber, Deadline deadline) {
    String purpose =
        "users details of %s, window %s/%s (%s), page %d"
            .formatted(orgName, window.from(), window.to(), window.order(), pageNumber);
    if (pageNumber > lastPage()) {
      throw new PagingLimitException(purpose);
    }
    GenesysRequest request =
        GenesysRequest.post(
            PATH, UserDetailsQueryBody.query(window, filterMembers, pageNumber, pageSize), purpose);
    for (int attempt = 1; ; attempt++) {
      byte[] body = http.send(request, deadline).body();
      try {
        // Damage that passes must not be taken for a spoilt record, so only a page that stays as it
        // is gets read leniently.
        UserDetailsPage page =
            attempt < ATTEMPTS_AT_A_PAGE ? decoder.decodeStrictly(body) : decoder.decode(body);
        return requireUsers(page, pageNumber);
      } catch (MalformedPageException malformed) {
        if (attempt == ATTEMPTS_AT_A_PAGE) {
          throw GenesysException.of(
              FailureKind.BAD_DATA,
              "Cannot get %s: %s, %d times".formatted(purpose, malformed.getMessage(), attempt),
              malformed);
        }
      }
    }
  }

  /** A first page that counts hits and lists none is not the end of anything. */
  private static UserDetailsPage requireUsers(UserDetailsPage page, int pageNumber)
      throws MalformedPageException {
    if (pageNumber == 1 && !page.listed() && page.totalHits().orElse(0) > 0) {
      throw new MalformedPageException("the page counts statuses and lists none");
    }
    return page;
  }
}
