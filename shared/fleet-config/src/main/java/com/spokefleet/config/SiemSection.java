package com.spokefleet.config;

import java.util.List;

/** {@code siem} of fleet.yaml. */
final class SiemSection {
  static final Key<String> SPOKE =
      Key.required("spoke", ScalarTypes.NAME, "Name of the spoke it belongs to.");
  private static final Key<PrivilegedType> TYPE =
      Key.required(
          "type",
          Scalar.choice(PrivilegedType.texts(), PrivilegedType::of),
          "What it is: oauth-client, integration, role or user.");
  static final Key<String> ID =
      Key.required("id", ScalarTypes.ORG_ID, "Its id, as audits name it.");
  private static final Key<String> NAME =
      Key.required("name", ScalarTypes.LABEL, "What people call it.");
  private static final Key<String> REASON =
      Key.required("reason", ScalarTypes.LABEL, "Why the SOC is paged for it.");

  private static final Section PRIVILEGED_SECTION =
      new Section(
          "Something whose change, or whose doings, page the SOC.",
          List.of(SPOKE, TYPE, ID, NAME, REASON));

  static final Key<List<Located<SectionValues>>> PRIVILEGED =
      Key.optional(
          "privileged",
          new ListOf<>(PRIVILEGED_SECTION, 0),
          "What raises every alert to critical: an OAuth client that controls the CRM, say.");
  private static final Key<List<Located<String>>> PAGE =
      Key.optional(
          "page",
          new ListOf<>(OperationsSection.ADDRESS, 0),
          "E-mail addresses that are paged of critical alerts; operations.notify if none.");
  private static final Key<String> SPLUNK_ERRORS =
      Key.withDefault(
          "splunk",
          ScalarTypes.LABEL,
          "index=web status>=500 status<=599",
          "How Splunk finds the backend's errors: a search without a leading command.");
  private static final Key<String> DATADOG_ERRORS =
      Key.withDefault(
          "datadog",
          ScalarTypes.LABEL,
          "@http.status_code:[500 TO 599]",
          "How Datadog finds the backend's errors: a query of its log search.");
  private static final Section BACKEND_SECTION =
      new Section(
          "Errors of the backend behind the contact centre, which hang-ups are held against.",
          List.of(SPLUNK_ERRORS, DATADOG_ERRORS));
  private static final Key<SectionValues> BACKEND_ERRORS =
      Key.optional("backendErrors", BACKEND_SECTION, "Where the backend's HTTP errors are found.");

  static final Section SECTION =
      new Section(
          "What the dashboards and detections of Splunk and Datadog know of this company.",
          List.of(PRIVILEGED, PAGE, BACKEND_ERRORS));

  private SiemSection() {}

  static Siem build(SectionValues values, Operations operations) {
    SectionValues errors = values.section(BACKEND_ERRORS);
    List<String> paged =
        values.optional(PAGE).orElse(List.of()).stream().map(Located::value).toList();
    return new Siem(
        values.optional(PRIVILEGED).orElse(List.of()).stream()
            .map(located -> privileged(located.value()))
            .toList(),
        paged.isEmpty() ? operations.notified() : paged,
        new Siem.BackendErrors(errors.get(SPLUNK_ERRORS), errors.get(DATADOG_ERRORS)));
  }

  private static PrivilegedObject privileged(SectionValues values) {
    return new PrivilegedObject(
        values.get(SPOKE), values.get(TYPE), values.get(ID), values.get(NAME), values.get(REASON));
  }

  /** Each is named once, and its org is one of the fleet's. */
  static void check(SectionValues siem, List<Located<SectionValues>> spokes, Problems problems) {
    List<String> known =
        spokes.stream()
            .flatMap(spoke -> spoke.value().optional(SpokeSection.NAME).stream())
            .toList();
    UniqueValues ids = new UniqueValues(problems, "is also the id of");
    for (Located<SectionValues> object : siem.optional(PRIVILEGED).orElse(List.of())) {
      object.value().located(ID).ifPresent(ids::add);
      object
          .value()
          .located(SPOKE)
          .filter(spoke -> !known.contains(spoke.value()))
          .ifPresent(
              spoke -> problems.add(spoke, Suggestions.unknown("spoke", spoke.value(), known)));
    }
  }
}
