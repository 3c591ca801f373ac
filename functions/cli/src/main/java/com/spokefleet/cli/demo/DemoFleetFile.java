package com.spokefleet.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the demo's fleet.yaml: a real one, but for the endpoints and where credentials are. */
final class DemoFleetFile {
  private static final String HEAD = "fleet-head.yaml";

  private DemoFleetFile() {}

  /** Where an org's conversations say what they earned. */
  private static final String REVENUE =
      """
          privacy:
            attributes: [orderId]
          revenue:
            attribute: {amount: orderValue, currency: orderCurrency}
      """;

  /** What the SIEMs know people by whom nobody may name. */
  private static final String HASHES =
      """
          privacy:
            hashKey: secretsmanager:demo/hash-key
      """;

  /**
   * @param endpoints by name of the org
   * @param bank folder of the exchange rates
   * @param splunk address of the event collector
   * @param privileged what the SOC is paged for
   */
  static void write(
      Path file,
      List<DemoOrg> orgs,
      Map<String, URI> endpoints,
      URI bank,
      URI splunk,
      int historyDays,
      Optional<DemoPrivileged> privileged)
      throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            head().replace("{bank}", bank.toString()).replace("{splunk}", splunk.toString()));
    for (DemoOrg org : orgs) {
      yaml.append(spoke(org, String.valueOf(endpoints.get(org.name())), historyDays));
      yaml.append(org.isMetricsOnly() ? HASHES : REVENUE);
    }
    privileged.ifPresent(client -> yaml.append(client.yaml()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, yaml);
  }

  private static String spoke(DemoOrg org, String endpoint, int historyDays) {
    return """

      - name: %s
        orgId: %s
        genesysRegion: %s
        awsRegion: %s
        credentials: env:%s
        timeZone: %s
        currency: %s
        residency: %s
        businessRegion: %s
        schedule:
          historyDays: %d
        endpoints:
          api: %s
          login: %s
    """
        .formatted(
            org.name(),
            org.orgId(),
            org.region(),
            org.region(),
            org.credentialsPrefix(),
            org.timeZone(),
            org.currency(),
            org.residency().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            org.businessRegion(),
            historyDays,
            endpoint,
            endpoint);
  }

  private static String head() throws IOException {
    try (InputStream head = DemoFleetFile.class.getResourceAsStream(HEAD)) {
      if (head == null) {
        throw new IllegalStateException("Cannot find " + HEAD + " beside the classes");
      }
      return new String(head.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
