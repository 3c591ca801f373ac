package com.spokefleet.cli.demo;

import com.spokefleet.config.Residency;
import com.spokefleet.testing.org.Language;
import com.spokefleet.testing.org.ServiceLevelSwitches;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** One org of the demo's fleet: what fleet.yaml says of it, and the languages its people speak. */
record DemoOrg(
    String name,
    String orgId,
    String region,
    String timeZone,
    String currency,
    String businessRegion,
    Residency residency,
    List<Language> languages) {

  private static final Set<String> QUOTED = Set.of("EUR", "USD", "JPY", "GBP", "AUD");

  /**
   * The first three are those of fleet.example.yaml; Germany keeps records of persons to itself.
   */
  private static final List<DemoOrg> KNOWN =
      List.of(
          new DemoOrg(
              "emea",
              "3f1c9a70-6d1b-4c7e-9b1a-0e5d8c2f4a11",
              "eu-central-1",
              "Europe/Berlin",
              "EUR",
              "EMEA",
              Residency.METRICS_ONLY,
              List.of(Language.GERMAN, Language.ENGLISH)),
          new DemoOrg(
              "amer",
              "8a2e5b14-0f93-4d6a-8c27-7b1d3e9f6c22",
              "us-east-1",
              "America/New_York",
              "USD",
              "AMER",
              Residency.FULL,
              List.of(Language.ENGLISH, Language.SPANISH)),
          new DemoOrg(
              "apac",
              "c5d7e8f9-1a2b-4c3d-8e4f-5a6b7c8d9e33",
              "ap-southeast-2",
              "Australia/Sydney",
              "AUD",
              "APAC",
              Residency.FULL,
              List.of(Language.ENGLISH, Language.JAPANESE)),
          full("japan", "ap-northeast-1", "Asia/Tokyo", "JPY", "APAC", Language.JAPANESE),
          full("uk", "eu-west-2", "Europe/London", "GBP", "EMEA", Language.ENGLISH),
          full("brazil", "sa-east-1", "America/Sao_Paulo", "BRL", "AMER", Language.SPANISH),
          full("india", "ap-south-1", "Asia/Kolkata", "INR", "APAC", Language.HINDI),
          full("emirates", "me-central-1", "Asia/Dubai", "AED", "EMEA", Language.ARABIC),
          full("canada", "ca-central-1", "America/Toronto", "CAD", "AMER", Language.ENGLISH),
          full("swiss", "eu-central-2", "Europe/Zurich", "CHF", "EMEA", Language.GERMAN));

  /** The first {@code count} orgs; past the known ones they repeat under numbered names. */
  static List<DemoOrg> list(int count) {
    if (count == 1) {
      // A lone metrics-only org would have no figures to show yet.
      return List.of(KNOWN.get(1));
    }
    List<DemoOrg> orgs = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      DemoOrg known = KNOWN.get(index % KNOWN.size());
      int round = index / KNOWN.size() + 1;
      orgs.add(round == 1 ? known : known.named(known.name + "-" + round));
    }
    return orgs;
  }

  boolean isMetricsOnly() {
    return residency == Residency.METRICS_ONLY;
  }

  /** What the org sells in: its own currency, or dollars where no fake bank quotes that. */
  String saleCurrency() {
    return QUOTED.contains(currency) ? currency : "USD";
  }

  /** Each org's own rule of service level: the reason why their own figures do not compare. */
  ServiceLevelSwitches serviceLevelSwitches() {
    return switch (businessRegion) {
      case "EMEA" -> new ServiceLevelSwitches(false, false, true);
      case "APAC" -> new ServiceLevelSwitches(true, true, true);
      default -> ServiceLevelSwitches.USUAL;
    };
  }

  /** Prefix of the two environment variables that hold the org's credentials. */
  String credentialsPrefix() {
    return "DEMO_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private DemoOrg named(String other) {
    return new DemoOrg(
        other, idOf(other), region, timeZone, currency, businessRegion, Residency.FULL, languages);
  }

  private static DemoOrg full(
      String name,
      String region,
      String timeZone,
      String currency,
      String businessRegion,
      Language language) {
    return new DemoOrg(
        name,
        idOf(name),
        region,
        timeZone,
        currency,
        businessRegion,
        Residency.FULL,
        List.of(language, Language.ENGLISH));
  }

  private static String idOf(String name) {
    return UUID.nameUUIDFromBytes(("demo org " + name).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
