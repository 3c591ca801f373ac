package com.spokefleet.config;

import java.net.URI;
import java.util.List;

/** One of {@code destinations} of fleet.yaml. */
final class DestinationSection {
  static final Key<String> NAME =
      Key.required("name", ScalarTypes.NAME, "Name of the destination, unique in the fleet.");

  private static final String TYPE = "type";
  private static final Key<String> SPLUNK =
      Key.required(TYPE, Scalar.choice(List.of("splunk"), text -> text), "Splunk.");
  private static final Key<URI> ENDPOINT =
      Key.required("endpoint", EndpointText.TYPE, "Address of the HTTP Event Collector.");
  static final Key<String> TOKEN =
      Key.required("token", SecretReference.TYPE, "Where the collector's token is found.");
  private static final Key<String> INDEX =
      Key.required("index", ScalarTypes.LABEL, "Index that events are written to.");

  private static final Key<String> DATADOG =
      Key.required(TYPE, Scalar.choice(List.of("datadog"), text -> text), "Datadog.");
  private static final Key<String> SITE =
      Key.required(
          "site",
          ScalarTypes.matching(
              "[a-z0-9-]+(\\.[a-z0-9-]+)+", "must be a Datadog site such as datadoghq.eu"),
          "Datadog site, such as datadoghq.eu.");
  static final Key<String> API_KEY =
      Key.required("apiKey", SecretReference.TYPE, "Where the API key is found.");

  static final Variants TYPES =
      new Variants(
          TYPE,
          List.of("splunk", "datadog"),
          List.of(
              new Section(
                  "Splunk, through its HTTP Event Collector.",
                  List.of(NAME, SPLUNK, ENDPOINT, TOKEN, INDEX)),
              new Section("Datadog's log intake.", List.of(NAME, DATADOG, SITE, API_KEY))));

  private DestinationSection() {}

  static Destination build(Variants.Variant variant) {
    SectionValues values = variant.values();
    return variant.name().equals("splunk")
        ? new Destination.Splunk(
            values.get(NAME), values.get(ENDPOINT), values.get(TOKEN), values.get(INDEX))
        : new Destination.Datadog(values.get(NAME), values.get(SITE), values.get(API_KEY));
  }
}
