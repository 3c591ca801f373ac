package com.spokefleet.siem.datadog;

import java.util.List;

/** What is true of everything in Datadog, whatever the catalogue holds. */
final class GeneralLimits {
  private GeneralLimits() {}

  static List<Limit> all() {
    return List.of(
        new Limit(
            "Comparisons of numbers",
            "need a measure of the attribute in monitors and dashboards; without it nothing matches."),
        new Limit(
            "Long values",
            "of more than 1,024 characters are no facets; what an audit changed may be longer, and"
                + " searches in old_values and new_values then see its beginning only."),
        new Limit(
            "Old events",
            "Datadog takes logs of up to 18 hours ago; a replay of older ones does not show at their"
                + " own time, if at all."),
        new Limit(
            "Late events",
            "a monitor counts what has arrived four minutes after its window; a rule counts as events"
                + " arrive. Neither looks back for what came later."),
        new Limit(
            "Duplicates",
            "count once within a window, for different identities are counted; a copy that arrives after"
                + " the window, and after the signal or monitor has closed, is told of again. Counts of"
                + " different values are estimates when they are large."),
        new Limit(
            "Quiet times",
            "a monitor of single events tells of a group again only after it was quiet for so long; the"
                + " catalogue tells again after that time even if events go on. A monitor that counts"
                + " tells again whenever the number falls and rises."),
        new Limit(
            "Groups",
            "a monitor follows the 1,000 most frequent groups. Several fields are one attribute, made by"
                + " the pipeline, because with several it would follow the ten most frequent values of each"
                + " and leave out events that lack one."),
        new Limit(
            "Hang-ups",
            "a conversation counts once in a total, but once for each leg and each column that it has"
                + " a sign of a hang-up in: that its first sign decides cannot be said. Where legs are told"
                + " apart, conversations of which only the customer's own leg tells are left out."),
        new Limit("Lists", "show every record, copies included."),
        new Limit(
            "Lookup tables",
            "of all pipelines of an account together hold 100 kB; each privileged thing takes two rows, a"
                + " client three, of about a hundred bytes."));
  }
}
