package com.spokefleet.ingest;

import com.spokefleet.aws.AwsClients;
import com.spokefleet.aws.DynamoDbCheckpointStore;
import com.spokefleet.aws.S3ObjectStore;
import com.spokefleet.aws.SecretsManagerSecretStore;
import com.spokefleet.aws.StoreRetry;
import com.spokefleet.genesys.auth.EnvironmentSecretStore;
import com.spokefleet.genesys.auth.FileSecretStore;
import com.spokefleet.genesys.auth.ReferencedSecretStore;
import com.spokefleet.genesys.auth.SecretStore;
import com.spokefleet.genesys.http.Sleeper;
import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.FileCheckpointStore;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.store.ObjectStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.regions.Region;

/** Opens the stores an environment names; AWS clients are made only where it names AWS. */
final class Stores {
  private final AwsClients clients;
  private final StoreRetry retry;
  private final Map<String, String> variables;

  Stores(String awsRegion, Map<String, String> variables, Sleeper sleeper, RandomGenerator random) {
    this.clients = new AwsClients(Region.of(awsRegion));
    this.retry = StoreRetry.standard(random, sleeper::sleep);
    this.variables = variables;
  }

  ObjectStore objects(StoreLocation location) {
    return switch (location) {
      case StoreLocation.Folder folder -> new FolderObjectStore(folder.path());
      case StoreLocation.Bucket bucket ->
          new S3ObjectStore(clients.s3(), bucket.bucket(), bucket.prefix(), retry);
      case StoreLocation.DynamoDbTable table ->
          throw new IllegalArgumentException("Cannot keep objects in a DynamoDB table: " + table);
    };
  }

  CheckpointStore checkpoints(StoreLocation location) {
    return switch (location) {
      case StoreLocation.Folder folder -> new FileCheckpointStore(folder.path());
      case StoreLocation.DynamoDbTable table ->
          new DynamoDbCheckpointStore(clients.dynamoDb(), table.table(), retry);
      case StoreLocation.Bucket bucket ->
          throw new IllegalArgumentException("Cannot keep checkpoints in a bucket: " + bucket);
    };
  }

  SecretStore secrets() {
    // Only a reference to Secrets Manager makes its client, and with it the class loading it costs.
    SecretStore secretsManager =
        reference -> new SecretsManagerSecretStore(clients.secretsManager()).read(reference);
    return new ReferencedSecretStore(
        Map.of(
            EnvironmentSecretStore.SCHEME, new EnvironmentSecretStore(variables),
            FileSecretStore.SCHEME, new FileSecretStore(Path.of("")),
            SecretsManagerSecretStore.SCHEME, secretsManager));
  }
}
