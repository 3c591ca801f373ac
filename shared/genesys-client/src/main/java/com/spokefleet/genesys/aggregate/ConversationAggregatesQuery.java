package com.spokefleet.genesys.aggregate;

import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.genesys.http.GenesysException;
import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.GenesysRequest;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.normalize.aggregate.AggregateMetric;
import com.spokefleet.normalize.aggregate.WithinView;
import com.spokefleet.telemetry.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code POST /api/v2/analytics/conversations/aggregates/query}: every additive figure of every
 * queue by half hour of its emission. Needs the permission {@code
 * analytics:conversationAggregate:view}.
 *
 * <p>A window costs one request per {@link AggregatesLimits#viewsPerQuery} views and stretch of
 * {@link AggregatesLimits#longestInterval}; what an org refuses (a stretch as too large, a metric
 * as unknown) is remembered for as long as this object lives. For one thread.
 */
public final class ConversationAggregatesQuery {
  /** The length of the intervals figures are told for. */
  public static final Duration GRANULARITY = Duration.ofMinutes(30);

  private static final String PATH = "/api/v2/analytics/conversations/aggregates/query";
  private static final int ATTEMPTS_AT_A_REPLY = 3;
  private static final int BAD_REQUEST = 400;
  private static final int CONTENT_TOO_LARGE = 413;
  private static final List<String> SIZE_WORDS =
      List.of("interval", "too large", "too many", "exceed", "limit", "maximum");

  private final GenesysHttp http;
  private final String orgName;
  private final List<List<WithinView>> viewsByQuery;
  private final AggregatesReplyDecoder decoder;
  private final Set<AggregateMetric> refused = EnumSet.noneOf(AggregateMetric.class);
  private Duration longestInterval;

  /**
   * @param views what to count beside the metrics
   */
  public ConversationAggregatesQuery(
      GenesysHttp http, String orgName, List<WithinView> views, AggregatesLimits limits) {
    this.http = http;
    this.orgName = orgName;
    this.viewsByQuery = split(views, limits.viewsPerQuery());
    this.decoder = new AggregatesReplyDecoder(GRANULARITY, views);
    this.longestInterval = limits.longestInterval();
  }

  /**
   * Reads a window, both of whose ends lie between two intervals. Figures of intervals that are not
   * over are those emitted so far.
   */
  public AggregatesAnswer read(Instant from, Instant to, Deadline deadline) {
    requireAligned(from);
    requireAligned(to);
    IntervalCollector collector = new IntervalCollector();
    Instant start = from;
    while (start.isBefore(to)) {
      Instant end = start.plus(longestInterval);
      if (end.isAfter(to)) {
        end = to;
      }
      if (read(start, end, collector, deadline)) {
        start = end;
      }
    }
    return collector.answer();
  }

  /** False where the stretch is too large and was made smaller. */
  private boolean read(Instant from, Instant to, IntervalCollector collector, Deadline deadline) {
    // The metrics come last: what is within a bound was then counted before the whole, so that a
    // part is never larger than the whole while calls arrive.
    List<AggregatesReply> replies = new ArrayList<>();
    try {
      for (int query = viewsByQuery.size() - 1; query >= 0; query--) {
        replies.add(ask(from, to, query, deadline));
      }
    } catch (GenesysException refusal) {
      Duration stretch = Duration.between(from, to);
      if (!isAboutSize(refusal) || stretch.compareTo(GRANULARITY) <= 0) {
        throw refusal;
      }
      long halves = Math.max(1, stretch.dividedBy(GRANULARITY) / 2);
      longestInterval = GRANULARITY.multipliedBy(halves);
      return false;
    }
    replies.forEach(collector::add);
    return true;
  }

  private AggregatesReply ask(Instant from, Instant to, int query, Deadline deadline) {
    while (true) {
      try {
        return readable(from, to, query, deadline);
      } catch (GenesysException refusal) {
        if (!noteRefusedMetric(refusal)) {
          throw refusal;
        }
      }
    }
  }

  private AggregatesReply readable(Instant from, Instant to, int query, Deadline deadline) {
    List<WithinView> views = viewsByQuery.get(query);
    String purpose =
        "conversation aggregates of %s, window %s/%s, query %d of %d"
            .formatted(orgName, from, to, query + 1, viewsByQuery.size());
    GenesysRequest request =
        GenesysRequest.post(
            PATH,
            AggregatesQueryBody.of(from, to, query == 0 ? allMetrics() : targets(views), views),
            purpose);
    boolean unlistedBefore = false;
    for (int attempt = 1; ; attempt++) {
      byte[] body = http.send(request, deadline).body();
      try {
        AggregatesReply reply = decoder.decode(body, from, to);
        // No source says whether Genesys lists nothing as an empty list or not at all, so a reply
        // without a list counts as nothing only if it is repeated.
        if (reply.listed() || unlistedBefore) {
          return reply;
        }
        unlistedBefore = true;
      } catch (MalformedPageException malformed) {
        if (attempt >= ATTEMPTS_AT_A_REPLY) {
          throw GenesysException.of(
              FailureKind.BAD_DATA,
              "Cannot get %s: %s, %d times".formatted(purpose, malformed.getMessage(), attempt),
              malformed);
        }
      }
    }
  }

  private List<String> allMetrics() {
    List<String> names = new ArrayList<>();
    for (AggregateMetric metric : AggregateMetric.values()) {
      if (!refused.contains(metric)) {
        names.add(metric.apiName());
      }
    }
    names.add("oServiceLevel");
    names.add("oServiceTarget");
    return names;
  }

  private static List<String> targets(List<WithinView> views) {
    return views.stream().map(view -> view.target().apiName()).distinct().toList();
  }

  /** Whether the refusal names a metric that not every org knows, which is then not asked again. */
  private boolean noteRefusedMetric(GenesysException refusal) {
    String message = String.valueOf(refusal.getMessage());
    boolean noted = false;
    if (refusal.status().orElse(0) == BAD_REQUEST) {
      for (AggregateMetric metric : AggregateMetric.values()) {
        if (!metric.isLongKnown() && message.contains(metric.apiName())) {
          noted |= refused.add(metric);
        }
      }
    }
    return noted;
  }

  private static boolean isAboutSize(GenesysException refusal) {
    int status = refusal.status().orElse(0);
    String message = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
    // The message ends in Genesys' own words; what we asked for stands before them.
    String words = message.substring(Math.max(0, message.indexOf("genesys answered")));
    return status == CONTENT_TOO_LARGE
        || status == BAD_REQUEST && SIZE_WORDS.stream().anyMatch(words::contains);
  }

  private static List<List<WithinView>> split(List<WithinView> views, int perQuery) {
    List<List<WithinView>> split = new ArrayList<>();
    for (int first = 0; first < views.size(); first += perQuery) {
      split.add(List.copyOf(views.subList(first, Math.min(views.size(), first + perQuery))));
    }
    return split.isEmpty() ? List.of(List.of()) : List.copyOf(split);
  }

  private static void requireAligned(Instant instant) {
    if (instant.toEpochMilli() % GRANULARITY.toMillis() != 0) {
      throw new IllegalArgumentException(
          "Cannot read aggregates from or to " + instant + ": it lies within an interval");
    }
  }
}
