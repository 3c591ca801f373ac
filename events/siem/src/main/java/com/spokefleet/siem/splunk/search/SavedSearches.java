package com.spokefleet.siem.splunk.search;

import com.spokefleet.siem.SiemContext;
import com.spokefleet.siem.detection.Basis;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Severity;
import com.spokefleet.siem.detection.Trigger;
import com.spokefleet.siem.splunk.conf.ConfFile;
import java.time.Duration;
import java.util.List;

/**
 * savedsearches.conf: a search for each detection every five minutes, what fills and cleans their
 * memory at night, and one that pages.
 *
 * <p>Detections of single events look at what was indexed in the last quarter of an hour, whenever
 * it happened, and so see three times what a run may miss; those that count look at when it
 * happened.
 */
public final class SavedSearches {
  /** What the name of a detection's search begins with; its id follows. */
  public static final String DETECTION = "Genesys detection ";

  /** The search that pages the SOC. */
  public static final String PAGE = "Genesys page the SOC";

  private static final String LEARN = "Genesys learn ";
  private static final String FORGET = "Genesys forget old alerts";

  /** How late an event may come to be counted with the others. */
  private static final Duration LATE = Duration.ofHours(2);

  /**
   * How old an event may be when it arrives by itself: EventBridge tries for a day, then Firehose.
   * Of what is replayed later, a person asks for the alerts.
   */
  private static final String ARRIVES = "-2d";

  private static final int EVERY = 5;

  private SavedSearches() {}

  public static byte[] file(SiemContext context, List<Detection> detections) {
    ConfFile file =
        new ConfFile("Made of the catalogue of detections; change thresholds there or in a copy.");
    for (int at = 0; at < detections.size(); at++) {
      detection(file, detections.get(at), at % EVERY);
    }
    int night = 0;
    for (Detection detection : detections) {
      if (detection.trigger() instanceof Trigger.NewCombination fresh) {
        learning(file, detection, fresh, night++);
      }
    }
    scheduled(
        file.stanza(FORGET)
            .set(
                "description",
                "Forgets alerts that are older than any copy of an event can be, every night.")
            .set("search", AlertSearch.forgetting()),
        "41 4 * * *");
    page(file, context);
    return file.bytes();
  }

  private static void detection(ConfFile file, Detection detection, int offset) {
    ConfFile.Stanza stanza =
        scheduled(
            file.stanza(DETECTION + detection.id())
                .set("description", description(detection))
                .set("search", DetectionSearch.of(detection)),
            "%d-59/%d * * * *".formatted(offset, EVERY));
    range(stanza, detection.trigger());
    stanza
        .set("counttype", "number of events")
        .set("relation", "greater than")
        .set("quantity", 0)
        .set("alert.digest_mode", 0)
        .set("alert.track", 1)
        .set("alert.expires", "7d")
        .set("alert.severity", level(detection.severity()))
        .set("alert.suppress", 1)
        .set("alert.suppress.fields", "alert_group, severity")
        .set("alert.suppress.period", detection.quiet().toSeconds() + "s");
  }

  private static ConfFile.Stanza scheduled(ConfFile.Stanza stanza, String cron) {
    // No run is left out: one that could not start is made up for.
    return stanza.set("enableSched", 1).set("cron_schedule", cron).set("realtime_schedule", 0);
  }

  private static void range(ConfFile.Stanza stanza, Trigger trigger) {
    switch (trigger) {
      case Trigger.EachEvent each -> justIndexed(stanza);
      case Trigger.NewCombination fresh -> justIndexed(stanza);
      case Trigger.Count count -> happened(stanza, count.within().plus(LATE));
      case Trigger.Distinct distinct -> happened(stanza, distinct.within().plus(LATE));
      case Trigger.Silence silence -> happened(stanza, silence.longest().plus(Duration.ofDays(1)));
    }
  }

  private static void justIndexed(ConfFile.Stanza stanza) {
    stanza
        .set("dispatch.earliest_time", ARRIVES)
        .set("dispatch.latest_time", "+1d")
        .set("dispatch.index_earliest", "-16m@m")
        .set("dispatch.index_latest", "-1m@m");
  }

  private static void happened(ConfFile.Stanza stanza, Duration earliest) {
    stanza
        .set("dispatch.earliest_time", "-%ds".formatted(earliest.toSeconds()))
        .set("dispatch.latest_time", "+1h");
  }

  private static void learning(
      ConfFile file, Detection detection, Trigger.NewCombination fresh, int at) {
    scheduled(
            file.stanza(LEARN + detection.id())
                .set(
                    "description",
                    "Fills what is usual for \"%s\". Run it once by hand over %d days to begin with."
                        .formatted(detection.name(), fresh.baseline().toDays()))
                .set("search", DetectionSearch.learning(detection, fresh)),
            "%d 3 * * *".formatted(7 + at % 50))
        .set("dispatch.earliest_time", "-2d@d")
        .set("dispatch.latest_time", "now");
  }

  /** Splunk's own throttling is enough here: alerts are written once, by their ids. */
  private static void page(ConfFile file, SiemContext context) {
    scheduled(
            file.stanza(PAGE)
                .set("description", "Sends every critical alert to the SOC, once.")
                .set("search", "`genesys_alerts` severity=\"critical\"\n| dedup id"),
            "1-59/2 * * * *")
        .set("disabled", context.paged().isEmpty() ? 1 : 0)
        .set("dispatch.earliest_time", ARRIVES)
        .set("dispatch.latest_time", "+1d")
        .set("dispatch.index_earliest", "-31m@m")
        .set("dispatch.index_latest", "now")
        .set("counttype", "number of events")
        .set("relation", "greater than")
        .set("quantity", 0)
        .set("alert.digest_mode", 0)
        .set("alert.track", 1)
        .set("alert.severity", level(Severity.CRITICAL))
        .set("alert.suppress", 1)
        .set("alert.suppress.fields", "id")
        .set("alert.suppress.period", "24h")
        .set("action.email", context.paged().isEmpty() ? 0 : 1)
        .set("action.email.to", String.join(", ", context.paged()))
        .set("action.email.priority", 1)
        .set("action.email.subject", "[$result.severity$] $result.signature$: $result.org_name$")
        .set(
            "action.email.message.alert",
            "$result.description$ What to do first: $result.response$ Who: $result.actor_name$"
                + " ($result.actor_id$), from $result.src$. What: $result.vendor_action$"
                + " $result.entity_type$ $result.entity_name$ ($result.entity_id$). Privileged:"
                + " $result.privileged_object$ $result.privileged_actor$.")
        .set("action.email.inline", 0)
        .set("action.email.sendresults", 0);
  }

  private static String description(Detection detection) {
    return "%s. %s Response: %s Basis: %s (%s)%s"
        .formatted(
            detection.name(),
            detection.purpose(),
            detection.response(),
            detection.basis() == Basis.INFERRED
                ? "inferred, no published event confirms it"
                : "confirmed",
            detection.source(),
            detection.attack().isEmpty()
                ? "."
                : ". ATT&CK: " + String.join(", ", detection.attack()) + ".");
  }

  /** Splunk's levels go from 1 to 6. */
  private static int level(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 5;
      case HIGH -> 4;
      case MEDIUM -> 3;
      case LOW -> 2;
      case INFORMATIONAL -> 1;
    };
  }
}
