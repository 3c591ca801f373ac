package com.spokefleet.siem.dashboard;

import com.spokefleet.siem.dashboard.Measure.Flow;
import java.util.List;
import java.util.Set;

/** Whether every event arrives, and where those are that have not. */
final class FleetHealth {
  private FleetHealth() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "fleet_health",
        "Fleet health and accounting",
        "Does every org deliver, is anything lost, and how old is the newest event? The account needs"
            + " CloudWatch's figures in this SIEM; what stands under it needs nothing.",
        List.of(Dashboards.ORG, new Filter("destination", "Destination", Set.of(Source.STREAM))),
        List.of(
            new Panel(
                "account",
                "The account of the event stream",
                "Received = delivered + dropped + dead-lettered + in flight. Dead-lettered: could not"
                    + " be transformed, lies in the backup bucket. In flight: transformed and not"
                    + " taken by the SIEM yet; what Firehose has given up on is among it and lies in"
                    + " the bucket, too.",
                Panel.FULL,
                new Chart.Table(
                    List.of("org_name", "destination"),
                    List.of(
                        stream("Received", Flow.of(StreamFigure.RECEIVED)),
                        stream("Delivered", Flow.of(StreamFigure.DELIVERED)),
                        stream("Dropped", Flow.of(StreamFigure.DROPPED)),
                        stream("Dead-lettered", Flow.of(StreamFigure.FAILED)),
                        stream(
                            "In flight",
                            Flow.of(StreamFigure.TRANSFORMED).less(StreamFigure.DELIVERED)),
                        stream(
                            "Unaccounted",
                            Flow.of(StreamFigure.RECEIVED)
                                .less(
                                    StreamFigure.TRANSFORMED,
                                    StreamFigure.DROPPED,
                                    StreamFigure.FAILED)),
                        stream(
                            "Oldest waits, seconds",
                            Flow.of(StreamFigure.OLDEST_UNDELIVERED_SECONDS))),
                    100)),
            new Panel(
                "dead_letters",
                "Dead letters of the buses",
                "Events that no stream took, before they were received.",
                6,
                new Chart.Table(
                    List.of("org_name"),
                    List.of(
                        stream("Waiting", Flow.of(StreamFigure.DEAD_LETTERS_WAITING)),
                        stream("Replayed", Flow.of(StreamFigure.DEAD_LETTERS_REPLAYED))),
                    100)),
            Dashboards.lines(
                "flow",
                "Received and delivered",
                "",
                6,
                stream("Received", Flow.of(StreamFigure.RECEIVED)),
                stream("Delivered", Flow.of(StreamFigure.DELIVERED))),
            new Panel(
                "held",
                "What is here, by org",
                "Events by their own ids; copies are the same event delivered again. An org without a"
                    + " row, or with no age, has sent nothing in this range of time.",
                Panel.FULL,
                new Chart.Table(
                    List.of("org_name"),
                    List.of(
                        Dashboards.count("Events", Source.EVENTS),
                        Series.of("Records with copies", Source.EVENTS, new Measure.Copies()),
                        Series.of("Newest is old, seconds", Source.EVENTS, new Measure.Age())),
                    100)),
            Dashboards.columns(
                "by_org",
                "Events by org",
                "",
                6,
                Dashboards.count("Events", Source.EVENTS).by("org_name")),
            Dashboards.columns(
                "by_topic",
                "Events by topic",
                "",
                6,
                Dashboards.count("Events", Source.EVENTS).by("topic"))));
  }

  private static Series stream(String name, Flow flow) {
    return Series.of(name, Source.STREAM, flow);
  }
}
