package com.spokefleet.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Texts of fleets of many orgs, each with some of the optional keys; one per seed. */
public final class GeneratedFleet {
  private static final List<String> PERIODS = List.of("1m", "5m", "15m", "30m", "1h", "6h", "1d");

  private final Random random;
  private final List<String> names;

  public GeneratedFleet(int orgs, long seed) {
    this.random = new Random(seed);
    this.names = IntStream.range(0, orgs).mapToObj("org-%03d"::formatted).toList();
  }

  /** Entries of the spokes, each by itself, so that a test can change one. */
  public List<String> spokes() {
    List<String> spokes = new ArrayList<>();
    names.forEach(name -> spokes.add(spoke(name)));
    return spokes;
  }

  /** A fleet with such spokes, and with all else that speaks of them. */
  public String fleet(List<String> spokes) {
    return head() + siem() + people() + taxonomy() + "spokes:\n" + String.join("", spokes);
  }

  private static String head() {
    return """
    name: generated
    hub:
      awsRegion: eu-central-1
      lakeBucket: generated-lake
      awsAccount: "000011112222"
      readers:
        - {name: bi, tables: [conversations], fromVpcEndpoints: [vpce-0123456789abcdef0]}
    operations: {notify: [secret-recipient@example.com], logRetention: 7d}
    standards:
      serviceLevel: {percent: 80, threshold: 30s}
      currency: EUR
    exchangeRates: {source: ecb}
    destinations:
      - {name: soc, type: splunk, endpoint: "https://splunk.example.com", token: "secretsmanager:soc", index: main}
      - {name: ops, type: datadog, site: datadoghq.eu, apiKey: "secretsmanager:ops"}
      - {name: lab, type: datadog, site: datadoghq.com, apiKey: "secretsmanager:lab"}
    """;
  }

  private String siem() {
    StringBuilder siem = new StringBuilder("siem:\n  privileged:\n");
    for (int org = 0; org < names.size(); org++) {
      siem.append(
          "    - {spoke: %s, type: role, id: %s, name: Admins, reason: They may all.}\n"
              .formatted(names.get(org), id(100_000 + org)));
    }
    return siem.toString();
  }

  private String people() {
    StringBuilder people = new StringBuilder("people:\n");
    for (int person = 0; person < names.size(); person++) {
      List<String> orgs = new ArrayList<>(names);
      Collections.shuffle(orgs, new Random(person));
      people.append(
          "  - {id: person-%d, agents: {%s: %s, %s: %s}}%n"
              .replace("%n", "\n")
              .formatted(person, orgs.get(0), id(2 * person), orgs.get(1), id(2 * person + 1)));
    }
    return people.toString();
  }

  private String taxonomy() {
    StringBuilder taxonomy = new StringBuilder("taxonomy:\n  wrapups:\n");
    for (int entry = 0; entry < 6; entry++) {
      taxonomy.append("    - name: Entry \"%d\" 販売\n      category: Any\n".formatted(entry));
      taxonomy.append(
          "      names: ['it''s %d', \"tab\\there %d \\U0001F600\"]\n".formatted(entry, entry));
      taxonomy.append("      codes:\n");
      for (int org = entry; org < names.size(); org += 2) {
        taxonomy.append("        %s: [code-%d-%d]\n".formatted(names.get(org), entry, org));
      }
    }
    return taxonomy.toString();
  }

  private String spoke(String name) {
    boolean metricsOnly = random.nextInt(5) == 0;
    String orgId = new UUID(random.nextLong(), random.nextLong()).toString();
    StringBuilder spoke = new StringBuilder();
    spoke.append("  - name: %s # a remark\n".formatted(name));
    spoke.append("    orgId: %s\n".formatted(orgId));
    spoke.append("    genesysRegion: mypurecloud.de\n    awsRegion: eu-west-1\n");
    spoke.append("    credentials: secretsmanager:generated/%s\n".formatted(name));
    spoke.append("    timeZone: Europe/Berlin\n    currency: USD\n");
    // Nobody of a metrics-only org could be among the people, and all orgs may be.
    spoke.append("    residency: full\n    businessRegion: EMEA\n");
    spoke.append("    schedule: {period: %s}\n".formatted(any(PERIODS)));
    if (metricsOnly) {
      spoke.append("    destinations: []\n");
    } else if (random.nextBoolean()) {
      spoke.append("    destinations: [%s]\n".formatted(any(List.of("soc", "lab, ops", "ops"))));
    }
    if (random.nextBoolean()) {
      spoke.append("    awsAccount: \"%012d\"\n".formatted(random.nextInt(1_000_000)));
    }
    if (random.nextBoolean()) {
      spoke.append("    revenue: {attribute: {amount: 'order \"value\"'}}\n");
    }
    if (random.nextBoolean()) {
      spoke.append(
          """
              filters:
                conversations:
                  segmentFilters: [{type: or, predicates: [{dimension: mediaType, value: voice}]}]
                users: |
                  {"presenceFilters": [{"type": "or", "predicates": [
                    {"type": "dimension", "dimension": "systemPresence", "value": "ON_QUEUE"}]}]}
          """);
    }
    return spoke.toString();
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String id(int number) {
    return new UUID(0x4000L, number).toString();
  }
}
