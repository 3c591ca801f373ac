package com.spokefleet.ingest.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the audits of each of an org's services are read. Immutable. A service that was known
 * once stays: the watermark must not pass it because one answer left it out.
 */
record AuditProgress(Map<String, ServiceProgress> byService) {
  static final AuditProgress NONE = new AuditProgress(Map.of());

  AuditProgress {
    byService = Map.copyOf(byService);
  }

  List<ServiceProgress> services() {
    return new ArrayList<>(new TreeMap<>(byService).values());
  }

  /** Services that are new are read from the start of history on. */
  AuditProgress knowing(Collection<String> services, Instant historyStart) {
    Map<String, ServiceProgress> all = new TreeMap<>(byService);
    services.forEach(
        service -> all.computeIfAbsent(service, name -> ServiceProgress.first(name, historyStart)));
    return new AuditProgress(all);
  }

  AuditProgress with(ServiceProgress service) {
    Map<String, ServiceProgress> changed = new TreeMap<>(byService);
    changed.put(service.service(), service);
    return new AuditProgress(changed);
  }

  AuditProgress without(String service) {
    Map<String, ServiceProgress> rest = new TreeMap<>(byService);
    rest.remove(service);
    return new AuditProgress(rest);
  }

  /** All audits before it that could be found are landed; empty before any service is known. */
  Optional<Instant> watermark() {
    return byService.values().stream().map(ServiceProgress::readUpTo).min(Instant::compareTo);
  }

  /** Also while a service pauses after failures: every run is to say so. */
  boolean isDue(Instant now, AuditPlan plan) {
    return byService.isEmpty()
        || byService.values().stream()
            .anyMatch(
                service ->
                    service.query().isPresent()
                        || service.notBefore().isPresent()
                        || service.next(now, plan).isPresent());
  }

  long underWay() {
    return byService.values().stream().filter(service -> service.query().isPresent()).count();
  }
}
