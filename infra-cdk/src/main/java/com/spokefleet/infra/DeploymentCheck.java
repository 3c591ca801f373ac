package com.spokefleet.infra;

import com.spokefleet.aws.SecretsManagerSecretStore;
import com.spokefleet.config.Destination;
import com.spokefleet.config.ExchangeRates;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.FleetLines;
import com.spokefleet.config.InvalidFleetException;
import com.spokefleet.config.LakeReader;
import com.spokefleet.config.Problem;
import com.spokefleet.config.RevenueSource;
import com.spokefleet.config.Spoke;
import com.spokefleet.infra.event.DatadogAddress;
import com.spokefleet.infra.spoke.OrgFeed;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a deployment asks of a fleet.yaml that is otherwise right: secrets where functions can read
 * them, tables that exist, sites that Datadog has. All problems at once, each in its line.
 */
final class DeploymentCheck {
  private static final String SECRETS = SecretsManagerSecretStore.SCHEME + ":";

  private final FleetLines lines;
  private final List<Problem> problems = new ArrayList<>();

  private DeploymentCheck(FleetLines lines) {
    this.lines = lines;
  }

  /**
   * Checks the fleet that was read from a file.
   *
   * @throws InvalidFleetException if it cannot be deployed
   */
  static void check(Fleet fleet, Path file) {
    DeploymentCheck check = new DeploymentCheck(FleetLines.of(file));
    check.readers(fleet);
    check.destinations(fleet);
    check.rates(fleet);
    for (int spoke = 0; spoke < fleet.spokes().size(); spoke++) {
      check.spoke(fleet.spokes().get(spoke), "spokes[" + spoke + "]");
    }
    if (!check.problems.isEmpty()) {
      throw new InvalidFleetException(file.toString(), check.problems);
    }
  }

  private void readers(Fleet fleet) {
    List<String> known = Tables.ALL.stream().map(Table::name).sorted().toList();
    List<LakeReader> readers = fleet.hub().readers();
    for (int reader = 0; reader < readers.size(); reader++) {
      List<String> tables = readers.get(reader).tables();
      for (int table = 0; table < tables.size(); table++) {
        if (!known.contains(tables.get(table))) {
          tell(
              "hub.readers[%d].tables[%d]".formatted(reader, table),
              "is no table of the lake; it has " + String.join(", ", known));
        }
      }
    }
  }

  private void destinations(Fleet fleet) {
    for (int index = 0; index < fleet.destinations().size(); index++) {
      String path = "destinations[" + index + "].";
      switch (fleet.destinations().get(index)) {
        case Destination.Splunk splunk -> {
          secret(path + "token", splunk.token());
          if (!"https".equals(splunk.endpoint().getScheme())) {
            tell(path + "endpoint", "must begin with https: Firehose delivers to nothing else");
          }
        }
        case Destination.Datadog datadog -> {
          secret(path + "apiKey", datadog.apiKey());
          if (DatadogAddress.find(datadog.site()).isEmpty()) {
            tell(
                path + "site",
                "is no site of Datadog; there are " + String.join(", ", DatadogAddress.sites()));
          }
        }
      }
    }
  }

  private void rates(Fleet fleet) {
    if (fleet.exchangeRates().orElse(null) instanceof ExchangeRates.Quote quote) {
      quote.apiKey().ifPresent(key -> secret("exchangeRates.apiKey", key.reference()));
    }
  }

  private void spoke(Spoke spoke, String path) {
    secret(path + ".credentials", spoke.credentials());
    spoke.eventPrivacy().hashKey().ifPresent(key -> secret(path + ".privacy.hashKey", key));
    if (spoke.revenue().orElse(null) instanceof RevenueSource.Feed feed) {
      String folder = OrgFeed.folder(spoke.name());
      if (!feed.prefix().startsWith(folder)) {
        tell(
            path + ".revenue.feed.prefix",
            "must begin with " + folder + ", the only folder that the org's role may read");
      }
    }
  }

  private void secret(String path, String reference) {
    if (!reference.startsWith(SECRETS)) {
      tell(path, "must be " + SECRETS + "<name>, for no function reads any other place");
    }
  }

  private void tell(String path, String message) {
    problems.add(lines.problem(path, message));
  }
}
