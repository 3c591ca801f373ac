package com.spokefleet.siem.install.splunk;

import java.util.List;
import java.util.Map;

/**
 * A kind of knowledge object and where splunkd has it. Saved searches and views have endpoints of
 * their own, which the scheduler and Splunk Web listen to; everything else is edited as the stanza
 * of the .conf file that it is, which Splunk documents for macros and for want of another endpoint.
 *
 * @param name of the .conf file without its ending, or {@code views}, {@code nav}, {@code lookups}
 */
record SplunkKind(String name) implements Comparable<SplunkKind> {
  static final SplunkKind LOOKUPS = new SplunkKind("lookups");
  static final SplunkKind VIEWS = new SplunkKind("views");
  static final SplunkKind NAVIGATION = new SplunkKind("nav");
  static final SplunkKind SAVED_SEARCHES = new SplunkKind("savedsearches");

  /** What the others refer to comes first. */
  private static final List<String> ORDER =
      List.of("collections", "lookups", "transforms", "macros", "eventtypes", "tags", "props");

  private static final List<String> LAST = List.of("savedsearches", "views", "nav");

  /** Where the endpoint of saved searches calls a key of savedsearches.conf otherwise. */
  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "enableSched", "is_scheduled",
          "counttype", "alert_type",
          "relation", "alert_comparator",
          "quantity", "alert_threshold");

  /** Below the app's namespace. */
  String endpoint() {
    return switch (name) {
      case "lookups" -> "data/lookup-table-files";
      case "views" -> "data/ui/views";
      case "nav" -> "data/ui/nav";
      case "savedsearches" -> "saved/searches";
      default -> "configs/conf-" + name;
    };
  }

  /** How the endpoint calls one of our fields. */
  String argument(String field) {
    return equals(SAVED_SEARCHES) ? ARGUMENTS.getOrDefault(field, field) : field;
  }

  private int rank() {
    int first = ORDER.indexOf(name);
    int last = LAST.indexOf(name);
    return first >= 0 ? first : last >= 0 ? 100 + last : ORDER.size();
  }

  @Override
  public int compareTo(SplunkKind other) {
    return rank() != other.rank()
        ? Integer.compare(rank(), other.rank())
        : name.compareTo(other.name);
  }
}
