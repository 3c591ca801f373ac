package com.spokefleet.siem.dashboard;

import java.util.List;

/**
 * A figure of the event stream in CloudWatch, by the names it has there. Those of AWS bear the name
 * of a stream or queue, {@code spokefleet-<fleet>-<org>-<part>}; ours have {@code org} and {@code
 * destination} as dimensions.
 */
public enum StreamFigure {
  /** Events handed to the transformation. */
  RECEIVED("Spokefleet", Statistic.SUM, "events_received"),
  /** Events handed back, to be delivered. */
  TRANSFORMED("Spokefleet", Statistic.SUM, "events_transformed"),
  /** Events left out on purpose. */
  DROPPED("Spokefleet", Statistic.SUM, "events_dropped"),
  /** Events that could not be transformed; they lie in the backup bucket. */
  FAILED("Spokefleet", Statistic.SUM, "events_failed"),
  /** Dead letters of the bus that were handed to the replaying function. */
  DEAD_LETTERS_REPLAYED("Spokefleet", Statistic.SUM, "dead_letters"),
  /** Records the SIEM has taken. */
  DELIVERED(
      "AWS/Firehose", Statistic.SUM, "DeliveryToSplunk.Records", "DeliveryToHttpEndpoint.Records"),
  /** Seconds the oldest record that is not delivered has waited. */
  OLDEST_UNDELIVERED_SECONDS(
      "AWS/Firehose",
      Statistic.MAXIMUM,
      "DeliveryToSplunk.DataFreshness",
      "DeliveryToHttpEndpoint.DataFreshness"),
  /** Events that no target of the bus took, waiting in the org's dead-letter queue. */
  DEAD_LETTERS_WAITING("AWS/SQS", Statistic.MAXIMUM, "ApproximateNumberOfMessagesVisible");

  /** What to take of a period; over several periods it is summed or the highest of them. */
  public enum Statistic {
    SUM,
    MAXIMUM
  }

  private final String namespace;
  private final Statistic statistic;
  private final List<String> metrics;

  StreamFigure(String namespace, Statistic statistic, String... metrics) {
    this.namespace = namespace;
    this.statistic = statistic;
    this.metrics = List.of(metrics);
  }

  public String namespace() {
    return namespace;
  }

  public Statistic statistic() {
    return statistic;
  }

  /** Names in CloudWatch; a stream has one of them, after the kind of its destination. */
  public List<String> metrics() {
    return metrics;
  }
}
