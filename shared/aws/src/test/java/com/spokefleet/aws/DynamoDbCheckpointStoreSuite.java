package com.spokefleet.aws;

import com.spokefleet.lake.store.CheckpointStore;
import com.spokefleet.lake.store.CheckpointStoreContract;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract of checkpoint stores, on whatever DynamoDB the subclass is given. */
abstract class DynamoDbCheckpointStoreSuite extends CheckpointStoreContract {
  private final DynamoDbClient client;
  private final String table;

  DynamoDbCheckpointStoreSuite(AwsEndpoints aws) {
    client = TestClients.dynamoDb(aws.dynamoDb());
    table = TestClients.newTable(client);
  }

  @AfterEach
  final void close() {
    client.close();
  }

  @Override
  protected final CheckpointStore store() {
    return new DynamoDbCheckpointStore(client, table, TestClients.retry());
  }
}
