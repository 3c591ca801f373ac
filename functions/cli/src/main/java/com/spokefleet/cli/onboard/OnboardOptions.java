package com.spokefleet.cli.onboard;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.config.GenesysRegion;
import com.spokefleet.config.GenesysRegions;
import com.spokefleet.config.Poll;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said on the command line about the org; most of it ends up in its entry. */
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class OnboardOptions {
  /** Which residency nobody has to regret: nothing of a person is read before somebody says so. */
  private static final String CAREFUL_RESIDENCY = "metrics-only";

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Name of the org in commands, reports and resource names.")
  private String name;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Region of the org, by AWS region (eu-central-1) or domain (mypurecloud.de).")
  private @Nullable String region;

  @Option(
      names = "--credentials",
      paramLabel = "REF",
      description =
          "Where client id and secret are found now: env:PREFIX, file:PATH or secretsmanager:NAME.")
  private @Nullable String credentials;

  @Option(
      names = "--entry-credentials",
      paramLabel = "REF",
      description = "Where runs will find them, for the entry (default: what --credentials says).")
  private @Nullable String entryCredentials;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "Time zone of its business day, such as Europe/Berlin; Genesys tells none.")
  private @Nullable String timeZone;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currency it sells in, such as EUR; Genesys tells none.")
  private @Nullable String currency;

  @Option(
      names = "--residency",
      paramLabel = "WORD",
      description = "full or metrics-only (default: metrics-only, nothing of a person is read).")
  private @Nullable String residency;

  @Option(
      names = "--business-region",
      paramLabel = "WORD",
      description = "For reports (default: as Genesys calls its region, such as EMEA).")
  private @Nullable String businessRegion;

  @Option(
      names = "--aws-region",
      paramLabel = "REGION",
      description = "Where its function runs (default: where Genesys runs it).")
  private @Nullable String awsRegion;

  @Option(
      names = "--aws-account",
      paramLabel = "ID",
      description = "Account of its stack, 12 digits (default: the account of the deployment).")
  private @Nullable String awsAccount;

  @Option(
      names = "--poll",
      split = ",",
      paramLabel = "WHAT",
      description = "What is asked for by API as well: audits, edge-metrics.")
  private @Nullable Set<String> polls;

  @Option(
      names = "--event-source-suffix",
      paramLabel = "TEXT",
      description = "Which integration with EventBridge, where there are several.")
  private @Nullable String suffix;

  @Option(names = "--api", hidden = true, description = "Address of the API, for tests.")
  private @Nullable String api;

  @Option(names = "--login", hidden = true, description = "Address of the sign-in, for tests.")
  private @Nullable String login;

  String name() {
    return name;
  }

  Optional<String> suffix() {
    return Optional.ofNullable(suffix);
  }

  Optional<String> credentials() {
    return Optional.ofNullable(credentials);
  }

  Residency residency() {
    return switch (residencyWord()) {
      case "full" -> Residency.FULL;
      case CAREFUL_RESIDENCY -> Residency.METRICS_ONLY;
      default ->
          throw invalid("Cannot read '" + residency + "' as a residency: full or metrics-only");
    };
  }

  /** Whether the residency is ours, because nobody said one. */
  boolean residencyIsAssumed() {
    return residency == null;
  }

  private String residencyWord() {
    return residency == null ? CAREFUL_RESIDENCY : residency;
  }

  Set<Poll> polls() {
    Set<String> wanted = polls == null ? Set.of() : polls;
    Map<String, Poll> known = new LinkedHashMap<>();
    for (Poll poll : Poll.values()) {
      known.put(poll.yamlName(), poll);
    }
    return wanted.stream()
        .map(
            word ->
                Optional.ofNullable(known.get(word))
                    .orElseThrow(() -> invalid("Cannot poll '" + word + "': " + known.keySet())))
        .collect(Collectors.toSet());
  }

  /**
   * The entry of an org that is not there yet.
   *
   * @throws CommandException if something is not said that nobody else can tell
   */
  SpokeEntry entry(String orgId, Optional<String> eventSource) {
    Map<String, @Nullable String> needed = new LinkedHashMap<>();
    needed.put("--region", region);
    needed.put("--credentials", credentials);
    needed.put("--time-zone", timeZone);
    needed.put("--currency", currency);
    List<String> missing = new ArrayList<>();
    needed.forEach(
        (option, value) -> {
          if (value == null) {
            missing.add(option);
          }
        });
    if (region == null || credentials == null || timeZone == null || currency == null) {
      throw invalid(
          "Cannot write an entry for %s without %s".formatted(name, String.join(", ", missing)));
    }
    Optional<GenesysRegion> known = GenesysRegions.find(region);
    String ownRegion = known.map(GenesysRegion::awsRegion).orElse(region);
    SpokeEntry entry =
        new SpokeEntry()
            .with("name", name)
            .with("orgId", orgId)
            .with("genesysRegion", ownRegion)
            .with("awsRegion", awsRegion == null ? ownRegion : awsRegion);
    if (awsAccount != null) {
      entry.with("awsAccount", awsAccount);
    }
    entry
        .with("credentials", entryCredentials == null ? credentials : entryCredentials)
        .with("timeZone", timeZone)
        .with("currency", currency)
        .with("residency", residencyWord())
        .with(
            "businessRegion",
            businessRegion == null ? known.map(OnboardOptions::area).orElse("") : businessRegion);
    if (polls != null) {
      entry.withList("polls", polls);
    }
    eventSource.ifPresent(source -> entry.with("eventSource", source));
    if (api != null && login != null) {
      Map<String, String> hosts = new LinkedHashMap<>();
      hosts.put("api", api);
      hosts.put("login", login);
      entry.withSection("endpoints", hosts);
    }
    return entry;
  }

  /** {@code EMEA} of {@code EMEA (Frankfurt)}. */
  private static String area(GenesysRegion region) {
    return region.displayName().replaceFirst(" \\(.*", "");
  }

  /** What is said here of an org that is there, and said otherwise there. */
  List<String> differences(Spoke there) {
    List<String> differences = new ArrayList<>();
    compare(
        differences,
        "genesysRegion",
        Optional.ofNullable(region)
            .map(word -> GenesysRegions.find(word).map(GenesysRegion::awsRegion).orElse(word)),
        there.genesysRegion().awsRegion());
    compare(differences, "awsRegion", Optional.ofNullable(awsRegion), there.awsRegion());
    compare(
        differences,
        "awsAccount",
        Optional.ofNullable(awsAccount),
        there.awsAccount().orElse("not there"));
    compare(differences, "credentials", Optional.ofNullable(entryCredentials), there.credentials());
    compare(differences, "timeZone", Optional.ofNullable(timeZone), there.timeZone().getId());
    compare(
        differences, "currency", Optional.ofNullable(currency), there.currency().getCurrencyCode());
    compare(
        differences,
        "residency",
        Optional.ofNullable(residency),
        there.residency() == Residency.FULL ? "full" : CAREFUL_RESIDENCY);
    compare(
        differences, "businessRegion", Optional.ofNullable(businessRegion), there.businessRegion());
    compare(
        differences,
        "polls",
        Optional.ofNullable(polls).map(words -> new TreeSet<>(words).toString()),
        new TreeSet<>(there.polls().stream().map(Poll::yamlName).toList()).toString());
    return differences;
  }

  private static void compare(
      List<String> differences, String key, Optional<String> said, String there) {
    said.filter(word -> !word.equals(there))
        .ifPresent(word -> differences.add(key + " is " + there + ", not " + word));
  }

  private static CommandException invalid(String message) {
    return new CommandException(ExitCode.INVALID, message);
  }
}
