package com.spokefleet.siem.splunk.search;

import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.dashboard.StreamFigure;
import com.spokefleet.siem.dashboard.StreamFigure.Statistic;
import com.spokefleet.siem.lookup.Org;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CloudWatch's figures of the event stream as Splunk's add-on for AWS brings them: {@code
 * metric_name}, {@code metric_dimensions} such as {@code org=[emea],destination=[splunk]}, {@code
 * Sum} and {@code Maximum} of a period. Made of them are {@code org_name}, {@code destination},
 * {@code figure} and {@code value}.
 */
final class StreamFigures {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

  private StreamFigures() {}

  /** What a figure is called in the field {@code figure}. */
  static String word(StreamFigure figure) {
    return figure.name().toLowerCase(Locale.ROOT);
  }

  static String search(SiemContext context) {
    return """
        `genesys_cloudwatch` (%s)
        | rex field=metric_dimensions "\\borg=\\[(?<metric_org>[^\\]]+)\\]"
        | rex field=metric_dimensions "\\bdestination=\\[(?<metric_destination>[^\\]]+)\\]"
        | rex field=metric_dimensions \
        "(?:DeliveryStreamName|QueueName)=\\[spokefleet-%s-(?<aws_org>%s)-(?<aws_part>[^\\]]+)\\]"
        | eval org_name=coalesce(metric_org, aws_org), \
        destination=coalesce(metric_destination, aws_part)
        | where isnotnull(org_name) AND \
        (metric_name!="%s" OR aws_part="events-dead-letters")
        | eval figure=case(%s), value=if(in(figure, %s), Maximum, Sum)"""
        .formatted(
            metrics(" OR ", "metric_name=\"%s\""),
            plain(context.fleet()),
            orgs(context),
            StreamFigure.DEAD_LETTERS_WAITING.metrics().getFirst(),
            figures(),
            maxima());
  }

  private static String metrics(String by, String format) {
    return Arrays.stream(StreamFigure.values())
        .flatMap(figure -> figure.metrics().stream())
        .map(format::formatted)
        .collect(Collectors.joining(by));
  }

  private static String figures() {
    return Arrays.stream(StreamFigure.values())
        .map(
            figure ->
                "in(metric_name, %s), \"%s\""
                    .formatted(
                        figure.metrics().stream()
                            .map(name -> '"' + name + '"')
                            .collect(Collectors.joining(", ")),
                        word(figure)))
        .collect(Collectors.joining(", "));
  }

  private static String maxima() {
    return Arrays.stream(StreamFigure.values())
        .filter(figure -> figure.statistic() == Statistic.MAXIMUM)
        .map(figure -> '"' + word(figure) + '"')
        .collect(Collectors.joining(", "));
  }

  /** The longest first, so that no org's name hides one that begins with it. */
  private static String orgs(SiemContext context) {
    if (context.lookups().orgs().isEmpty()) {
      return "[^\\]]+";
    }
    return context.lookups().orgs().stream()
        .map(Org::name)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(StreamFigures::plain)
        .collect(Collectors.joining("|"));
  }

  private static String plain(String name) {
    if (!PLAIN.matcher(name).matches()) {
      throw new IllegalArgumentException("Cannot look for streams of \"%s\"".formatted(name));
    }
    return name;
  }
}
