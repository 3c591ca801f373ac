package com.spokefleet.siem.splunk.search;

import com.spokefleet.siem.splunk.conf.ConfFile;

/**
 * From events that a detection has picked to alerts, as macros.
 *
 * <p>A collection remembers every alert by its detection and the identity of the event that
 * completed it, so that a copy never alerts again however late it comes; and by its group, which is
 * held back around the time of each of its alerts. Times are those of events. This does not rest on
 * the throttling of Splunk, which knows neither, so runs may overlap, be repeated or come late.
 */
final class AlertSearch {
  /** The lookup by event; {@link #OF_GROUP} is the same collection by group. */
  static final String RAISED = "genesys_raised";

  static final String OF_GROUP = "genesys_raised_of_group";

  /** Longer than any raw copy is kept, so no replay alerts again. */
  static final int REMEMBERED_DAYS = 31;

  private AlertSearch() {}

  static void define(ConfFile file) {
    Macros.define(
        file,
        "genesys_prepare",
        """
        eval _time=if(_time>_indextime+3600, _indextime, _time), \
        actor_name=coalesce(actor_name, actor_id)
        | dedup genesys_identity keepempty=true""");
    Macros.define(
        file,
        "genesys_raise",
        """
        lookup genesys_detections detection OUTPUT signature, usual_severity, category, basis, \
        purpose, response, attack
        | eval privileged=mvappend(privileged_object, privileged_actor), \
        severity=if(isnull(privileged), usual_severity, "critical"), \
        group_key=sha1(detection."|".severity."|".alert_group), \
        event_key=sha1(detection."|".genesys_identity)
        | lookup %1$s _key AS event_key OUTPUT alert_time AS alerted_before
        | lookup %2$s group_key OUTPUT alert_time AS group_alerted
        | eval held_back=mvmap(group_alerted, \
        if(abs(tonumber(group_alerted)-_time)<$quiet$, "yes", null()))
        | where isnull(alerted_before) AND isnull(held_back)
        | sort 0 _time
        | dedup group_key
        | eval alert_time=_time
        | outputlookup append=true key_field=event_key %1$s
        | eval %3$s
        | table _time, %4$s
        | collect `genesys_alert_target`"""
            .formatted(RAISED, OF_GROUP, AlertFields.assignments(), AlertFields.names()),
        "quiet");
  }

  /** What forgets alerts that nothing can bring back. */
  static String forgetting() {
    return """
        | inputlookup %1$s
        | where alert_time>=now()-%2$d
        | outputlookup key_field=_key %1$s"""
        .formatted(RAISED, REMEMBERED_DAYS * 86_400L);
  }
}
