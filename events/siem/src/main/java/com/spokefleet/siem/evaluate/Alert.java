package com.spokefleet.siem.evaluate;

import com.spokefleet.siem.detection.Basis;
import com.spokefleet.siem.detection.Detection;
import com.spokefleet.siem.detection.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a detection tells the SOC.
 *
 * @param severity of the detection, or critical if something privileged is concerned
 * @param group the values that make the group, by field; empty text where the event has none
 * @param at when the event happened that completed it; of silence, when it was noticed
 * @param count events, or different values, that were counted
 * @param details what the event that completed it says of who did what where; fields that it has
 *     not are not there
 * @param privileged names of what is privileged and concerned; then the SOC is paged
 */
public record Alert(
    Detection detection,
    Severity severity,
    Map<String, String> group,
    Instant at,
    int count,
    Map<String, String> details,
    List<String> privileged) {
  /** What an analyst asks first. */
  static final List<String> DETAILS =
      List.of(
          "org_name",
          "actor_name",
          "vendor_action",
          "entity_type",
          "entity_name",
          "src_ip",
          "event_id");

  public Alert {
    group = new TreeMap<>(group);
    details = new TreeMap<>(details);
    privileged = List.copyOf(privileged);
  }

  /** Whether somebody is to be woken up. */
  public boolean isPaged() {
    return severity == Severity.CRITICAL;
  }

  /** One line for a person. */
  public String text() {
    StringBuilder text = new StringBuilder(detection.name());
    group.forEach(
        (field, value) -> {
          if (!value.isEmpty()) {
            text.append(", ").append(field).append(' ').append(value);
          }
        });
    if (!privileged.isEmpty()) {
      text.append(", privileged: ").append(String.join(", ", privileged));
    }
    if (detection.basis() == Basis.INFERRED) {
      text.append(" (inferred: no published event confirms this detection)");
    }
    return text.toString();
  }
}
