package com.spokefleet.cli.demo.stream;

import com.spokefleet.testing.stream.account.StreamAccount;
import com.spokefleet.testing.stream.account.StreamPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the events that the orgs told in a range of time.
 *
 * @param drained whether nothing is in flight any more
 */
public record StreamReport(
    Instant from,
    Instant to,
    boolean drained,
    List<StreamPath> paths,
    OAuthClientQuestion oAuthClients,
    DemoAlerts alerts) {
  /** What 95 of 100 events have to be searchable within. */
  static final Duration PROMISED = Duration.ofSeconds(90);

  public StreamReport {
    paths = List.copyOf(paths);
  }

  List<StreamAccount> accounts() {
    return paths.stream().map(StreamPath::account).toList();
  }

  /** From the bus until a search finds it, of 95 in 100 events; empty if none was delivered. */
  static Optional<Duration> p95(StreamPath path) {
    List<Duration> latencies = path.latencies();
    return latencies.isEmpty()
        ? Optional.empty()
        : Optional.of(latencies.get((latencies.size() * 95 + 99) / 100 - 1));
  }

  /** What does not hold of the stream's promises; none if all do. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!drained) {
      problems.add("events are still in flight");
    }
    for (StreamPath path : paths) {
      StreamAccount account = path.account();
      if (!account.isBalanced()) {
        problems.add("events are nowhere: " + account);
      }
      p95(path)
          .filter(time -> time.compareTo(PROMISED) > 0)
          .ifPresent(
              time ->
                  problems.add(
                      "%s to %s takes %d s"
                          .formatted(path.org(), path.destination(), time.toSeconds())));
    }
    problems.addAll(alerts.problems(oAuthClients.hasPersons()));
    return problems;
  }
}
