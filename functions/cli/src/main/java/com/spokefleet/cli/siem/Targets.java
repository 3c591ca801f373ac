package com.spokefleet.cli.siem;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.SiemConnections;
import com.spokefleet.config.Destination;
import com.spokefleet.config.Fleet;
import com.spokefleet.genesys.auth.SecretException;
import com.spokefleet.siem.datadog.DatadogKind;
import com.spokefleet.siem.datadog.Ownership;
import com.spokefleet.siem.install.SiemContent;
import com.spokefleet.siem.install.datadog.DatadogInstallation;
import com.spokefleet.siem.install.splunk.SplunkInstallation;
import com.spokefleet.siem.splunk.AppIdentity;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The SIEMs that are asked for; everything that is missing for any of them is told at once. */
final class Targets {
  private static final String REFERENCE = "(env|file|secretsmanager):.+";

  private final TargetOptions options;
  private final Fleet fleet;
  private final SiemConnections connections;
  private final List<String> problems = new ArrayList<>();

  Targets(TargetOptions options, Fleet fleet, SiemConnections connections) {
    this.options = options;
    this.fleet = fleet;
    this.connections = connections;
  }

  /**
   * @param content made only once it is known that all of them can be asked
   */
  List<Target> of(Supplier<SiemContent> content) {
    List<Destination> destinations = destinations();
    List<Opened> opened = new ArrayList<>();
    for (Destination destination : destinations) {
      switch (destination) {
        case Destination.Splunk splunk -> splunk(splunk).ifPresent(opened::add);
        case Destination.Datadog datadog -> datadog(datadog).ifPresent(opened::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new CommandException(ExitCode.INVALID, String.join("\n", problems));
    }
    SiemContent made = content.get();
    return opened.stream().map(each -> each.with(made)).toList();
  }

  /** A SIEM that was given its keys. */
  private interface Opened {
    Target with(SiemContent content);
  }

  private List<Destination> destinations() {
    List<Destination> all =
        fleet.destinations().stream()
            .filter(
                each ->
                    options.to == null
                        || options.to.equals(each.name())
                        || options.to.equals(type(each)))
            .toList();
    if (all.isEmpty()) {
      problems.add(
          options.to == null
              ? "Cannot compare: fleet.yaml has no destinations"
              : "Cannot find destination %s; fleet.yaml has %s"
                  .formatted(
                      options.to, fleet.destinations().stream().map(Destination::name).toList()));
    }
    for (String type : List.of("splunk", "datadog")) {
      List<String> names =
          all.stream().filter(each -> type(each).equals(type)).map(Destination::name).toList();
      if (names.size() > 1) {
        problems.add(
            "Cannot tell which %s is meant: name one of %s by --to".formatted(type, names));
      }
    }
    return all;
  }

  private static String type(Destination destination) {
    return switch (destination) {
      case Destination.Splunk splunk -> "splunk";
      case Destination.Datadog datadog -> "datadog";
    };
  }

  private Set<DatadogKind> kinds() {
    return options.withoutCloudSiem
        ? EnumSet.complementOf(EnumSet.of(DatadogKind.RULE))
        : EnumSet.allOf(DatadogKind.class);
  }

  private Optional<Opened> splunk(Destination.Splunk splunk) {
    URI url = options.splunkUrl;
    if (url == null || !isAddress(url)) {
      problems.add(
          "Cannot reach %s without --splunk-url, its management port such as https://splunk.example.com:8089"
              .formatted(splunk.name()));
    }
    Optional<String> token = secret("--splunk-token", options.splunkToken, "token", splunk.name());
    if (url == null || token.isEmpty()) {
      return Optional.empty();
    }
    SplunkInstallation installation =
        new SplunkInstallation(
            splunk.name(),
            AppIdentity.ID,
            AppIdentity.VERSION,
            connections.splunk(url, token.get()));
    return Optional.of(content -> new Target(installation, content.wantedInSplunk()));
  }

  private Optional<Opened> datadog(Destination.Datadog datadog) {
    Optional<String> apiKey = secret("its apiKey", datadog.apiKey(), "api_key", datadog.name());
    Optional<String> applicationKey =
        secret("--application-key", options.applicationKey, "application_key", datadog.name());
    if (options.datadogUrl != null && !isAddress(options.datadogUrl)) {
      problems.add(
          "Cannot ask --datadog-url: it must be an address such as https://api.datadoghq.eu");
    }
    if (apiKey.isEmpty() || applicationKey.isEmpty()) {
      return Optional.empty();
    }
    URI url =
        Optional.ofNullable(options.datadogUrl)
            .orElseGet(() -> URI.create("https://api." + datadog.site()));
    DatadogInstallation installation =
        new DatadogInstallation(
            datadog.name(),
            new Ownership(fleet.name()),
            kinds(),
            connections.datadog(url, apiKey.get(), applicationKey.get()));
    return Optional.of(
        content -> new Target(installation, content.wantedInDatadog(!options.withoutCloudSiem)));
  }

  private static boolean isAddress(URI url) {
    return url.getHost() != null
        && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
  }

  /** What is no reference may be the secret itself, and so is not repeated. */
  private Optional<String> secret(
      String what, @Nullable String reference, String field, String destination) {
    if (reference == null || !reference.matches(REFERENCE)) {
      problems.add(
          "Cannot sign in to %s without %s; it says where the secret is: env:NAME, file:PATH or secretsmanager:NAME"
              .formatted(destination, what));
      return Optional.empty();
    }
    try {
      return Optional.of(connections.secret(reference, field));
    } catch (SecretException unusable) {
      problems.add(String.valueOf(unusable.getMessage()));
      return Optional.empty();
    }
  }
}
