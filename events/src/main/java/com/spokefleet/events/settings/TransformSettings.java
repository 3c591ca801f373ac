package com.spokefleet.events.settings;

import com.spokefleet.events.firehose.BatchTransformer;
import com.spokefleet.events.flatten.Flattener;
import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.org.EventOrgs;
import com.spokefleet.events.privacy.KeyedHash;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that the transformation of one stream depends on. Goes to the function as JSON, which {@link
 * SettingsJson} writes and reads.
 *
 * @param hashKey where the key for hashes is found; without one, what would be hashed is left out
 */
public record TransformSettings(
    DestinationSettings destination, List<EventOrg> orgs, Optional<String> hashKey) {
  public TransformSettings {
    orgs = List.copyOf(orgs);
  }

  /**
   * The transformation so set.
   *
   * @param keys how a key is found; asked only when a value is to be hashed
   */
  public BatchTransformer transformer(Function<String, byte[]> keys) {
    return new BatchTransformer(flattener(keys, EventOrg.unknown()));
  }

  /**
   * The same for single events.
   *
   * @param others how organisations are treated that are not among {@code orgs}
   */
  public Flattener flattener(Function<String, byte[]> keys, EventOrg others) {
    Optional<KeyedHash> hash = hashKey.map(where -> new KeyedHash(() -> keys.apply(where)));
    return new Flattener(new EventOrgs(orgs, others), hash, destination.envelope());
  }
}
