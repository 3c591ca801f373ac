package com.spokefleet.siem.detection;

import com.spokefleet.siem.predicate.Predicate;
import java.time.Duration;
import java.util.List;

/**
 * Something a SOC wants to be told of.
 *
 * @param id unique, lower case with hyphens; names of objects in SIEMs are made of it, so it stays
 * @param severity unless something privileged is concerned: that is critical, and pages the SOC
 * @param by fields that make a group, which is counted apart and alerted of once in {@code quiet}
 * @param source where it is confirmed that such events are written, or what it was inferred from
 * @param response what to do first
 * @param attack techniques of MITRE ATT&CK, such as T1098.001
 * @param fires names of the fixtures that it must fire on
 * @param quietOn names of fixtures that are near and that it must not fire on
 */
public record Detection(
    String id,
    String name,
    Category category,
    String purpose,
    Severity severity,
    EventScope events,
    Predicate when,
    Trigger trigger,
    List<String> by,
    Duration quiet,
    Basis basis,
    String source,
    String response,
    List<String> references,
    List<String> attack,
    List<String> fires,
    List<String> quietOn) {
  public Detection {
    by = List.copyOf(by);
    references = List.copyOf(references);
    attack = List.copyOf(attack);
    fires = List.copyOf(fires);
    quietOn = List.copyOf(quietOn);
  }
}
