package com.spokefleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetParserTest {
  @Test
  void fillsInDocumentedDefaults() {
    Fleet fleet = FleetParser.parse("fleet.yaml", FleetText.SMALLEST);

    Spoke emea = fleet.spoke("emea").orElseThrow();
    assertThat(emea.schedule())
        .isEqualTo(
            new Schedule(
                Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofDays(7), 90, 50));
    assertThat(emea.endpoints().api()).isEqualTo(URI.create("https://api.mypurecloud.de"));
    assertThat(emea.endpoints().login()).isEqualTo(URI.create("https://login.mypurecloud.de"));
    assertThat(emea.endpoints().apps()).isEqualTo(URI.create("https://apps.mypurecloud.de"));
    assertThat(emea.directLinkPath())
        .isEqualTo("/directory/#/engage/admin/interactions/{conversationId}");
    assertThat(emea.queueLinkPath())
        .isEqualTo("/directory/#/admin/organization/queues/{queueId}/general");
    assertThat(fleet.standards().serviceLevel().shortAbandon()).isZero();
    assertThat(emea.eventSource()).isEmpty();
    assertThat(emea.allowedPii()).isEmpty();
    assertThat(fleet.taxonomy().wrapups()).isEmpty();
    assertThat(fleet.destinations()).isEmpty();
    assertThat(emea.awsAccount()).isEmpty();
    assertThat(emea.destinations()).isEmpty();
    assertThat(fleet.hub().awsAccount()).isEmpty();
    assertThat(fleet.hub().readers()).isEmpty();
    assertThat(fleet.operations())
        .isEqualTo(
            new Operations(
                List.of(),
                Duration.ofDays(30),
                Duration.ofDays(14),
                Duration.ofMinutes(30),
                Optional.empty(),
                5_000_000_000L));
    assertThat(fleet.siem())
        .isEqualTo(
            new Siem(
                List.of(),
                List.of(),
                new Siem.BackendErrors(
                    "index=web status>=500 status<=599", "@http.status_code:[500 TO 599]")));
  }

  @Test
  void whoIsToldOfAlarmsIsPagedUnlessOthersAreNamed() {
    Fleet fleet =
        FleetParser.parse(
            "fleet.yaml", FleetText.SMALLEST + "operations: {notify: [ops@example.com]}\n");

    assertThat(fleet.siem().paged()).containsExactly("ops@example.com");
  }

  @Test
  void anOrgSendsToAllDestinationsUnlessItListsThem() {
    String destinations =
        """
        destinations:
          - {name: soc, type: datadog, site: datadoghq.eu, apiKey: env:A}
          - {name: ops, type: datadog, site: datadoghq.com, apiKey: env:B}
        """;
    Fleet fleet =
        FleetParser.parse(
            "fleet.yaml", FleetText.SMALLEST + "    destinations: [ops]\n" + destinations);

    assertThat(fleet.destinationsOf(fleet.spoke("emea").orElseThrow()))
        .extracting(Destination::name)
        .containsExactly("soc", "ops");
    assertThat(fleet.destinationsOf(fleet.spoke("amer").orElseThrow()))
        .extracting(Destination::name)
        .containsExactly("ops");
    Fleet none =
        FleetParser.parse(
            "fleet.yaml", FleetText.SMALLEST + "    destinations: []\n" + destinations);
    assertThat(none.destinationsOf(none.spoke("amer").orElseThrow())).isEmpty();
  }

  @Test
  void mapsEveryKeyToItsPlace() {
    Fleet fleet =
        FleetParser.parse(
            "fleet.yaml",
            """
            name: acme
            hub:
              awsRegion: eu-west-1
              lakeBucket: acme-lake
              awsAccount: "000011112222"
              readers:
                - name: tableau
                  trusts: ["arn:aws:iam::111122223333:role/bi/tableau"]
                  tables: [conversations, dim_org]
                  access: athena
                  fromVpcEndpoints: [vpce-0123456789abcdef0]
                - {name: auditor, tables: [partition_proofs], fromAddresses: [203.0.113.0/24, "2001:db8::/32"]}
            standards: {serviceLevel: {percent: 75, threshold: PT20S, shortAbandon: 5s}, currency: GBP, reconciliation: {tolerance: 2}}
            taxonomy:
              wrapups:
                - {name: Sale, category: Revenue, names: [Verkauf], codes: {japan: [code-1, code-2]}}
            destinations:
              - {name: soc, type: splunk, endpoint: "https://splunk.example.com:8088/", token: env:HEC, index: main}
              - {name: ops, type: datadog, site: us5.datadoghq.com, apiKey: file:/run/key}
            spokes:
              - name: japan
                orgId: 3F1C9A70-6D1B-4C7E-9B1A-0E5D8C2F4A11
                genesysRegion: mypurecloud.jp
                awsRegion: ap-northeast-1
                credentials: secretsmanager:acme/japan
                timeZone: Asia/Tokyo
                currency: JPY
                residency: full
                businessRegion: APAC
                schedule: {period: 2h, overlap: 1h, lookback: 2d, historyDays: 7}
                eventSource: aws.partner/genesys.com/cloud/3f1c9a70-6d1b-4c7e-9b1a-0e5d8c2f4a11/one
                endpoints: {api: "http://127.0.0.1:8081/", login: "http://localhost:8082", apps: "http://[::1]:8083"}
                directLinkPath: /x/{conversationId}/detail
                queueLinkPath: /q/{queueId}
                privacy:
                  allow: [subject, ani]
                  attributes: [orderId, Shop code]
                  events: {ani: hash, entity_name: remove}
                  hashKey: env:HASH_KEY
                revenue: {attribute: {amount: orderValue, currency: orderCurrency}}
                polls: [edge-metrics, audits]
                statusPage: {address: "http://127.0.0.1:8084"}
                awsAccount: "444455556666"
                destinations: [ops]
            exchangeRates:
              source: quote
              apiKey: env:RATES
              endpoint: https://rates.example.com/{base}?to={quote}
              rate: /data/rate
              time: /data/at
              maximumAge: 2h
            operations:
              notify: [soc@example.com]
              logRetention: 365d
              rawRetention: 3d
              maximumAge: 1h
              silence: 2h
              dailyBytes: 20GB
            siem:
              privileged:
                - spoke: japan
                  type: oauth-client
                  id: 5F3B0C52-8F0E-4A36-9D6F-2F7F6F1F0A01
                  name: crm-sync
                  reason: It writes to the CRM.
              page: [duty@example.com]
              backendErrors: {splunk: "index=crm status>=500", datadog: "service:crm status:error"}
            people:
              - {id: employee-7, agents: {japan: 5F3B0C52-8F0E-4A36-9D6F-2F7F6F1F0A01}}
            """);

    assertThat(fleet)
        .isEqualTo(
            new Fleet(
                "acme",
                new Hub(
                    "eu-west-1",
                    "acme-lake",
                    Optional.of("000011112222"),
                    List.of(
                        new LakeReader(
                            "tableau",
                            List.of("arn:aws:iam::111122223333:role/bi/tableau"),
                            List.of("conversations", "dim_org"),
                            ReaderAccess.ATHENA,
                            List.of("vpce-0123456789abcdef0"),
                            List.of()),
                        new LakeReader(
                            "auditor",
                            List.of(),
                            List.of("partition_proofs"),
                            ReaderAccess.FILES,
                            List.of(),
                            List.of("203.0.113.0/24", "2001:db8::/32")))),
                new Standards(
                    new ServiceLevelStandard(75, Duration.ofSeconds(20), Duration.ofSeconds(5)),
                    Currency.getInstance("GBP"),
                    new ReconciliationStandard(2)),
                new Taxonomy(
                    List.of(
                        new CanonicalWrapup(
                            "Sale",
                            "Revenue",
                            List.of("Verkauf"),
                            Map.of("japan", List.of("code-1", "code-2"))))),
                List.of(
                    new Destination.Splunk(
                        "soc", URI.create("https://splunk.example.com:8088"), "env:HEC", "main"),
                    new Destination.Datadog("ops", "us5.datadoghq.com", "file:/run/key")),
                List.of(
                    new Spoke(
                        "japan",
                        "3f1c9a70-6d1b-4c7e-9b1a-0e5d8c2f4a11",
                        GenesysRegions.find("ap-northeast-1").orElseThrow(),
                        "ap-northeast-1",
                        "secretsmanager:acme/japan",
                        ZoneId.of("Asia/Tokyo"),
                        Currency.getInstance("JPY"),
                        Residency.FULL,
                        "APAC",
                        new Schedule(
                            Duration.ofHours(2), Duration.ofHours(1), Duration.ofDays(2), 7, 50),
                        Optional.of(
                            "aws.partner/genesys.com/cloud/3f1c9a70-6d1b-4c7e-9b1a-0e5d8c2f4a11/one"),
                        new Endpoints(
                            URI.create("http://127.0.0.1:8081"),
                            URI.create("http://localhost:8082"),
                            URI.create("http://[::1]:8083")),
                        "/x/{conversationId}/detail",
                        Set.of(PiiField.ANI, PiiField.SUBJECT),
                        Latency.SCHEDULED,
                        QueryFilter.NONE,
                        QueryFilter.NONE,
                        Set.of("orderId", "Shop code"),
                        Optional.of(
                            new RevenueSource.Attributes(
                                "orderValue", Optional.of("orderCurrency"))),
                        "/q/{queueId}",
                        Set.of(Poll.AUDITS, Poll.EDGE_METRICS),
                        new EventPrivacy(
                            Map.of(
                                "ani", EventFieldRule.HASH, "entity_name", EventFieldRule.REMOVE),
                            Optional.of("env:HASH_KEY")),
                        Optional.of(
                            new StatusPage(
                                URI.create("http://127.0.0.1:8084"), "Asia Pacific (Tokyo)")),
                        Optional.of("444455556666"),
                        List.of("ops"))),
                Optional.of(
                    new ExchangeRates.Quote(
                        "https://rates.example.com/{base}?to={quote}",
                        "/data/rate",
                        "/data/at",
                        Duration.ofHours(2),
                        Optional.of(new ExchangeRates.ApiKey("X-Api-Key", "env:RATES")))),
                new People(
                    List.of(
                        new Person(
                            "employee-7",
                            Map.of("japan", "5f3b0c52-8f0e-4a36-9d6f-2f7f6f1f0a01")))),
                new Operations(
                    List.of("soc@example.com"),
                    Duration.ofDays(365),
                    Duration.ofDays(3),
                    Duration.ofHours(1),
                    Optional.of(Duration.ofHours(2)),
                    20_000_000_000L),
                new Siem(
                    List.of(
                        new PrivilegedObject(
                            "japan",
                            PrivilegedType.OAUTH_CLIENT,
                            "5f3b0c52-8f0e-4a36-9d6f-2f7f6f1f0a01",
                            "crm-sync",
                            "It writes to the CRM.")),
                    List.of("duty@example.com"),
                    new Siem.BackendErrors("index=crm status>=500", "service:crm status:error"))));
  }

  @Test
  void readsTheExampleWithItsThreeSpokesOfWhichOneIsMetricsOnly() {
    Fleet fleet = FleetParser.parse(FleetText.EXAMPLE);

    assertThat(fleet.spokes()).extracting(Spoke::name).containsExactly("emea", "amer", "apac");
    assertThat(fleet.spokes())
        .filteredOn(spoke -> spoke.residency() == Residency.METRICS_ONLY)
        .extracting(Spoke::name)
        .containsExactly("emea");
    assertThat(fleet.taxonomy().canonical("apac", "any", "販売"))
        .map(CanonicalWrapup::name)
        .contains("Sale");
  }

  @Test
  void readsTheSameFleetWithAByteOrderMarkAndWindowsLineEnds(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("fleet.yaml");
    String windows = "\uFEFF" + FleetText.SMALLEST.replace("\n", "\r\n");
    Files.writeString(file, windows, StandardCharsets.UTF_8);

    assertThat(FleetParser.parse(file))
        .isEqualTo(FleetParser.parse("fleet.yaml", FleetText.SMALLEST));
  }

  @Test
  void acceptsAFleetThatIsWhollyInAPartitionOfItsOwn() {
    String government =
        FleetText.SMALLEST
            .replaceAll("awsRegion: .*", "awsRegion: us-gov-west-1")
            .replaceAll("genesysRegion: .*", "genesysRegion: use2.us-gov-pure.cloud");
    String governmentInCommercialAws =
        FleetText.SMALLEST
            .replaceAll("awsRegion: .*", "awsRegion: us-east-2")
            .replaceAll("genesysRegion: .*", "genesysRegion: use2.us-gov-pure.cloud");
    String sovereign =
        FleetText.SMALLEST.replaceAll("(awsRegion|genesysRegion): .*", "$1: eusc-de-east-1");

    assertThat(FleetText.problems(government)).isEmpty();
    assertThat(FleetText.problems(governmentInCommercialAws)).isEmpty();
    assertThat(FleetText.problems(sovereign)).isEmpty();
  }
}
