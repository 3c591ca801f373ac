package com.spokefleet.aws;

import com.spokefleet.lake.store.ObjectStore;
import com.spokefleet.lake.store.ObjectStoreContract;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract of object stores, on whatever S3 the subclass is given. */
abstract class S3ObjectStoreSuite extends ObjectStoreContract {
  private final S3Client client;
  private final String bucket;

  S3ObjectStoreSuite(AwsEndpoints aws) {
    client = TestClients.s3(aws.s3());
    bucket = TestClients.newBucket(client);
  }

  @AfterEach
  final void close() {
    client.close();
  }

  @Override
  protected final ObjectStore store() {
    return new S3ObjectStore(client, bucket, "lake/", TestClients.retry());
  }

  /** S3 lists at most 1,000 keys a page. */
  @Override
  protected final int keysToList() {
    return 1_001;
  }
}
