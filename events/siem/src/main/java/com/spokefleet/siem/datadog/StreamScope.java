package com.spokefleet.siem.datadog;

import com.spokefleet.siem.dashboard.StreamFigure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which of the event streams' metrics are looked at. Ours are told apart by their dimensions, those
 * of AWS by the names of streams and queues, which follow from fleet and org.
 *
 * @param fleet whose streams
 * @param org its name, or the variable that holds it
 * @param destination likewise; empty for all
 * @param others orgs whose names begin like this one's, so that their streams would be taken for
 *     its own
 */
record StreamScope(String fleet, String org, String destination, List<String> others) {
  StreamScope {
    others = List.copyOf(others);
  }

  /** As the dashboard's reader has chosen. */
  static StreamScope chosen(String fleet) {
    return new StreamScope(fleet, "$org_name.value", "$destination.value", List.of());
  }

  /**
   * @param orgs all there are
   */
  static StreamScope ofOrg(String fleet, String org, List<String> orgs) {
    return new StreamScope(
        fleet, org, "", orgs.stream().filter(other -> other.startsWith(org + "-")).toList());
  }

  /** Between the braces of a query. */
  String of(StreamFigure figure) {
    if (StreamMetric.isOurs(figure)) {
      boolean hasDestination =
          !destination.isEmpty() && figure != StreamFigure.DEAD_LETTERS_REPLAYED;
      return StreamMetric.ORG + ":" + org + (hasDestination ? ",destination:" + destination : "");
    }
    if (figure == StreamFigure.DEAD_LETTERS_WAITING) {
      return StreamMetric.QUEUE + ":" + named(org) + "-events-dead-letters";
    }
    return StreamMetric.STREAM
        + ":"
        + named(org)
        + "-*"
        + others.stream()
            .map(other -> ",!" + StreamMetric.STREAM + ":" + named(other) + "-*")
            .collect(Collectors.joining());
  }

  private String named(String name) {
    return "spokefleet-" + fleet + "-" + name;
  }
}
