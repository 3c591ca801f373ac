package com.spokefleet.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** {@code statusPage} of a spoke. */
final class StatusPageSection {
  private static final String EVERY_RUN = "every-run";

  static final Key<String> WATCH =
      Key.withDefault(
          "watch",
          Scalar.choice(List.of(EVERY_RUN, "never"), text -> text),
          EVERY_RUN,
          "Whether each run asks the page for maintenance of the org's region.");
  static final Key<URI> ADDRESS =
      Key.withDefault(
          "address",
          EndpointText.TYPE,
          "https://status.mypurecloud.com",
          "Address of the page, one by Statuspage.io.");
  static final Key<String> GROUP =
      Key.optional(
          "group",
          ScalarTypes.LABEL,
          "Name of the org's region on the page, where it differs from the name that the web client"
              + " shows at sign-in.");

  static final Section SECTION =
      new Section(
          "Where Genesys Cloud tells about maintenance of the org's region.",
          List.of(WATCH, ADDRESS, GROUP));

  private StatusPageSection() {}

  static Optional<StatusPage> build(SectionValues values, GenesysRegion region) {
    if (!values.get(WATCH).equals(EVERY_RUN)) {
      return Optional.empty();
    }
    return Optional.of(
        new StatusPage(values.get(ADDRESS), values.optional(GROUP).orElseGet(region::displayName)));
  }
}
