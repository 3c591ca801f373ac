package com.spokefleet.siem.splunk.search;

import com.spokefleet.siem.splunk.conf.ConfFile;

/**
 * What each group has had before, as macros. A collection remembers two kinds of keys: a group,
 * with when it was first seen, and a combination of a group, with when it was last seen.
 */
final class BaselineSearch {
  static final String BASELINE = "genesys_baseline";

  private BaselineSearch() {}

  static void define(ConfFile file) {
    Macros.define(
        file,
        "genesys_learn",
        """
        eval combination_key=sha1(detection."|".alert_group."|".combination), \
        known_key=sha1(detection."|".alert_group)
        | sort 0 _time
        | eventstats max(_time) AS newest BY combination_key
        | eventstats min(_time) AS oldest BY known_key
        | dedup combination_key
        | lookup %1$s _key AS combination_key OUTPUT last_seen AS seen_before
        | lookup %1$s _key AS known_key OUTPUT first_seen AS known_since
        | eval last_seen=max(newest, coalesce(tonumber(seen_before), 0)), \
        first_seen=min(oldest, coalesce(tonumber(known_since), oldest))
        | outputlookup append=true key_field=combination_key %1$s
        | outputlookup append=true key_field=known_key %1$s"""
            .formatted(BASELINE));
    Macros.define(
        file,
        "genesys_unusual",
        """
        `genesys_learn`
        | where (isnull(seen_before) OR tonumber(seen_before)<_time-$baseline$) \
        AND first_seen<=_time-$learning$""",
        "baseline",
        "learning");
  }
}
