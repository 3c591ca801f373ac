package com.spokefleet.cli.transform;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.config.Fleet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key with which this machine hashes: from the environment only, so that nobody has to have the
 * deployed functions' own key to try a fleet.yaml.
 */
final class HashKeys {
  private static final String ENVIRONMENT = "env:";
  private static final String USUAL = ENVIRONMENT + "SPOKEFLEET_HASH_KEY";

  private final Map<String, String> environment;
  private final Optional<String> where;

  HashKeys(Map<String, String> environment, Optional<Fleet> fleet) {
    this.environment = environment;
    List<String> references =
        fleet.stream()
            .flatMap(found -> found.spokes().stream())
            .flatMap(spoke -> spoke.eventPrivacy().hashKey().stream())
            .distinct()
            .toList();
    this.where =
        references.isEmpty()
            ? Optional.empty()
            : Optional.of(
                references.size() == 1 && references.getFirst().startsWith(ENVIRONMENT)
                    ? references.getFirst()
                    : USUAL);
  }

  /** Where the key is looked for; empty if no org of the fleet has one. */
  Optional<String> where() {
    return where;
  }

  byte[] read(String reference) {
    String name = reference.substring(ENVIRONMENT.length());
    String key = environment.getOrDefault(name, "");
    if (key.isEmpty()) {
      throw new CommandException(
          ExitCode.INVALID,
          "Cannot hash: set %s to a key; any will do to see what is sent".formatted(name));
    }
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
