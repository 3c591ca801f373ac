package com.spokefleet.testing.faults;

import java.util.EnumSet;
import java.util.Set;

/**
 * Everything that can go wrong. {@link Scope} says where a kind strikes; kinds of scope {@code
 * RECORD} come from {@code DataOddities} because a record must be odd for ever or never, and {@code
 * LIMIT} ones happen by themselves.
 */
public enum FaultKind {
  /**
   * 429 with {@code Retry-After} in whole seconds; on the wire it reads {@code Retry-after}, an
   * unusual case that readers must not mind.
   */
  TOO_MANY_REQUESTS(Scope.REPLY),
  /** 429 whose {@code Retry-After} has a fraction. */
  TOO_MANY_REQUESTS_DECIMAL_SECONDS(Scope.REPLY),
  /** 429 whose {@code Retry-After} is an HTTP date. */
  TOO_MANY_REQUESTS_HTTP_DATE(Scope.REPLY),
  TOO_MANY_REQUESTS_WITHOUT_RETRY_AFTER(Scope.REPLY),
  INTERNAL_SERVER_ERROR(Scope.REPLY),
  BAD_GATEWAY(Scope.REPLY),
  SERVICE_UNAVAILABLE(Scope.REPLY),
  GATEWAY_TIMEOUT(Scope.REPLY),
  /** The connection closes in the middle of the announced body. */
  CONNECTION_RESET(Scope.REPLY),
  /** Half of the JSON under a Content-Length that matches the half. */
  TRUNCATED_JSON(Scope.REPLY),
  /** An HTML page with status 200. */
  HTML_PAGE(Scope.REPLY),
  /** Raw NUL bytes in the JSON text. */
  NUL_BYTES(Scope.REPLY),
  /** The reply is held back as the plan says. */
  SLOW_REPLY(Scope.REPLY),
  /** The presented token stops being valid. */
  TOKEN_EXPIRED(Scope.AUTHORIZED),
  FORBIDDEN(Scope.AUTHORIZED),
  /** A page in the middle with fewer rows than asked for; the rows follow on later pages. */
  SHORT_PAGE(Scope.DETAILS),
  /** Rows of the page before come again, as after arrivals between two requests. */
  DUPLICATE_ROWS(Scope.DETAILS),
  /** A conversation already served re-opens, so later rows move to earlier pages. */
  REOPENED(Scope.DETAILS),
  /** An open conversation ends later than it would have. */
  ENDS_LATE(Scope.DETAILS),
  /** A conversation that ended a short while ago changes. */
  CHANGED_AFTER_END(Scope.DETAILS),
  APPROXIMATE_TOTAL(Scope.DETAILS),
  POISON_RECORD(Scope.RECORD),
  UNKNOWN_FIELDS(Scope.RECORD),
  UNKNOWN_VALUES(Scope.RECORD),
  /** A real 429 of the per-token limit. */
  RATE_LIMIT(Scope.LIMIT),
  /** A refused page beyond the pagination cap. */
  PAGINATION_CAP(Scope.LIMIT),
  /** The submitted job will end as FAILED. */
  JOB_FAILED(Scope.JOB_SUBMISSION),
  /** The submitted job will be EXPIRED before anybody can read it. */
  JOB_EXPIRED(Scope.JOB_SUBMISSION),
  /** The submitted job will end as CANCELLED. */
  JOB_CANCELLED(Scope.JOB_SUBMISSION),
  /** The submitted job stays PENDING for a day. */
  JOB_STUCK(Scope.JOB_SUBMISSION),
  /** The submitted job ends in a state that nobody has documented. */
  JOB_UNKNOWN_STATE(Scope.JOB_SUBMISSION),
  /** A page of results with fewer records than asked for; the rest follows. */
  JOB_SHORT_PAGE(Scope.JOB_RESULTS),
  /** A page without any record, and with a cursor behind which records follow. */
  JOB_EMPTY_PAGE(Scope.JOB_RESULTS),
  /** A page whose cursor leads back to itself. */
  JOB_REPEATED_CURSOR(Scope.JOB_RESULTS),
  /** A page that begins with the last record of the page before. */
  JOB_DUPLICATE_RECORD(Scope.JOB_RESULTS),
  /** The availability date is a day and a half earlier than it was. */
  AVAILABILITY_MOVED_BACK(Scope.JOB_AVAILABILITY),
  /** A refused job, because as many as are allowed are at work. */
  JOB_LIMIT(Scope.LIMIT),
  /** A job that was asked for more than is available, and does not say so. */
  JOB_PARTIAL(Scope.LIMIT);

  /** Where a fault strikes. */
  public enum Scope {
    REPLY,
    AUTHORIZED,
    DETAILS,
    RECORD,
    LIMIT,
    JOB_SUBMISSION,
    JOB_RESULTS,
    JOB_AVAILABILITY
  }

  private final Scope scope;

  FaultKind(Scope scope) {
    this.scope = scope;
  }

  public Scope scope() {
    return scope;
  }

  /** True where a plan can make this fault happen on that endpoint. */
  public boolean strikes(Endpoint endpoint) {
    return switch (scope) {
      case REPLY -> true;
      case AUTHORIZED -> endpoint != Endpoint.TOKEN;
      case DETAILS ->
          endpoint == Endpoint.DETAILS_QUERY
              || endpoint == Endpoint.USERS_DETAILS_QUERY && isOfAnyPage();
      case JOB_SUBMISSION ->
          endpoint == Endpoint.DETAILS_JOBS
              || endpoint == Endpoint.USERS_DETAILS_JOBS && this == JOB_FAILED;
      case JOB_RESULTS -> endpoint == Endpoint.DETAILS_JOB_RESULTS;
      case JOB_AVAILABILITY -> endpoint == Endpoint.JOBS_AVAILABILITY;
      case RECORD, LIMIT -> false;
    };
  }

  /** Whether it is about paging itself and not about conversations. */
  private boolean isOfAnyPage() {
    return this == SHORT_PAGE || this == DUPLICATE_ROWS || this == APPROXIMATE_TOTAL;
  }

  /** The kinds a plan can make happen on some endpoint. */
  public static Set<FaultKind> plannable() {
    Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
    kinds.removeIf(kind -> kind.scope == Scope.RECORD || kind.scope == Scope.LIMIT);
    return kinds;
  }
}
