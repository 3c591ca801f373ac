package com.spokefleet.genesys.aggregate;

import com.spokefleet.normalize.aggregate.WithinView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the JSON body of an aggregates query. All its parts are numbers, instants and constants;
 * it groups by queue, medium and direction, and there is no way to make it group by a person.
 */
final class AggregatesQueryBody {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AggregatesQueryBody() {}

  static String of(Instant from, Instant to, Collection<String> metrics, List<WithinView> views) {
    return """
    {"interval":"%s/%s","granularity":"PT30M","timeZone":"UTC",\
    "groupBy":["queueId","mediaType","direction"],\
    "filter":{"type":"and","predicates":[\
    {"type":"dimension","dimension":"queueId","operator":"exists"}]},\
    "metrics":[%s]%s}\
    """
        .formatted(
            INSTANT.format(from),
            INSTANT.format(to),
            metrics.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",")),
            views.isEmpty()
                ? ""
                : views.stream()
                    .map(AggregatesQueryBody::view)
                    .collect(Collectors.joining(",", ",\"views\":[", "]")));
  }

  private static String view(WithinView view) {
    return """
    {"target":"%s","name":"%s","function":"rangeBound","range":{"gte":0,"lt":%d}}\
    """
        .formatted(view.target().apiName(), view.name(), view.below());
  }
}
