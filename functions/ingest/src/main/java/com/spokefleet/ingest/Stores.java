package com.spokefleet.ingest;

import com.spokefleet.aws.AwsClients;
import com.spokefleet.aws.DynamoDbCheckpointStore;
import com.spokefleet.aws.EventBridgeLandings;
import com.spokefleet.aws.EventBusArn;
import com.spokefleet.aws.FirehoseStream;
import com.spokefleet.aws.S3ObjectStore;
import com.spokefleet.aws.SecretsManagerSecretStore;
import com.spokefleet.aws.StoreRetry;
import com.spokefleet.aws.StreamClients;
import com.spokefleet.config.Fleet;
import com.spokefleet.config.Residency;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.auth.ClientCredentials;
import com.spokefleet.genesys.auth.EnvironmentSecretStore;
import com.spokefleet.genesys.auth.FileSecretStore;
import com.spokefleet.genesys.auth.ReferencedSecretStore;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.lake.landed.LandedChannel;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.FileCheckpointStore;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.telemetry.FailureKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/**
 * Opens the stores an environment names; AWS clients are made only where it names AWS. The lake is
 * in the hub's region, everything else of an org in the org's own.
 */
final class Stores {
  private final Spoke spoke;
  private final AwsClients hub;
  private final AwsClients own;
  private final Sleeper sleeper;
  private final StoreRetry retry;
  private final Map<String, String> variables;

  Stores(
      Fleet fleet,
      Spoke spoke,
      Map<String, String> variables,
      Sleeper sleeper,
      RandomGenerator random) {
    this.spoke = spoke;
    this.hub = new AwsClients(Region.of(fleet.hub().awsRegion()));
    this.own = new AwsClients(Region.of(spoke.awsRegion()));
    this.sleeper = sleeper;
    this.retry = StoreRetry.standard(random, sleeper::sleep);
    this.variables = variables;
  }

  OrgStores open(IngestEnvironment environment) {
    ObjectStore lake = objects(environment.lake(), hub);
    return new OrgStores(
        lake,
        raw(environment, lake),
        checkpoints(environment.checkpoints()),
        secrets(),
        environment.landed().map(this::landed),
        streams(environment.edgeStreams()),
        environment.scratch());
  }

  /**
   * On one machine, where the lake is a folder, raw records lie beside it if nothing else is said.
   */
  private Optional<ObjectStore> raw(IngestEnvironment environment, ObjectStore lake) {
    Optional<StoreLocation> told = environment.quarantine();
    if (told.isPresent() && spoke.residency() == Residency.METRICS_ONLY) {
      throw new IngestException(
          FailureKind.PERMANENT,
          "Cannot ingest %s: %s is set, and of a metrics-only org nothing is kept raw"
              .formatted(spoke.name(), IngestEnvironment.QUARANTINE),
          null);
    }
    return told.map(location -> objects(location, own))
        .or(
            () ->
                environment.lake() instanceof StoreLocation.Folder
                    ? Optional.of(lake)
                    : Optional.empty());
  }

  private ObjectStore objects(StoreLocation location, AwsClients clients) {
    return switch (location) {
      case StoreLocation.Folder folder -> new FolderObjectStore(folder.path());
      case StoreLocation.Bucket bucket ->
          new S3ObjectStore(clients.s3(), bucket.bucket(), bucket.prefix(), retry);
      case StoreLocation.DynamoDbTable table ->
          throw new IllegalArgumentException("Cannot keep objects in a DynamoDB table: " + table);
    };
  }

  private CheckpointStore checkpoints(StoreLocation location) {
    return switch (location) {
      case StoreLocation.Folder folder -> new FileCheckpointStore(folder.path());
      case StoreLocation.DynamoDbTable table ->
          new DynamoDbCheckpointStore(own.dynamoDb(), table.table(), retry);
      case StoreLocation.Bucket bucket ->
          throw new IllegalArgumentException("Cannot keep checkpoints in a bucket: " + bucket);
    };
  }

  private LandedChannel landed(EventBusArn bus) {
    return new EventBridgeLandings(
        new StreamClients(Region.of(bus.region())).eventBridge(),
        bus,
        spoke.name(),
        sleeper::sleep);
  }

  private Map<String, FirehoseStream> streams(List<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    FirehoseClient firehose = new StreamClients(Region.of(spoke.awsRegion())).firehose();
    Map<String, FirehoseStream> streams = new TreeMap<>();
    names.forEach(name -> streams.put(name, new FirehoseStream(firehose, name)));
    return streams;
  }

  SecretStore secrets() {
    return new ReferencedSecretStore(
        Map.of(
            EnvironmentSecretStore.SCHEME, new EnvironmentSecretStore(variables),
            FileSecretStore.SCHEME, new FileSecretStore(Path.of("")),
            SecretsManagerSecretStore.SCHEME, new OnFirstUse()));
  }

  /**
   * Only a reference to Secrets Manager makes its client, and with it the class loading it costs.
   */
  private final class OnFirstUse implements SecretStore {
    private @Nullable SecretsManagerSecretStore store;

    @Override
    public ClientCredentials read(String reference) {
      return store().read(reference);
    }

    @Override
    public String token(String reference, String field) {
      return store().token(reference, field);
    }

    private synchronized SecretsManagerSecretStore store() {
      if (store == null) {
        store = new SecretsManagerSecretStore(own.secretsManager());
      }
      return store;
    }
  }
}
