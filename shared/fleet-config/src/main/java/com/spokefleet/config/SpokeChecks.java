package com.spokefleet.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for each spoke, and between spokes, beyond the types of their values. */
final class SpokeChecks {
  private final Problems problems;
  private final UniqueValues names;
  private final UniqueValues orgIds;

  SpokeChecks(Problems problems) {
    this.problems = problems;
    this.names = new UniqueValues(problems, "is also the name of");
    this.orgIds = new UniqueValues(problems, "is also the org of");
  }

  void check(List<Located<SectionValues>> spokes) {
    for (Located<SectionValues> spoke : spokes) {
      SectionValues values = spoke.value();
      values.located(SpokeSection.NAME).ifPresent(names::add);
      values.located(SpokeSection.ORG_ID).ifPresent(orgIds::add);
      values
          .optional(SpokeSection.SCHEDULE)
          .ifPresent(schedule -> ScheduleSection.check(schedule, problems));
      checkEventSource(values);
      checkPrivacy(values);
      checkEvents(values);
      checkFilters(values);
    }
  }

  private void checkEventSource(SectionValues values) {
    values
        .located(SpokeSection.EVENT_SOURCE)
        .ifPresent(
            source ->
                values
                    .optional(SpokeSection.ORG_ID)
                    .filter(orgId -> !orgId.equalsIgnoreCase(source.value().split("/")[3]))
                    .ifPresent(orgId -> problems.add(source, "must be of this org, " + orgId)));
  }

  /** A filter of what is never read was meant for another org, or the residency is wrong. */
  private void checkFilters(SectionValues values) {
    if (values.optional(SpokeSection.RESIDENCY).filter(Residency.METRICS_ONLY::equals).isEmpty()) {
      return;
    }
    values
        .located(SpokeSection.FILTERS)
        .ifPresent(
            filters ->
                problems.add(
                    filters, "must be absent, for residency is metrics-only: no record is read"));
    values
        .located(SpokeSection.LATENCY)
        .filter(latency -> latency.value() == Latency.IMMEDIATE)
        .ifPresent(
            latency ->
                problems.add(
                    latency,
                    "must be scheduled, for residency is metrics-only: no conversation is read"));
  }

  /** What is to be hashed needs a key, and nobody of a metrics-only org is told of by name. */
  private void checkEvents(SectionValues values) {
    boolean metricsOnly =
        values.optional(SpokeSection.RESIDENCY).filter(Residency.METRICS_ONLY::equals).isPresent();
    SectionValues privacy = values.section(SpokeSection.PRIVACY);
    boolean keyed = privacy.optional(SpokeSection.HASH_KEY).isPresent();
    privacy
        .optional(SpokeSection.EVENT_FIELDS)
        .orElse(Map.of())
        .forEach(
            (name, rule) -> {
              if (!name.value().matches("[a-z][a-z0-9_]*")) {
                problems.add(
                    name, "must be a field's name in the SIEM: lower case, words joined by _");
              }
              if (rule == EventFieldRule.HASH && !keyed) {
                problems.add(name, "cannot be hashed without privacy.hashKey");
              }
              if (rule == EventFieldRule.KEEP && metricsOnly) {
                problems.add(
                    name, "must not be kept, for residency is metrics-only: persons are masked");
              }
            });
  }

  private void checkPrivacy(SectionValues values) {
    if (values.optional(SpokeSection.RESIDENCY).filter(Residency.METRICS_ONLY::equals).isEmpty()) {
      return;
    }
    Optional<SectionValues> privacy = values.optional(SpokeSection.PRIVACY);
    privacy.flatMap(section -> section.located(SpokeSection.ALLOW)).ifPresent(this::requireEmpty);
    privacy
        .flatMap(section -> section.located(SpokeSection.ATTRIBUTES))
        .ifPresent(this::requireEmpty);
  }

  private void requireEmpty(Located<? extends List<?>> allowed) {
    if (!allowed.value().isEmpty()) {
      problems.add(
          allowed, "must be empty, for residency is metrics-only: no customer is recorded");
    }
  }
}
